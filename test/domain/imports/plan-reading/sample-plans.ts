/** The documents by which the reading of plans is measured, each with what a person reads in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { tasks } from '../../plan-83.ts'
import { excelFile, type SheetCell } from './excel-file.ts'
import { type Block, wordFile } from './word-file.ts'

export type ExpectedTask = {
  clause: string
  quarter: number | null
  dueOn: string
  dueBasis: string
  /** Null where a person needs more than the document to tell. */
  audience: string | null
}

export type SamplePlan = {
  name: string
  bytes: () => Promise<Uint8Array>
  expected: { number: string; issuedOn: string; title: string; tasks: ExpectedTask[] }
}

const folder = new URL('../../../fixtures/plans/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(name, folder))

/** Plan 83 as the file that ships with dondoc reads it; the day of TC-1 is the office's choice, not the text's. */
const plan83 = {
  number: '83/KH-UBND',
  issuedOn: '2026-02-24',
  tasks: tasks.map((task) => {
    const isDuty = task.code === 'TC-1'
    return {
      clause: task.section,
      quarter: isDuty ? null : task.quarter,
      dueOn: isDuty ? '2026-12-31' : String(task.dueOn),
      dueBasis: task.dueBasis,
      audience: null,
    }
  }),
}

/** The clean text as Word has it: the letterhead in a table, paragraphs below. */
function plan83Blocks(): Block[] {
  const paragraphs = fixture('plan-83.txt').toString('utf8').split('\n').filter(Boolean)
  const [left, right, place, motto, number, issued, ...rest] = paragraphs
  const letterhead = [
    [left!, right!],
    [place!, motto!],
    [number!, issued!],
  ]
  return [{ table: letterhead }, ...rest]
}

export const scannedPlan: SamplePlan = {
  name: 'plan-83-scanned.txt',
  bytes: async () => fixture('plan-83-scanned.txt'),
  expected: {
    ...plan83,
    title: 'Trién khai mdt s6 nhiém vu trong tim cong tac thi dua, khen thwéng nam 2026',
  },
}

export const wordPlan: SamplePlan = {
  name: 'plan-83.docx',
  bytes: () => wordFile(plan83Blocks()),
  expected: {
    ...plan83,
    title: 'Triển khai một số nhiệm vụ trọng tâm công tác thi đua, khen thưởng năm 2026',
  },
}

/** A fixture of our own writing: the document's content, and rows of clause, quarter, day, basis, audience. */
type Fixture = (
  | { file: 'docx'; blocks: Block[] }
  | { file: 'xlsx'; rows: SheetCell[][] }
  | { file: 'txt'; text: string }
) & {
  expected: Omit<SamplePlan['expected'], 'tasks'> & {
    tasks: [string, number | null, string, string, string][]
  }
}

function written(name: string): SamplePlan {
  const sample: Fixture = parse(fixture(name).toString('utf8'))
  const { tasks: rows, ...header } = sample.expected
  const expected = rows.map(([clause, quarter, dueOn, dueBasis, audience]) => ({
    ...{ clause, quarter, dueOn, dueBasis, audience },
  }))
  return {
    name: name.replace('yaml', sample.file),
    bytes: async () =>
      sample.file === 'docx'
        ? wordFile(sample.blocks)
        : sample.file === 'xlsx'
          ? excelFile(sample.rows)
          : Buffer.from(sample.text),
    expected: { ...header, tasks: expected },
  }
}

export const samplePlans: SamplePlan[] = [
  scannedPlan,
  wordPlan,
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map(written),
]
