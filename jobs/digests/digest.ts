/** The command `digest`: who gets the weekly digest of a day, and in which words. */
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db } from '../../db/client.ts'
import { readSettings } from '../../db/settings.ts'
import type { BotLimits } from '../../domain/bot-limits.ts'
import type { Outcome } from '../../domain/command.ts'
import { DIGEST_KINDS, type DigestKind, isDigestDay, nextDigestDay } from '../../domain/digests/digest-day.ts'
import { nextSendingMoment } from '../../domain/reminders/sending-hours.ts'
import { table } from '../../domain/table.ts'
import { type PlannedDigest, planDigests } from './plan-digests.ts'
import { queueDigests, scheduleOf } from './send-digests.ts'

export type DigestCommand = {
  on: Temporal.PlainDate
  /** Lists and queues nothing. */
  dryRun: boolean
  /** At once, at any hour. */
  atOnce: boolean
  now: Date
  limits?: BotLimits
}

/** Queues what falls on that day, for its hour; a second time queues nothing new. */
export async function digest(db: Db, { on, dryRun, atOnce, now, limits }: DigestCommand): Promise<Outcome> {
  const settings = await readSettings(db)
  const { timezone: timeZone } = settings
  const calendar = await readCalendar(db)
  const falls = DIGEST_KINDS.filter((kind) => {
    const { weekday, move } = scheduleOf(kind, settings)
    return isDigestDay(calendar, on, weekday, move)
  })
  if (falls.length === 0) {
    const next = DIGEST_KINDS.map((kind) => {
      const { weekday, move } = scheduleOf(kind, settings)
      return `for ${kind} on ${nextDigestDay(calendar, on, weekday, move)}`
    })
    return outcomeOf(on, [], [`No digest falls on ${on}. The next ones: ${next.join(', ')}.`])
  }
  const take = async (kind: DigestKind): Promise<PlannedDigest[]> => {
    if (dryRun) return (await planDigests(db, kind, on, now, limits)).digests
    const plainTime = scheduleOf(kind, settings).time
    const hour = new Date(on.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds)
    const later = hour > now ? hour : nextSendingMoment(now, settings.sending_hours, calendar, timeZone)
    return queueDigests(db, kind, { on, now, notBefore: atOnce ? now : later, limits })
  }
  const digests: PlannedDigest[] = []
  for (const kind of falls) digests.push(...(await take(kind)))
  return outcomeOf(on, digests, [
    dryRun ? 'Nothing was queued.' : `Queued: ${digests.length} message(s).`,
    ...(dryRun
      ? digests.slice(0, 1).flatMap(({ message }) => ['', 'The first of them:', '', message.text])
      : []),
  ])
}

function outcomeOf(on: Temporal.PlainDate, digests: PlannedDigest[], lines: string[]): Outcome {
  const messages = digests.map(({ unit, recipient, tasks, contactId, message }) => ({
    date: on.toString(),
    kind: 'digest',
    unit: unit?.code ?? null,
    recipient,
    tasks,
    why: ['weekly'],
    reachable: contactId !== null,
    text: message.text,
  }))
  const rows = digests.map(({ unit, recipient, tasks, contactId }) => [
    unit?.code ?? '',
    recipient + (contactId === null ? ' (not reached)' : ''),
    tasks.join(', '),
  ])
  return {
    json: { messages },
    lines: [...(rows.length > 0 ? table(['Unit', 'Recipient', 'Tasks'], rows) : []), ...lines],
  }
}
