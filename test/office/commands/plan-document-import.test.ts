/** The office imports its own papers: it sees what was read, and nothing is taken in before it has agreed. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { readPlans } from '../../../db/plans/plans.ts'
import { planDocumentImport } from '../../../office/commands/plan-document-import.ts'
import { freshDatabase } from '../../database.ts'
import { type SamplePlan, scannedPlan, wordPlan } from '../../domain/imports/plan-reading/sample-plans.ts'
import { counts, importPlan, jsonOf, now, today } from './desk.ts'

type Order = Parameters<typeof planDocumentImport>[1]

async function take(db: Db, plan: SamplePlan, order: Partial<Order> = {}) {
  const bytes = await plan.bytes()
  return planDocumentImport(db, {
    bytes,
    fileName: plan.name,
    dryRun: false,
    yes: false,
    today,
    now,
    ...order,
  })
}

const plans = async (db: Db) => (await readPlans(db)).map(({ code }) => code)

test('a scan is shown before anything is taken in: lines, clauses, days, and where to look', async () => {
  const { db } = await freshDatabase()
  let shown = ''
  const refused = await take(db, scannedPlan, {
    confirm: async (question) => {
      shown = question
      return false
    },
  })
  expect(refused.refused).toBe(true)
  expect(await plans(db)).toEqual([])
  expect(shown).toMatch(/67 +II\.2\.b +Q2-b +Q2 +2026-06-30 +end of quarter +blocks \? +yes +here/)
  expect(shown).toContain(
    'Look here: Recognised from a scan: compare the words with the paper.\n  Q1-a, Q1-b',
  )
  expect(shown).toContain('Take it in?')
})

test('where nobody is there to agree, nothing is taken in without --yes', async () => {
  const { db } = await freshDatabase()
  expect(jsonOf(await take(db, wordPlan)).error.code).toBe('not_confirmed')
  expect(await plans(db)).toEqual([])
  const taken = await take(db, wordPlan, { yes: true })
  expect(counts(taken)).toEqual([17, 0, 0, 0])
  expect(await plans(db)).toEqual(['KH-83-2026'])
})

test('a dry run shows the tasks and changes nothing; scripts get them as JSON', async () => {
  const { db } = await freshDatabase()
  const tried = await take(db, wordPlan, { dryRun: true })
  expect(await plans(db)).toEqual([])
  expect(jsonOf(tried)).toMatchObject({ added: 17, problems: [] })
  expect(jsonOf(tried).tasks[4]).toMatchObject({
    ...{ line: 19, clause: 'II.2.b', code: 'Q2-b', quarter: 2, due_on: '2026-06-30' },
    ...{ due_basis: 'inferred_quarter_end', audience: ['blocks'], asks_unit_heads: true },
  })
})

test('the same plan again changes nothing, and over the file that ships with dondoc it undoes nothing', async () => {
  const { db } = await freshDatabase()
  await importPlan(db)
  const again = await take(db, wordPlan)
  expect(again.refused).toBeUndefined()
  expect(counts(again)).toEqual([0, 0, 17, 0])
  expect(jsonOf(again).plan_changes).toEqual([])
})

test('a second version is a difference that is shown and asked about', async () => {
  const { db } = await freshDatabase()
  await importPlan(db)
  const amended = {
    ...scannedPlan,
    bytes: async () =>
      Buffer.from(
        Buffer.from(await scannedPlan.bytes())
          .toString()
          .replace('a) Kiém tra cong tac', 'a) Trước ngày 15/10, kiém tra cong tac'),
      ),
  }
  const outcome = await take(db, amended)
  expect(jsonOf(outcome).error.code).toBe('not_confirmed')
  const change = jsonOf(outcome).task_changes.find(({ code }: { code: string }) => code === 'Q4-a')
  expect(change.fields.map(({ field }: { field: string }) => field)).toEqual(
    expect.arrayContaining(['fullText', 'dueOn', 'dueBasis']),
  )
})

test('--out writes a file to correct by hand, takes nothing in, and never writes over another', async () => {
  const { db } = await freshDatabase()
  const out = join(mkdtempSync(join(tmpdir(), 'plan-')), 'plan.yaml')
  await take(db, scannedPlan, { out })
  expect(await plans(db)).toEqual([])
  const written = readFileSync(out, 'utf8')
  expect(written).toContain('  # Line 67 of the document.\n  # ? Recognised from a scan')
  await expect(take(db, scannedPlan, { out })).rejects.toMatchObject({ code: 'file_exists' })
  expect(counts(await importPlan(db, written))).toEqual([17, 0, 0, 0])
})

test('a document without a number is refused, and can be completed in the file that --out writes', async () => {
  const { db } = await freshDatabase()
  const text = 'KẾ HOẠCH\nCông tác năm 2026\n\nI. NHIỆM VỤ\n1. Làm việc trong quý I.'
  const plan = { ...wordPlan, bytes: async () => Buffer.from(text) }
  const refused = await take(db, plan, { yes: true })
  expect(refused.refused).toBe(true)
  expect(refused.lines.join('\n')).toContain('The number of the plan was not found.')
  expect(refused.lines.at(-1)).toContain('--out plan.yaml')
})
