/** A small office straight into the tables: blocks, units, their heads, a plan, and what each unit owes. */
import type { Db } from '../db/client.ts'
import {
  assignments,
  blocks,
  calendarDays,
  contacts,
  people,
  plans,
  posts,
  tasks,
  units,
} from '../db/schema/index.ts'
import type { Address } from '../domain/message.ts'
import { assignmentPeriods } from '../domain/plans/assignment-periods.ts'
import type { Quarter } from '../domain/quarter.ts'
import { date, holidays } from './domain/vietnam.ts'

export type SeededPerson = {
  id: number
  name: string
  /** Null: they have not joined. */
  contactId: number | null
  address: Address
}

export type SeededUnit = {
  id: number
  code: string
  name: string
  head: SeededPerson
  /** Its assignments by task code; of a year-round task, by code and quarter: `CN-a Q4`. */
  owes: Record<string, number>
}

export type SeededTask = { code: string; quarter: Quarter | null; dueOn: string; shortTitle?: string }

export type Seed = {
  /** How many, with the codes U01, U02 and so on. */
  units?: number
  /** The day the plan came and everybody took office. */
  today?: string
  tasks?: SeededTask[]
  /** Whether the heads have joined; default yes. */
  joined?: boolean
}

export const BOT = { channel: 'telegram', bot: '1' } as const

export const YEAR_REPORT: SeededTask = {
  code: 'Q4-b',
  quarter: 4,
  dueOn: '2026-12-31',
  shortTitle: 'Báo cáo tổng kết năm 2026',
}

const HEADS = [
  'Nguyễn Thị Hương Giang',
  'Phạm Văn Chiến',
  'Lê Thị Minh Nguyệt',
  'Hoàng Văn Hiệp',
  'Vũ Thị Hạnh',
]

/** An office of the year 2026 with the holidays that ship with dondoc; every task is asked of every unit. */
export async function seedOffice(db: Db, seed: Seed = {}): Promise<SeededUnit[]> {
  const { units: count = 1, today = '2026-02-24', tasks: plan = [YEAR_REPORT], joined = true } = seed
  const days = holidays.days.map(({ date: day, note, ...rest }) => ({ ...rest, day, note: note ?? null }))
  await db.insert(calendarDays).values(days)
  await db.insert(blocks).values({ code: 'K1', name: 'Khối trường học' })
  const taskRows = await seedPlan(db, plan, today)
  const rows = await db
    .insert(units)
    .values(Array.from({ length: count }, (_, index) => unitRow(index + 1)))
    .returning()
  const seeded: SeededUnit[] = []
  for (const [index, unit] of rows.entries()) {
    const name = `${HEADS[index % HEADS.length]}${index < HEADS.length ? '' : ` ${index + 1}`}`
    const head = await addPerson(db, { unitIds: [unit.id], name, joined, today })
    const owes = await seedAssignments(db, unit.id, taskRows, today)
    seeded.push({ id: unit.id, code: unit.code, name: unit.name, head, owes })
  }
  return seeded
}

const unitRow = (number: number) => ({
  code: `U${String(number).padStart(2, '0')}`,
  name: `Trường Tiểu học số ${number}`,
  shortName: `TH số ${number}`,
  unitType: 'truong_hoc',
  blockCode: 'K1',
  isBlockLead: number === 1,
})

async function seedPlan(db: Db, plan: SeededTask[], today: string) {
  const [{ id: planId } = { id: 0 }] = await db
    .insert(plans)
    .values({
      code: 'KH-83-2026',
      number: '83/KH-UBND',
      title: 'Kế hoạch thi đua, khen thưởng năm 2026',
      year: 2026,
      issuedOn: date('2026-02-24'),
      facts: {},
      importedAt: new Date(`${today}T00:00:00Z`),
    })
    .returning({ id: plans.id })
  if (plan.length === 0) return []
  const rows = plan.map(({ code, quarter, dueOn, shortTitle = `Việc ${code}` }, position) => ({
    planId,
    code,
    section: 'II',
    position,
    quarter,
    fullText: `${shortTitle}, theo nội dung của Kế hoạch.`,
    shortTitle,
    titleBasis: 'stated',
    audience: ['all_units'],
    audienceBasis: 'stated',
    evidence: [],
    evidenceBasis: 'stated',
    dueOn: date(dueOn),
    dueBasis: 'stated',
    asksUnitHeads: true,
  }))
  return db.insert(tasks).values(rows).returning()
}

async function seedAssignments(db: Db, unitId: number, plan: (typeof tasks.$inferSelect)[], today: string) {
  const owes: Record<string, number> = {}
  for (const { id: taskId, code, quarter, dueOn } of plan) {
    for (const period of assignmentPeriods({ year: 2026, quarter: quarter as Quarter | null, dueOn })) {
      const [row] = await db
        .insert(assignments)
        .values({ taskId, unitId, year: 2026, ...period, urgedFrom: date(today) })
        .returning({ id: assignments.id })
      owes[quarter === null ? `${code} Q${period.quarter}` : code] = row!.id
    }
  }
  return owes
}

/** Somebody with the same post in some units: the head unless said otherwise. */
export async function addPerson(
  db: Db,
  {
    unitIds,
    name,
    role = 'head',
    joined = true,
    today = '2026-02-24',
  }: {
    unitIds: number[]
    name: string
    role?: 'head' | 'deputy' | 'clerk'
    joined?: boolean
    today?: string
  },
): Promise<SeededPerson> {
  const [person] = await db.insert(people).values({ fullName: name }).returning({ id: people.id })
  const personId = person!.id
  await db.insert(posts).values(unitIds.map((unitId) => ({ personId, unitId, role, fromDay: date(today) })))
  const address = { ...BOT, id: String(700_000 + personId) }
  const contactId = joined ? await addContact(db, personId, address.id, `${today}T01:00:00Z`) : null
  return { id: personId, name, contactId, address }
}

/** Somebody of the office, or a leader, who has joined. */
export async function addStaff(
  db: Db,
  name: string,
  role: 'office' | 'leader' = 'office',
  today = '2026-02-24',
): Promise<SeededPerson> {
  const [person] = await db.insert(people).values({ fullName: name }).returning({ id: people.id })
  const id = person!.id
  await db.insert(posts).values({ personId: id, unitId: null, role, fromDay: date(today) })
  const address = { ...BOT, id: String(700_000 + id) }
  return { id, name, contactId: await addContact(db, id, address.id, `${today}T01:00:00Z`), address }
}

/** A chat of somebody on the tests' bot. */
export async function addContact(
  db: Db,
  personId: number,
  externalId: string,
  joinedAt: string,
): Promise<number> {
  const [row] = await db
    .insert(contacts)
    .values({ ...BOT, externalId, personId, joinedAt: new Date(joinedAt) })
    .returning({ id: contacts.id })
  return row!.id
}
