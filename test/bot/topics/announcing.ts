/** An office with some units and a colleague who writes to them, for the tests of announcements. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { lookAt } from '../../../jobs/announcements/show-announcement.ts'
import { freshDatabase } from '../../database.ts'
import { addStaff, type Seed, type SeededUnit, seedOffice } from '../../seed.ts'
import { type Chat, openChat } from '../chat.ts'

/** A Monday, 9:00 in the office. */
const MONDAY = new Date('2026-11-23T02:00:00Z')

export type Announcing = {
  db: Db
  units: SeededUnit[]
  /** The colleague's chat. */
  office: Chat
  /** The chat of a unit's head, by the unit's place in the list. */
  head(index: number): Chat
  /** Time goes on. */
  at(moment: string): void
  clock(): Date
}

export async function announcing(seed: Seed = {}): Promise<Announcing> {
  const { db } = await freshDatabase()
  const units = await seedOffice(db, { units: 3, ...seed })
  const writer = await addStaff(db, 'Trần Thu Hà')
  let now = MONDAY
  const clock = () => now
  const heads = units.map(({ head }) => openChat(db, head, clock))
  return {
    db,
    units,
    office: openChat(db, writer, clock),
    head: (index) => heads[index]!,
    at(moment) {
      now = new Date(moment)
    },
    clock,
  }
}

/** Writes one to everybody, up to the preview. */
export async function compose(
  office: Chat,
  title = 'Nộp danh sách',
  body = 'Nộp trước thứ Sáu.',
): Promise<void> {
  await office.types('thông báo')
  await office.types(title)
  await office.types(body)
  await office.presses('Bỏ qua')
  await office.presses('Tất cả')
}

/** The only announcement's row in the view, as every report sees it. */
export async function figures(db: Db): Promise<Record<string, unknown>> {
  const [row] = await db.execute(sql`select state, recipients, sent, failed, waiting, cancelled, acknowledged
    from summary.announcements order by announcement_id desc limit 1`)
  return { ...row }
}

/** What the watcher of announcements would do now. */
export async function look(db: Db, now: Date): Promise<void> {
  const rows = await db.execute<{ id: number }>(
    sql`select id::int from announcements where queued_at is not null`,
  )
  for (const { id } of rows) await db.transaction((tx) => lookAt(tx, id, now))
}

/** The labels under the newest message of a chat. */
export const labels = ({ screen }: Chat): string[] =>
  screen
    .at(-1)
    ?.choices?.flat()
    .map(({ label }) => label) ?? []
