/** The commands `remind` and `rehearse`: who gets which reminder, and why. */
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db } from '../../db/client.ts'
import { readSettings } from '../../db/settings.ts'
import { isWorkingDay } from '../../domain/calendar.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { isAfter, isBefore } from '../../domain/day-order.ts'
import { officeDay } from '../../domain/office-day.ts'
import type { PlannedMessage } from '../../domain/reminders/plan.ts'
import { planFor, planRehearsal } from './plan-reminders.ts'
import { messageJson, messageTable } from './reminder-lines.ts'
import { queueReminders } from './send-reminders.ts'

export type RemindOrder = {
  /** Default: the office's today. */
  on?: Temporal.PlainDate
  /** Lists and queues nothing. */
  dryRun: boolean
  /** At once, at any hour. */
  now: boolean
  /** Reminders whose day is past are dropped, and the ledger says so. */
  dropOld: boolean
}

/** Queues what is due on a day and not yet queued. */
export async function remind(db: Db, order: RemindOrder, clock: () => Date): Promise<Outcome> {
  const now = clock()
  const { timezone } = await readSettings(db)
  const on = order.on ?? officeDay(now, timezone)
  if (!isWorkingDay(await readCalendar(db), on)) {
    return outcomeOf([], [`${on} is not a working day: nobody is reminded.`])
  }
  if (order.dryRun) {
    const planned = await planFor(db, on)
    const messages = order.dropOld ? planned.filter((message) => !message.old) : planned
    const lines = [...summaryOf(messages, on), 'Nothing was queued.']
    return outcomeOf(messages, lines, planned.length - messages.length)
  }
  const at = order.now ? 'now' : 'in hours'
  const oldOnes = order.dropOld ? 'drop' : 'send'
  const { queued, dropped, notBefore } = await queueReminders(db, { on, now, at, oldOnes })
  const lines = summaryOf(queued, on)
  if (queued.length > 0) {
    lines.push(`They leave from ${clockTime(notBefore, timezone)} on.`)
    if (isAfter(on, officeDay(now, timezone)))
      lines.push(`Earlier reminders of these tasks, up to ${on}, will not be sent any more.`)
  }
  return outcomeOf(queued, lines, dropped)
}

function summaryOf(messages: PlannedMessage[], on: Temporal.PlainDate): string[] {
  if (messages.length === 0)
    return [
      `Nothing new is due on ${on}.`,
      'What other days bring, past or future: npx dondoc rehearse --from DATE --to DATE',
    ]
  const unreached = messages.filter(({ contactId }) => contactId === null).length
  const proof = `${unreached} of them reach nobody and are kept as proof. Whom to call: npx dondoc calls`
  return [`Due on ${on}: ${messages.length} message(s).`, ...(unreached > 0 ? [proof] : [])]
}

/** 2026-12-17 07:30, by the office's clock. */
const clockTime = (moment: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

/**
 * Who would get what from one day to another, as if the plan had been there before them, with the answers known today.
 * Queues nothing. Throws CommandError when the days are in the wrong order.
 */
export async function rehearse(
  db: Db,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Outcome> {
  if (isBefore(to, from)) {
    throw new CommandError('bad_range', `${to} is before ${from}.`, 'Give the earlier day as --from.')
  }
  const messages = await planRehearsal(db, from, to)
  return outcomeOf(messages, [`From ${from} to ${to}: ${messages.length} message(s). Nothing was queued.`])
}

function outcomeOf(messages: PlannedMessage[], lines: string[], dropped = 0): Outcome {
  const aside =
    dropped > 0 ? [`${dropped} old reminder(s) are dropped; the ledger keeps them as cancelled.`] : []
  return {
    json: { messages: messages.map(messageJson), dropped },
    lines: [...messageTable(messages), ...lines, ...aside],
  }
}
