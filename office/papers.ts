/** Makes the papers of a period from its facts: what stands around them comes from the settings and the plan. */
import type { Db } from '../db/client.ts'
import { periodFacts } from '../db/papers/period-facts.ts'
import { paperPhoto } from '../db/papers/photos.ts'
import { deliveryRows, replyRows } from '../db/papers/report-rows.ts'
import { readTemplate } from '../db/papers/report-template.ts'
import { readPlans } from '../db/plans/plans.ts'
import { readSettings } from '../db/settings.ts'
import type { PeriodFacts } from '../domain/papers/period-facts.ts'
import { parsePeriod } from '../domain/quarter.ts'
import { translator } from '../locales/i18n.ts'
import { csv } from './csv.ts'
import { type PaperFacts, type PlanPaper, paperFacts } from './report/paper-facts.ts'
import { reportInPieces } from './report/report-docx.ts'
import { tracer } from './report/tracer.ts'
import { reportJson } from './report-json.ts'
import { reportWorkbook } from './workbook/report-workbook.ts'
import { type Chunks, whole } from './zip.ts'

export const FORMATS = ['docx', 'xlsx', 'json'] as const

export type Format = (typeof FORMATS)[number]

export const isFormat = (text: string): text is Format => (FORMATS as readonly string[]).includes(text)

const CONTENT_TYPES: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

export type MadePaper = {
  /** As it is named where nobody says otherwise: `bao-cao-2026-Q4.docx`. */
  name: string
  contentType: string
  chunks: Chunks
  /** The rows behind each figure, as CSV; of the Word report alone. */
  trace?: Uint8Array
}

export async function makePaper(db: Db, facts: PeriodFacts, format: Format): Promise<MadePaper> {
  const named = { name: `bao-cao-${facts.period}.${format}`, contentType: CONTENT_TYPES[format] }
  if (format === 'json')
    return { ...named, chunks: () => [new TextEncoder().encode(JSON.stringify(reportJson(facts), null, 2))] }
  const paper = await paperOf(db, facts.year)
  if (format === 'xlsx') {
    const period = parsePeriod(facts.period)
    const [replies, deliveries] = [await replyRows(db, period), await deliveryRows(db, period)]
    const { timezone: timeZone } = await readSettings(db)
    const more = { replies, deliveries, photo: paper.photo, timeZone }
    return { ...named, chunks: await reportWorkbook(facts, more, translator('vi')) }
  }
  const rows = tracer()
  const template = await readTemplate(db)
  const chunks = await reportInPieces(facts, paper, { template: template?.bytes, tracer: rows })
  const lines = rows.rows.map(({ place, value, rows: behind }) => [place, value, behind.join('; ')])
  return { ...named, chunks, trace: csv([['place', 'value', 'rows'], ...lines]) }
}

/** What stands around a year's papers, with the way to their pictures. */
export async function paperOf(db: Db, year: number): Promise<PaperFacts> {
  const around = paperFacts(await readSettings(db), await planPaper(db, year))
  return { ...around, photo: (id: number) => paperPhoto(db, id) }
}

/** What the year's plan says of itself; of several the first, for one report stands under one letterhead. */
async function planPaper(db: Db, year: number): Promise<PlanPaper> {
  const plan = (await readPlans(db)).findLast((each) => each.year === year)
  return { number: plan?.number ?? '', ...(plan?.facts as Partial<PlanPaper> | undefined) }
}

/** What somebody of the office gets who asks for a period in the chat: one paper after the other, never both in hand. */
export const papersFor = (db: Db, today: () => Temporal.PlainDate) =>
  async function* (period: string) {
    const facts = await periodFacts(db, parsePeriod(period), today())
    for (const format of ['docx', 'xlsx'] as const) {
      const { chunks, ...paper } = await makePaper(db, facts, format)
      yield { ...paper, bytes: await whole(chunks()) }
    }
  }
