/** Puts the day's reminders into the outbox, each once, and hears the office before it sends many old ones. */
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db, Tx } from '../../db/client.ts'
import { cancel, enqueue, type NewMessage } from '../../db/messages/outbox.ts'
import { decideAlone, markUrged, recordReasons, reminderKey } from '../../db/reminders/reminders.ts'
import { readSettings } from '../../db/settings.ts'
import type { Log } from '../../domain/log.ts'
import { officeDay } from '../../domain/office-day.ts'
import { type PlannedMessage, reasonsOf } from '../../domain/reminders/plan.ts'
import { nextSendingMoment } from '../../domain/reminders/sending-hours.ts'
import { reminderMessage } from '../../locales/reminder-message.ts'
import { officeWords } from '../office-words.ts'
import { planFor } from './plan-reminders.ts'

export type QueueOrder = {
  /** The day whose reminders are meant. */
  on: Temporal.PlainDate
  now: Date
  /** `in hours`: not before the office's next sending hours. */
  at: 'in hours' | 'now'
  /** What to do with messages in which nothing fell on that day. `hold` lets few through and keeps many back. */
  oldOnes: 'send' | 'hold' | 'drop'
}

export type Queued = {
  queued: PlannedMessage[]
  /** Old ones that wait for the office's word. */
  held: number
  /** Old ones that stay in the ledger as cancelled. */
  dropped: number
  /** When the first of them may leave. */
  notBefore: Date
}

/**
 * Queues what is due on a day and not yet queued: all of it or, if anything fails, nothing. It is one transaction, for
 * an assignment is dealt with only when everybody who answers for it has their message.
 */
export function queueReminders(db: Db, { on, now, at, oldOnes }: QueueOrder): Promise<Queued> {
  return db.transaction(async (tx) => {
    await decideAlone(tx)
    const settings = await readSettings(tx)
    const t = await officeWords(tx, settings)
    const sends = nextSendingMoment(now, settings.sending_hours, await readCalendar(tx), settings.timezone)
    const notBefore = at === 'now' ? now : sends

    const planned = await planFor(tx, on)
    const old = planned.filter((message) => message.old)
    const held = oldOnes === 'hold' && old.length > settings.catch_up_limit ? old : []
    const dropped = oldOnes === 'drop' ? old : []
    const ready = planned.filter((message) => !held.includes(message))
    for (const message of ready) {
      const id = await put(tx, message, { message: reminderMessage(message, t), notBefore, now })
      if (id !== null && dropped.includes(message)) await cancel(tx, [id])
    }
    // What leaves on a later day speaks for that day too.
    const leaves = officeDay(notBefore, settings.timezone)
    const spokenOf = ready.flatMap((message) => [...reasonsOf(message).keys()])
    await markUrged(tx, spokenOf, Temporal.PlainDate.compare(on, leaves) < 0 ? leaves : on)
    return {
      queued: ready.filter((message) => !dropped.includes(message)),
      held: held.length,
      dropped: dropped.length,
      notBefore,
    }
  })
}

/** The message and what it speaks of, side by side in the ledger. */
async function put(
  tx: Tx,
  planned: PlannedMessage,
  rest: Pick<NewMessage, 'message' | 'notBefore' | 'now'>,
): Promise<number | null> {
  const { personId, contactId, date } = planned
  const unitId = planned.units[0]?.id
  const key = reminderKey(personId, date)
  const id = await enqueue(tx, { key, kind: 'reminder', contactId, personId, unitId, ...rest })
  if (id !== null) await recordReasons(tx, id, date, reasonsOf(planned))
  return id
}

/** Once a minute: in the sending hours of a working day, queues whatever is due and not yet queued. */
export async function tick({ db, clock, log }: { db: Db; clock: () => Date; log: Log }): Promise<void> {
  const now = clock()
  const { sending_hours, timezone } = await readSettings(db)
  const sends = nextSendingMoment(now, sending_hours, await readCalendar(db), timezone)
  if (sends.getTime() !== now.getTime()) return
  const on = officeDay(now, timezone)
  const { queued, held } = await queueReminders(db, { on, now, at: 'now', oldOnes: 'hold' })
  if (queued.length > 0) log('reminders_queued', { day: on.toString(), messages: queued.length })
  if (held > 0 && toldOfHeld.get(db) !== on.toString()) {
    toldOfHeld.set(db, on.toString())
    log('old_reminders_wait', { messages: held, mend: HELD_MEND })
  }
}

/** The day on which the log last said that old reminders wait: once a day is enough. */
const toldOfHeld = new WeakMap<Db, string>()

const HELD_MEND = '"npx dondoc remind" sends them, "npx dondoc remind --drop-old" drops them'

/** How many reminders that fell due earlier wait for the office's word; 0 while they are few enough to go out. */
export async function heldReminders(db: Db, today: Temporal.PlainDate): Promise<number> {
  const { catch_up_limit: limit } = await readSettings(db)
  const old = (await planFor(db, today)).filter((message) => message.old)
  return old.length > limit ? old.length : 0
}
