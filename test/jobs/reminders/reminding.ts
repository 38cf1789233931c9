/** The reminding service on some days, and what the ledger says of it afterwards. */
import { asc, eq } from 'drizzle-orm'
import { putOff, recordReport } from '../../../db/answers/reports.ts'
import type { Db } from '../../../db/client.ts'
import { claim } from '../../../db/messages/outbox-sending.ts'
import { assignments, outbox, people, reminders, tasks as taskTable } from '../../../db/schema/index.ts'
import type { Status } from '../../../domain/status.ts'
import { freshReminders } from '../../../jobs/reminders/refresh-reminders.ts'
import { tick } from '../../../jobs/reminders/send-reminders.ts'
import { date } from '../../domain/vietnam.ts'
import { BOT, type SeededPerson } from '../../seed.ts'

const ZONE = 'Asia/Ho_Chi_Minh'

/** The office's clock: `2026-12-17 08:00`. */
export const at = (clock: string) =>
  new Date(Temporal.PlainDateTime.from(clock).toZonedDateTime(ZONE).epochMilliseconds)

/** One minute of the service; returns what it logged. */
export async function minute(db: Db, clock: string): Promise<string[]> {
  const logged: string[] = []
  await tick({
    db,
    clock: () => at(clock),
    log: (event, facts) => logged.push(`${event} ${facts?.messages}`),
  })
  return logged
}

/** The service on each day at eight, and every message sent at once. */
export async function serve(db: Db, from: string, to: string, runs = (_day: string) => true): Promise<void> {
  for (let day = date(from); Temporal.PlainDate.compare(day, date(to)) <= 0; day = day.add({ days: 1 })) {
    if (!runs(day.toString())) continue
    await minute(db, `${day} 08:00`)
    await db
      .update(outbox)
      .set({ state: 'sent', sentAt: at(`${day} 08:00`) })
      .where(eq(outbox.state, 'waiting'))
  }
}

/** The ledger, one line a message: "2026-12-17 Giang: Q4-b (T-14)", with the state where it was not sent. */
export async function ledger(db: Db): Promise<string[]> {
  const rows = await db
    .select({
      id: outbox.id,
      key: outbox.key,
      name: people.fullName,
      state: outbox.state,
      code: taskTable.code,
      why: reminders.why,
    })
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.personId))
    .leftJoin(reminders, eq(reminders.outboxId, outbox.id))
    .leftJoin(assignments, eq(assignments.id, reminders.assignmentId))
    .leftJoin(taskTable, eq(taskTable.id, assignments.taskId))
    .orderBy(asc(outbox.id), asc(taskTable.position), asc(assignments.id))
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((message) => {
    const { key, name, state } = message[0]!
    const said = message.map(({ code, why }) => (code ? `${code} (${why})` : 'nothing')).join(', ')
    return `${key.split(':')[2]} ${name}: ${said}${state === 'sent' ? '' : ` ${state}`}`
  })
}

/** What the sender gets to send at that moment. */
export async function leaving(db: Db, clock: string): Promise<string[]> {
  const now = at(clock)
  const fresh = await freshReminders(db, await claim(db, BOT, 100, now), now)
  return fresh.map(({ message }) => message.text)
}

/** A unit head answers. */
export async function answer(
  db: Db,
  {
    person,
    assignmentId,
    status,
    on,
  }: { person: SeededPerson; assignmentId: number; status: Status; on: string },
): Promise<void> {
  const report = { assignmentId, status, personId: person.id, via: BOT.channel, now: at(`${on} 09:00`) }
  await db.transaction((tx) => recordReport(tx, report))
}

export const restUntil = (db: Db, assignmentId: number, day: string) =>
  db.transaction((tx) => putOff(tx, assignmentId, date(day)))
