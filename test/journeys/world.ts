/** The whole program against the tests' Telegram, with a cast: two unit heads, an office person, a leader and a stranger. */
import { readFileSync } from 'node:fs'
import { expect, onTestFinished } from 'vitest'
import { readConfig } from '../../config.ts'
import type { Db } from '../../db/client.ts'
import { everyMinute } from '../../jobs/every-minute.ts'
import { type Addition, startService } from '../../main.ts'
import { invite } from '../../office/commands/invite.ts'
import { planImport } from '../../office/commands/plan-import.ts'
import { staffAdd } from '../../office/commands/staff-add.ts'
import { unitsImport } from '../../office/commands/units-import.ts'
import { freshDatabase } from '../database.ts'
import { type Person, startTelegramServer, type TelegramServer } from '../telegram-server.ts'

export type World = {
  db: Db
  telegram: TelegramServer
  /** What was logged, as it would stand in the log. */
  logged: string[]
  now(): Date
  /** The moment it is now, in the office's zone, for example "2026-12-17 08:00"; and the reminders of that moment go out. */
  goTo(moment: string): Promise<void>
  /** Somebody who holds a unit's post and has joined with their link. */
  joined(unit: string, firstName: string): Promise<Person>
  /** An office person or a leader who has joined. */
  joinedStaff(name: string, role: 'office' | 'leader'): Promise<Person>
  /** The invitation of a unit's head. */
  invitation(unit: string): Promise<Invitation>
  /** The invitation of an office person or a leader. */
  staffInvitation(name: string, role: 'office' | 'leader'): Promise<Invitation>
}

type Invitation = { link: string; code: string }
type Invited = { invitations: Invitation[] }

/**
 * A running office on a morning: plan 83 and its units imported, nobody joined yet. `more` is added to its environment;
 * `codes` are the units of a small office, its own aside; `addition` is what the demo adds to the program.
 */
export async function openWorld(
  startsAt = '2026-10-01 07:00',
  more: Record<string, string> = {},
  codes?: readonly string[],
  addition?: Addition,
): Promise<World> {
  const { db, url } = await freshDatabase()
  const telegram = await startTelegramServer({ token: '4242:journeys' })
  const clock = settableClock(startsAt)
  const logged: string[] = []
  const log = (event: string, facts?: Record<string, unknown>) =>
    void logged.push(JSON.stringify({ event, ...facts }))
  const config = readConfig({
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_SEND_RATE: '500',
    HTTP_PORT: '0',
    ...more,
  })
  const service = await startService(config, { log, clock: clock.now, addition })
  onTestFinished(async () => {
    await service.stop()
    await telegram.stop()
    expect(telegram.violations).toEqual([])
  })
  const at = () => ({ now: clock.now(), today: clock.today() })
  const seed = (file: string) => readFileSync(new URL(`../../db/seed/${file}`, import.meta.url))
  const plan = seed('plan-83.yaml').toString('utf8')
  await planImport(db, { text: plan, fileName: 'plan-83.yaml', dryRun: false, yes: true, ...at() })
  const list = {
    bytes: codes ? linesOf(seed('units-example.csv'), ['code', 'VHXH', ...codes]) : seed('units-example.csv'),
    fileName: 'units-example.csv',
    dryRun: false,
    endGone: false,
  }
  await unitsImport(db, { ...list, ...at() })

  const only = ({ json }: { json: unknown }) => (json as Invited).invitations[0] as Invitation
  const botUserNames = ['journey_bot']
  const invitation = async (unit: string) => only(await invite(db, { unit, botUserNames, ...at() }))
  const staffInvitation = async (name: string, role: 'office' | 'leader') =>
    only(await staffAdd(db, { name, role, botUserNames, ...at() }))
  const join = async (firstName: string, { link }: { link: string }) => {
    const person = telegram.person({ firstName })
    person.pressesStart(new URL(link).searchParams.get('start') ?? '')
    await person.waitFor('Đã đăng ký')
    return person
  }
  return {
    db,
    telegram,
    logged,
    now: clock.now,
    invitation,
    staffInvitation,
    async goTo(moment) {
      clock.set(moment)
      await everyMinute({ db, clock: clock.now, log })
    },
    joined: async (unit, firstName) => join(firstName, await invitation(unit)),
    joinedStaff: async (name, role) => join(name, await staffInvitation(name, role)),
  }
}

const linesOf = (csv: Buffer, codes: readonly string[]) =>
  Buffer.from(
    csv
      .toString('utf8')
      .split('\n')
      .filter((line) => codes.includes(line.split(',', 1)[0] ?? ''))
      .join('\n'),
  )

const ZONE = 'Asia/Ho_Chi_Minh'

/** A clock that goes on from the moment it is set to. */
function settableClock(startsAt: string) {
  const instant = (moment: string) =>
    Temporal.PlainDateTime.from(moment.replace(' ', 'T')).toZonedDateTime(ZONE).epochMilliseconds
  let ahead = instant(startsAt) - Date.now()
  const now = () => new Date(Date.now() + ahead)
  return {
    now,
    today: () =>
      Temporal.Instant.fromEpochMilliseconds(now().getTime()).toZonedDateTimeISO(ZONE).toPlainDate(),
    set(moment: string) {
      ahead = instant(moment) - Date.now()
    },
  }
}
