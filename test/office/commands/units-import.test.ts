/** Importing lists of units over the units that are known: every trap, and nothing by halves. */
import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { freshDatabase } from '../../database.ts'
import {
  answer,
  asked,
  counts,
  importPlan,
  importUnits,
  jsonOf,
  replaced,
  reports,
  rowVersions,
  unitList,
} from './desk.ts'

const traps = readFileSync(new URL('../../fixtures/units-dirty.csv', import.meta.url), 'utf8')

/** The lines of some units alone, below the header. */
const only = (list: string, ...codes: string[]) =>
  list
    .split('\n')
    .filter((line, index) => index === 0 || codes.some((code) => line.startsWith(`${code},`)))
    .join('\n')

const without = (code: string) => unitList.replace(new RegExp(`^${code},.*\n`, 'm'), '')

let db: Db
beforeEach(async () => {
  db = (await freshDatabase()).db
  await importPlan(db)
  await importUnits(db)
})

test('a list with mistakes is refused as a whole, each with its line, its reason and its mend', async () => {
  const before = await rowVersions(db)
  const outcome = await importUnits(db, traps)
  expect(outcome.refused).toBe(true)
  expect(counts(outcome)).toEqual([0, 0, 0, 0])
  const errors = jsonOf(outcome).problems.filter(({ severity }: { severity: string }) => severity === 'error')
  expect(errors.map(({ line, field }: { line: number; field: string }) => `${line} ${field}`)).toEqual([
    '8 blockCode',
    '9 isBlockLead',
    '9 phone',
    '10 name',
  ])
  expect(outcome.lines.join('\n')).toContain(
    'line 9, error: phone "0900 000 1O8"\n  This is not a Vietnamese',
  )
  expect(await rowVersions(db)).toEqual(before)
})

test('the traps that are no mistakes are taken in as meant', async () => {
  const outcome = await importUnits(db, only(traps, 'X01', 'X02', 'X03', 'X04', 'X05', 'VPDU', 'X10'))
  expect(counts(outcome)).toEqual([6, 1, 0, 60])
  expect(outcome.lines).toContain('VPDU  name: Văn phòng Đảng ủy đặc khu -> Văn phòng Đảng ủy')
  const rows = await db.execute(sql`select u.code, u.name, p.full_name, p.phone from units u
    join posts o on o.unit_id = u.id join people p on p.id = o.person_id
    where u.code like 'X%' order by u.code`)
  expect([...rows].map((row) => Object.values(row).join(' | '))).toEqual([
    'X01 | Trường Mầm non Cánh Buồm | Nguyễn Thị Tươi | 0900000101',
    'X02 | Trường Mầm non Bình Minh | Lê Thị Sáu | 0900000102',
    'X03 | Trường Tiểu học Hoa Sen | Trần Văn Ba | 0900000103',
    'X04 | Thôn Bãi Dài | Vũ Văn Tư | ',
    'X05 | Thôn Bãi Ngắn | Vũ Văn Tư | 0900000001',
    'X10 | Trạm Y tế Lưu động | Đinh Thị Mười | 0900000110',
  ])
  expect((await asked(db))['Q4-b 4']).toBe(66)
})

test('units that the list leaves out stay, and are told with the way to end them', async () => {
  const outcome = await importUnits(db, without('CH06'))
  expect(counts(outcome)).toEqual([0, 0, 60, 1])
  expect(outcome.lines.join('\n')).toContain(
    'asked as before: CH06\nTo end them, import the list again with --end-gone',
  )
  expect((await asked(db))['Q4-b 4']).toBe(60)
})

test('a unit that has ended is asked no more, and its reports and its head’s post stay as history', async () => {
  await answer(db, 'CH06', 'Q4-b', 'done')
  const outcome = await importUnits(db, without('CH06'), { endGone: true })
  expect(jsonOf(outcome).units_gone).toEqual(['CH06'])
  expect((await asked(db))['Q4-b 4']).toBe(59)
  expect(await reports(db)).toEqual(['CH06 Q4-b done'])
  const rows = await db.execute(sql`select u.ended_on::text, o.to_day::text from units u
    join posts o on o.unit_id = u.id where u.code = 'CH06'`)
  expect([...rows]).toEqual([{ ended_on: '2026-11-23', to_day: '2026-11-23' }])
  expect(counts(await importUnits(db, without('CH06')))).toEqual([0, 0, 60, 0])

  expect(counts(await importUnits(db))).toEqual([1, 0, 60, 0])
  expect((await asked(db))['Q4-b 4']).toBe(60)
  const status = await db.execute(
    sql`select status from summary.status where unit_code = 'CH06' and task_code = 'Q4-b'`,
  )
  expect([...status]).toEqual([{ status: 'done' }])
})

test('what the list says of a unit decides which tasks it is asked', async () => {
  const outcome = await importUnits(
    db,
    replaced(
      unitList,
      ['MN02,Trường', 'MN02,Lớp'],
      ['truong_hoc,K4,Khối trường mầm non,true', 'truong_hoc,K4,Khối trường mầm non,false'],
    ),
  )
  expect(jsonOf(outcome).units_changed.map(({ code }: { code: string }) => code)).toEqual(['MN01', 'MN02'])
  expect((await asked(db))['Q2-b 2']).toBe(7)
})

test('a block may get another name', async () => {
  await importUnits(db, unitList.replaceAll('Khối trường mầm non', 'Khối mầm non'))
  const rows = await db.execute(sql`select name from blocks where code = 'K4'`)
  expect([...rows]).toEqual([{ name: 'Khối mầm non' }])
})

test('a unit new in the next year owes nothing of the year that has passed', async () => {
  await importUnits(db, only(traps, 'X01'), {
    today: Temporal.PlainDate.from('2027-01-05'),
    now: new Date('2027-01-05T02:00:00Z'),
  })
  expect((await asked(db))['Q4-b 4']).toBe(60)
})
