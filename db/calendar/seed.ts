/** The holidays that come with the program, for an office that has imported none of its own. */
import { readFile } from 'node:fs/promises'
import { readCalendarFile } from '../../domain/imports/calendar-file.ts'
import type { Db } from '../client.ts'
import { takeTurn } from '../plans/import-turns.ts'
import { calendarDays } from '../schema/index.ts'
import { importCalendarDays } from './calendar.ts'

const FILE = new URL('../seed/holidays-vn.yaml', import.meta.url)

/** Fills an empty calendar; leaves any other alone. */
export async function seedCalendar(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await takeTurn(tx)
    const known = await tx.select({ day: calendarDays.day }).from(calendarDays).limit(1)
    if (known.length > 0) return
    const read = readCalendarFile(await readFile(FILE, 'utf8'))
    if ('problems' in read) throw new Error(`${FILE.pathname}: ${read.problems[0]?.problem}`)
    await importCalendarDays(tx, read.data.days)
  })
}
