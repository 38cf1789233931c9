/** A small office in which a unit asks and somebody decides: everybody's chat, on a clock that can be moved. */
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { people } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../database.ts'
import { addStaff, type Seed, seedOffice } from '../../seed.ts'
import { openChat } from '../chat.ts'

export async function openOffice(seed: Seed = {}) {
  const { db } = await freshDatabase()
  const [unit, other] = await seedOffice(db, { units: 2, ...seed })
  const [ha, mai] = [await addStaff(db, 'Trần Thu Hà'), await addStaff(db, 'Vũ Thị Mai')]
  const leader = await addStaff(db, 'Đỗ Văn Bình', 'leader')
  await db.update(people).set({ phone: '0912345678' }).where(eq(people.id, unit!.head.id))
  let now = new Date('2026-12-17T02:00:00Z')
  const clock = () => now
  return {
    db,
    unit: unit!,
    clock,
    people: { ha, mai, leader },
    head: openChat(db, unit!.head, clock),
    otherHead: openChat(db, other!.head, clock),
    ha: openChat(db, ha, clock),
    mai: openChat(db, mai, clock),
    leader: openChat(db, leader, clock),
    goTo: (time: string) => {
      now = new Date(time)
    },
  }
}

/** What the office pulls: the decisions on every request. */
export const decisionsOf = (db: Db) =>
  db.execute(sql`
    select kind, wished_due_on::text, decision, new_due_on::text, reason, decided_by, closed_at is null as open
    from summary.decisions`)

export const dueOf = async (db: Db, assignmentId: number) => {
  const [row] = await db.execute(sql`
    select due_on::text, put_off_until::text, status from summary.status where assignment_id = ${assignmentId}`)
  return row
}
