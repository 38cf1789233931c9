/** `doctor`: looks at everything the service needs, and says of each part whether it is well and how to mend it. */
import { goneBots } from '../../db/bots/gone.ts'
import { useOf } from '../../db/bots/use.ts'
import type { Db } from '../../db/client.ts'
import { type Figures, readFigures } from '../../db/figures.ts'
import { type Installation, readInstallation } from '../../db/installation.ts'
import { ALMOST_NOTHING_LEFT, type BotLimits, NEARLY_FULL, usedShares } from '../../domain/bot-limits.ts'
import type { Outcome } from '../../domain/command.ts'
import type { Bot } from '../../domain/message.ts'

type Check = { name: string; state: 'ok' | 'look' | 'mend'; found: string; mend?: string }

export type Patient = {
  db: Db
  today: Temporal.PlainDate
  /** No server of its own is configured. */
  embedded: boolean
  /** Each bot that is configured, and how to ask its platform who it is. */
  bots: (Bot & { introduce(): Promise<string> })[]
  /** What the plans of the platforms allow one bot. */
  limits: BotLimits
  /** Reminders from before today that wait for the office's word. */
  heldReminders: number
}

/** Every check, in the order in which a person would mend things. Fails when anything must be mended. */
export async function doctor(patient: Patient): Promise<Outcome> {
  const installation = await readInstallation(patient.db, patient.today)
  const checks = [
    databaseCheck(installation, patient.embedded),
    clockCheck(installation, new Date()),
    ...(await botChecks(patient.bots)),
    ...(await planOfBotChecks(patient)),
    ...(await goneBotChecks(patient)),
    planCheck(installation, patient.today.year),
    unitsCheck(installation),
    calendarCheck(installation, patient.today.year),
    remindersCheck(patient.heldReminders),
    ...trafficChecks(await readFigures(patient.db)),
  ]
  const lines = checks.flatMap(({ name, state, found, mend }) => [
    `${state.padEnd(5)} ${name}: ${found}`,
    ...(mend ? [`      ${mend}`] : []),
  ])
  return { json: { checks }, lines, failed: checks.some(({ state }) => state === 'mend') }
}

const ok = (name: string, found: string): Check => ({ name, state: 'ok', found })
const look = (name: string, found: string, mend: string): Check => ({ name, state: 'look', found, mend })
const toMend = (name: string, found: string, mend: string): Check => ({ name, state: 'mend', found, mend })

function databaseCheck({ postgresVersion: version }: Installation, embedded: boolean): Check {
  if (version < 15) {
    return toMend('database', `PostgreSQL ${version}`, 'Use PostgreSQL 15 or newer and set DATABASE_URL.')
  }
  if (!embedded) return ok('database', `PostgreSQL ${version}`)
  const mend = 'For the real work set DATABASE_URL to a server that somebody looks after and backs up.'
  return look('database', `embedded PostgreSQL ${version}, for trying out`, mend)
}

/** Two clocks that differ would put reminders on the wrong day. */
function clockCheck({ databaseTime }: Installation, now: Date): Check {
  const seconds = Math.abs(databaseTime.getTime() - now.getTime()) / 1_000
  return seconds < 5
    ? ok('clock', 'this machine and the database agree')
    : toMend('clock', `the database is ${Math.round(seconds)} s off`, 'Set both clocks by NTP.')
}

async function botChecks(bots: Patient['bots']): Promise<Check[]> {
  if (bots.length === 0) {
    const mend = 'In Telegram write /newbot to @BotFather, and put the token into TELEGRAM_BOT_TOKEN.'
    return [toMend('bots', 'none', mend)]
  }
  return Promise.all(
    bots.map(async ({ channel, bot, introduce }) => {
      const name = `${channel} ${bot}`
      try {
        return ok(name, `@${await introduce()} answers`)
      } catch (error) {
        const found = error instanceof Error ? error.message : 'does not answer'
        return toMend(name, found, 'Check the token, the network and HTTPS_PROXY.')
      }
    }),
  )
}

/** What is left of each bot's plan, where its platform sets one. */
async function planOfBotChecks({ db, bots, limits }: Patient): Promise<Check[]> {
  const uses = await Promise.all(bots.map((bot) => useOf(db, bot)))
  return uses.flatMap((use) =>
    usedShares(use, limits).map(({ what, used, limit, percent }) => {
      const name = `${use.channel} ${use.bot} ${what === 'people' ? 'people' : 'messages this month'}`
      const found = `${used} of ${limit} (${percent} %)`
      const mend = WHEN_FULL[what](use)
      if (percent >= ALMOST_NOTHING_LEFT) return toMend(name, found, mend)
      return percent >= NEARLY_FULL ? look(name, found, mend) : ok(name, found)
    }),
  )
}

const WHEN_FULL = {
  people: (bot: Bot) => `Make another bot, and add its token to ${tokenOf(bot)} after a comma.`,
  messages: () => `From ${ALMOST_NOTHING_LEFT} % on, announcements wait for the office's word in the chat.`,
}

/** Where the tokens of a platform's bots stand. */
const tokenOf = ({ channel }: Bot) => `${channel.toUpperCase()}_BOT_TOKEN`

/** Bots that people joined by and that are not configured any more: what is for them goes elsewhere, or nowhere. */
async function goneBotChecks({ db, bots }: Patient): Promise<Check[]> {
  if (bots.length === 0) return []
  const gone = await goneBots(db, bots)
  return gone.map(({ people, cutOff, ...bot }) => {
    const found = `not configured any more; ${people} joined by it, and no other bot reaches ${cutOff} of them`
    const mend = `Put its token back into ${tokenOf(bot)}, or invite them anew: npx dondoc invite --unit CODE. Until then they are on the call list: npx dondoc calls.`
    const name = `${bot.channel} ${bot.bot}`
    return cutOff > 0 ? toMend(name, found, mend) : look(name, found, mend)
  })
}

function planCheck({ plan }: Installation, year: number): Check {
  return plan
    ? ok('plan', `${plan.number}, ${plan.tasks} tasks`)
    : toMend('plan', `none for ${year}`, 'npx dondoc plan import FILE')
}

function unitsCheck({ units: { all, joined } }: Installation): Check {
  if (all === 0) return toMend('units', 'none', 'npx dondoc units import FILE')
  const found = `${all}, of which ${joined} can be reached`
  return joined === all
    ? ok('units', found)
    : look('units', found, 'npx dondoc invite --all, and npx dondoc calls for the phones.')
}

function calendarCheck({ calendar: { days, undecided } }: Installation, year: number): Check {
  const mend = 'npx dondoc calendar import FILE'
  if (days === 0) return toMend('calendar', `no holidays known for ${year}`, mend)
  return undecided.length === 0
    ? ok('calendar', `${days} days differ from the week this year`)
    : look('calendar', `not yet decided: ${undecided.join(', ')}`, `When they are decided: ${mend}`)
}

function remindersCheck(held: number): Check {
  const mend = 'npx dondoc remind sends them; npx dondoc remind --drop-old drops them.'
  return held === 0
    ? ok('reminders', 'none wait for a decision')
    : look('reminders', `${held} from before today wait for your word`, mend)
}

function trafficChecks({ outboxUnknown, notesOpen, inboxFailed }: Figures): Check[] {
  const counted = (name: string, count: number, what: string, mend: string): Check =>
    count === 0 ? ok(name, `no ${what}`) : look(name, `${count} ${what}`, mend)
  return [
    counted(
      'outcomes',
      outboxUnknown,
      'messages whose outcome nobody knows',
      "select * from summary.deliveries where state = 'unknown'",
    ),
    counted(
      'office inbox',
      notesOpen,
      'messages wait for a colleague',
      'select * from summary.office_inbox where handled_at is null',
    ),
    counted(
      'updates',
      inboxFailed,
      'updates were given up',
      "select * from summary.office_inbox where reason = 'failed'",
    ),
  ]
}
