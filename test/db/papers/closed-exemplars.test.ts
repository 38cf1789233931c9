/** Exemplars of a closed quarter: its figures stay, and what becomes of one later counts where it happens, once. */
import { expect, test } from 'vitest'
import { markWithdrawn } from '../../../db/exemplars/exemplars.ts'
import { recordReview } from '../../../db/exemplars/review.ts'
import { eraseExemplar } from '../../../db/forgetting/erase-exemplar.ts'
import { closeQuarter } from '../../../db/papers/closed-quarters.ts'
import { periodFacts } from '../../../db/papers/period-facts.ts'
import { quarterFigures } from '../../../db/papers/quarter-figures.ts'
import { consents, exemplars } from '../../../db/schema/index.ts'
import { exemplarsToday } from '../../../domain/papers/exemplars-today.ts'
import { parsePeriod, type Quarter } from '../../../domain/quarter.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addExemplar } from '../../exemplars.ts'
import { docxParts } from '../../office/report/docx-parts.ts'
import { samplePaper } from '../../office/report/sample-facts.ts'
import { type SeededUnit, seedOffice } from '../../seed.ts'

async function office() {
  const { db } = await freshDatabase()
  const [unit] = (await seedOffice(db, {
    units: 1,
    tasks: [{ code: 'CN-a', quarter: null, dueOn: '2026-12-31' }],
  })) as [SeededUnit]
  const closes = (quarter: Quarter, at: string) =>
    db.transaction(async (tx) =>
      closeQuarter(tx, 2026, await quarterFigures(tx, 2026, quarter), new Date(at)),
    )
  const happens = (id: number, event: 'approved' | 'stage', at: string) =>
    db.transaction((tx) =>
      recordReview(tx, id, event === 'approved' ? { review: 'approved' } : { stage: 'fostered' }, {
        event,
        personId: null,
        now: new Date(at),
      }),
    )
  const facts = (period: string) => periodFacts(db, parsePeriod(period), date('2026-12-31'))
  return {
    db,
    unit,
    closes,
    happens,
    facts,
    proposes: async (name: string) => {
      const id = await addExemplar(db, { unit, name, at: '2026-03-02T02:00:00Z' })
      const agreed = {
        exemplarId: id,
        subject: 'nominee',
        method: 'message',
        recordedBy: unit.head.id,
      } as const
      await db
        .insert(consents)
        .values({ ...agreed, purpose: 'publish_name', givenAt: new Date('2026-03-02') })
      await db.update(exemplars).set({ quarter: 1, stage: 'discovered' })
      return id
    },
    told: async (period: string) =>
      (await facts(period)).exemplars.map(({ id, review, stage, earlier }) => ({
        id,
        review,
        stage,
        earlier,
      })),
    words: async (period: string) =>
      docxParts(await reportDocx(await facts(period), samplePaper)).lines.filter((line) =>
        line.includes('gương'),
      ),
  }
}

test('one that is taken back or erased after the closing still counts, without its name', {
  timeout: 120_000,
}, async () => {
  const { db, unit, proposes, closes, happens, told, words, facts } = await office()
  const [first, second, third] = [await proposes('Một'), await proposes('Hai'), await proposes('Ba')]
  await happens(second, 'approved', '2026-03-20T02:00:00Z')
  await closes(1, '2026-04-02T02:00:00Z')
  const [before, said] = [await told('2026-Q1'), await words('2026-Q1')]
  expect((await facts('2026-Q1')).exemplars.map(({ name }) => name)).toEqual(['Một', 'Hai', 'Ba'])

  const now = new Date('2026-04-10T02:00:00Z')
  await db.transaction((tx) => markWithdrawn(tx, first, unit.head.id, now))
  await db.transaction((tx) => eraseExemplar(tx, second, { personId: null, through: 'command', now }))
  await db.transaction((tx) =>
    recordReview(tx, third, { review: 'same' }, { event: 'same', personId: null, now }),
  )

  expect(await told('2026-Q1')).toEqual(before)
  const after = await words('2026-Q1')
  expect(after[0]).toBe(said[0])
  expect(after.at(-1)).toContain('Có 1 gương đã duyệt chưa đưa vào danh sách')
  const { exemplars: rows } = await facts('2026-Q1')
  expect(rows.map(({ name, mayName, mayPhoto, now: today }) => [name, mayName, mayPhoto, today])).toEqual(
    rows.map(() => [null, false, false, null]),
  )
  expect((await words('2026-H1')).join()).toContain('đã duyệt 1, đã rút hoặc trùng 2')
})

test('one that is approved after its quarter was closed is approved in the quarter in which that was', async () => {
  const { proposes, closes, happens, told, words } = await office()
  const id = await proposes('Một')
  await closes(1, '2026-04-02T02:00:00Z')
  await happens(id, 'approved', '2026-05-10T02:00:00Z')
  const inReview = { id, review: 'submitted', stage: 'discovered', earlier: null }
  const approved = { ...inReview, review: 'approved' }
  expect(await told('2026-Q1')).toEqual([inReview])
  expect(await told('2026-Q2')).toEqual([{ ...approved, earlier: 'approved' }])
  expect(await told('2026-Q3')).toEqual([])
  expect(await told('2026-H1')).toEqual([approved])
  expect(await told('2026')).toEqual([approved])
  expect((await words('2026-Q2'))[0]).toContain('đã duyệt 1 gương được giới thiệu từ kỳ trước')
  expect((await words('2026-H1'))[0]).toContain(
    'đã giới thiệu 1 gương điển hình tiên tiến (1 cá nhân); đã duyệt 1.',
  )
})

test('half a year whose quarters are closed stays as it was, and the year knows what came later', async () => {
  const { proposes, closes, happens, told } = await office()
  const id = await proposes('Một')
  await closes(1, '2026-04-02T02:00:00Z')
  await happens(id, 'approved', '2026-06-10T02:00:00Z')
  await closes(2, '2026-07-02T02:00:00Z')
  const half = await told('2026-H1')
  await happens(id, 'stage', '2026-08-10T02:00:00Z')
  expect(await told('2026-H1')).toEqual(half)
  expect(await told('2026-Q3')).toEqual([{ id, review: 'approved', stage: 'fostered', earlier: 'moved' }])
  expect(await told('2026')).toEqual([{ id, review: 'approved', stage: 'fostered', earlier: null }])
})

test('what happens after its own quarter was closed early counts in the next that is open', async () => {
  const { proposes, closes, happens, told } = await office()
  const id = await proposes('Một')
  await closes(1, '2026-03-25T02:00:00Z')
  await closes(2, '2026-03-26T02:00:00Z')
  await happens(id, 'approved', '2026-03-28T02:00:00Z')
  expect(await told('2026-Q1')).toMatchObject([{ review: 'submitted' }])
  expect(await told('2026-Q2')).toEqual([])
  expect(await told('2026-Q3')).toMatchObject([{ id, review: 'approved', earlier: 'approved' }])
})

test('what is handed on goes by today, also of a closed quarter', async () => {
  const { db, unit, proposes, closes, happens, facts } = await office()
  const [stays, goes] = [await proposes('Một'), await proposes('Hai')]
  await closes(1, '2026-04-02T02:00:00Z')
  await happens(stays, 'approved', '2026-04-10T02:00:00Z')
  await db.transaction((tx) => markWithdrawn(tx, goes, unit.head.id, new Date('2026-04-10T02:00:00Z')))
  expect(exemplarsToday(await facts('2026-Q1')).exemplars).toMatchObject([{ id: stays, review: 'approved' }])
})
