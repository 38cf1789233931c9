/** The report of a period as a Word file: the template, its slots filled from the facts. */
import { type Paragraph, type ParagraphChild, PatchType, patchDocument, type Table, TextRun } from 'docx'
import type { PeriodFacts } from '../../domain/papers/period-facts.ts'
import { translator } from '../../locales/i18n.ts'
import { printable } from '../printable.ts'
import { standIns } from '../stand-ins.ts'
import { type Chunks, whole } from '../zip.ts'
import { exemplarTable } from './appendices/exemplars.ts'
import { photoPages } from './appendices/photos.ts'
import { progressTables } from './appendices/progress.ts'
import { silentTable } from './appendices/silent.ts'
import { addressees, basis, issuer, opening, recipients, signature } from './around-body.ts'
import type { PaperFacts } from './paper-facts.ts'
import { periodName } from './period-name.ts'
import { judgement } from './sections/judgement.ts'
import { leadership } from './sections/leadership.ts'
import { nextTasks } from './sections/next.ts'
import { proposals } from './sections/proposals.ts'
import { results } from './sections/results.ts'
import { defaultTemplate } from './template/default-template.ts'
import { madeReady } from './template/made-ready.ts'
import type { Slot } from './template/slots.ts'
import { tracer as newTracer, type Tracer } from './tracer.ts'

export type ReportOptions = {
  /** The office's own; without it the one it gets to begin with. */
  template?: Uint8Array
  /** Gathers the rows behind each figure. */
  tracer?: Tracer
}

type Patch =
  | { type: typeof PatchType.PARAGRAPH; children: ParagraphChild[] }
  | { type: typeof PatchType.DOCUMENT; children: (Paragraph | Table)[] }

/** All of it in one piece. */
export const reportDocx = async (...of: Parameters<typeof reportInPieces>): Promise<Uint8Array> =>
  whole((await reportInPieces(...of))())

/** An official paper is in Vietnamese, whatever language the chat speaks. */
export async function reportInPieces(
  facts: PeriodFacts,
  paper: PaperFacts,
  { template, tracer = newTracer() }: ReportOptions = {},
): Promise<Chunks> {
  const t = translator('vi')
  const late = standIns()
  const writing = { facts, paper, t, tracer }
  const { sign, place, issuerName } = paper
  // The year shall not be left alone on a second line.
  const period = periodName(facts, t).replaceAll(' ', '\u00A0')
  const about = t('report.about', { period })
  // The paper is dated when it is signed: a year is reported on in January, too.
  const year = facts.asOf.slice(0, 4)
  const patches: Record<Slot, Patch> = {
    issuer: blocks(issuer(writing)),
    number: words(t('report.number', { sign })),
    place_date: words(t('report.placeDate', { place, year })),
    about: words(about),
    to: blocks(addressees(writing)),
    basis: blocks(basis(writing)),
    opening: blocks(opening(writing)),
    leadership: blocks(leadership(writing)),
    results: blocks(results(writing)),
    judgement: blocks(judgement(writing)),
    next: blocks(nextTasks(writing)),
    proposals: blocks(proposals(writing)),
    recipients: blocks(recipients(writing)),
    signature: blocks(signature(writing)),
    signer_name: words(paper.signer.name),
    attached: words(t('report.appendix.attached', { sign, year, issuer: issuerName })),
    exemplars: blocks(exemplarTable(writing, late)),
    photos: blocks(await photoPages(writing, late)),
    silent: blocks(silentTable(writing, late)),
    progress: blocks(progressTables(writing, late)),
  }
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: madeReady(template ?? (await defaultTemplate(t)), { issuer: paper.issuer.at(-1) ?? '', about }),
    patches,
    keepOriginalStyles: true,
    trimPlaceholders: true,
    properties: { title: printable(about), creator: printable(issuerName) },
  })
  return late.replaceIn(filled, facts.asOf)
}

const words = (text: string): Patch => ({ type: PatchType.PARAGRAPH, children: [new TextRun(text)] })
const blocks = (children: (Paragraph | Table)[]): Patch => ({ type: PatchType.DOCUMENT, children })
