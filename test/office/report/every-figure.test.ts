/** Every figure of the finished document has its rows: a figure that is not noted where it is written cannot slip through. */
import { expect, test } from 'vitest'
import type { PeriodFacts } from '../../../domain/papers/period-facts.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { tracer } from '../../../office/report/tracer.ts'
import { docxParts } from './docx-parts.ts'
import { sampleFacts, samplePaper } from './sample-facts.ts'

/** The year, so that a task stands in two quarters, with figures in people's words and exemplars of every sort. */
function wideFacts(): PeriodFacts {
  const facts = sampleFacts()
  const [task] = facts.tasks
  const exemplars = facts.exemplars.map((one, at) => ({
    ...one,
    deed: `Vận động ${at + 12} học sinh trở lại lớp, quyên góp 1.250 quyển sách.`,
  }))
  const [first, ...others] = exemplars
  if (!task || !first) throw new Error('nothing to begin with')
  const earlier = { ...task, quarter: 3 as const, dueOn: '2026-09-30' }
  const before = facts.answers.filter(({ taskCode }) => taskCode === task.code)
  return {
    ...facts,
    period: '2026',
    quarters: [3, 4],
    closed: [{ quarter: 3, on: '2026-10-05' }],
    tasks: [earlier, ...facts.tasks],
    answers: [
      ...before.map((answer, at) => ({ ...answer, quarter: 3 as const, assignmentId: 5_000 + at })),
      ...facts.answers.map((answer, at) => ({
        ...answer,
        said: answer.said && { ...answer.said, note: `Còn thiếu ${at + 1_000} tỷ đồng` },
      })),
    ],
    exemplars: [{ ...first, earlier: 'approved' }, ...others],
  }
}

/** What stands in the document and counts nothing. */
const NO_FIGURE: [string, RegExp][] = [
  ['days', /\d\d?\/\d\d?\/\d{4}/gu],
  ['the year of the period, and of the plan', /năm \d{4}|(?<=phương hướng )\d{4}/gu],
  ['clauses of the plan', /[IVX]+\.\d+\.[a-zđ](?: \(\d+\))?/gu],
  ['numbers of papers', /số \d+\S*(?=[ -])/gu],
  ['headings', /^\d+(?=\. )/gu],
  ['photos in their order', /^Ảnh \d+(?=\.)/gu],
  ['the legend', /^Ký hiệu: .*/gu],
]

const FIGURE = /\d+(?:[.,]\d+)*%?/gu

function figuresOf(lines: readonly string[], names: readonly string[]): string[] {
  const isName = new Set(names)
  return lines.flatMap((line, at) => {
    // Lines of a table are numbered before the name of whom they are about.
    if (/^\d+$/u.test(line) && isName.has(lines[at + 1] ?? '')) return []
    const withoutNames = names.reduce(
      (left, name) => left.replaceAll(name, ''),
      line.replaceAll('\u00A0', ' '),
    )
    const left = NO_FIGURE.reduce((text, [, what]) => text.replace(what, ''), withoutNames)
    return left.match(FIGURE) ?? []
  })
}

const counted = (figures: readonly string[]) =>
  new Map([...Map.groupBy(figures, (one) => one)].map(([one, same]) => [one, same.length]))

test('every figure in the document is in the trace, as often as it is written', async () => {
  const facts = wideFacts()
  const noted = tracer()
  const { lines } = docxParts(await reportDocx(facts, samplePaper, { tracer: noted }))
  const names = [
    ...facts.units.flatMap(({ unit, block }) => [unit, block ?? '']),
    ...facts.exemplars.flatMap(({ name }) => name ?? []),
  ]
    .filter(Boolean)
    // The longer first: "số 1" is the beginning of "số 12".
    .toSorted((a, b) => b.length - a.length)
  const figures = figuresOf(lines, [...new Set(names)])
  const written = counted(figures)
  const traced = counted(noted.rows.flatMap(({ value }) => value.match(FIGURE) ?? []))
  const missing = [...written].filter(([figure, times]) => times > (traced.get(figure) ?? 0))
  expect(missing).toEqual([])
  expect(figures.length).toBeGreaterThan(200)
})

test('whatever is noted names the rows behind it', async () => {
  const noted = tracer()
  await reportDocx(wideFacts(), samplePaper, { tracer: noted })
  const bare = noted.rows.filter(({ value, rows }) => rows.length === 0 && value !== '0' && value !== '0%')
  expect(bare).toEqual([])
  const kinds = new Set(noted.rows.flatMap(({ rows }) => rows.map((row) => row.replace(/ .*/u, ''))))
  expect([...kinds].toSorted()).toEqual([
    'announcement',
    'assignment',
    'call',
    'delivery',
    'exemplar',
    'photo',
    'report',
    'task',
    'unit',
  ])
})

test('words that a unit wrote are traced to its answer, also where they only name a kind of difficulty', async () => {
  const facts = wideFacts()
  const noted = tracer()
  await reportDocx(facts, samplePaper, { tracer: noted })
  for (const place of ['III causes', 'V proposals']) {
    const rows = noted.rows.find((row) => row.place === place)?.rows
    expect(rows).toEqual(expect.arrayContaining([expect.stringMatching(/^report \d+$/)]))
  }
})
