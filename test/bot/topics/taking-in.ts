/** An office that knows no plan yet, with two of its people and a unit head at their phones. */
import { sql } from 'drizzle-orm'
import { previewImports } from '../../../jobs/files/preview-imports.ts'
import { freshDatabase } from '../../database.ts'
import { addStaff, seedOffice } from '../../seed.ts'
import { openChat } from '../chat.ts'

const clock = () => new Date('2026-03-02T03:00:00Z')

export async function office() {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db, { tasks: [] })
  await db.execute(sql`delete from plans`)
  const hoa = openChat(db, await addStaff(db, 'Trần Thị Hoa', 'office'), clock)
  const thu = openChat(db, await addStaff(db, 'Lê Minh Thu', 'office'), clock)
  const head = openChat(db, unit!.head, clock)
  const reads = async () => {
    await previewImports({ db, clock, log: () => {}, wake: () => {} })
    return (await hoa.receives()).at(-1)
  }
  const tasks = async () => (await db.execute(sql`select code from tasks where withdrawn_at is null`)).length
  return { db, hoa, thu, head, reads, tasks }
}
