/** What may leave the office of a period's exemplary people: their photos, a list, a Word annex, and what was left out. */
import { Document, Packer } from 'docx'
import { exemplarCode } from '../../domain/exemplars/exemplar.ts'
import type { ExemplarFacts, PeriodFacts } from '../../domain/papers/period-facts.ts'
import type { Translate } from '../../locales/i18n.ts'
import { csv } from '../csv.ts'
import { exemplarTable } from '../report/appendices/exemplars.ts'
import { photoPages } from '../report/appendices/photos.ts'
import { A4, MARGINS } from '../report/page.ts'
import type { PaperFacts, ReportPhoto } from '../report/paper-facts.ts'
import { paragraph } from '../report/paragraphs.ts'
import { periodName } from '../report/period-name.ts'
import { styles } from '../report/styles.ts'
import { tracer } from '../report/tracer.ts'
import { standIns } from '../stand-ins.ts'
import { type Chunks, inOnePiece, type ZipPart, zip } from '../zip.ts'
import { photoName } from './photo-name.ts'

export type Pack = { chunks: Chunks; people: number; photos: number; leftOut: number }

const EXTENSIONS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

/** Only who is approved and agreed to be named; only photos that may be published. */
export async function exemplarPack(facts: PeriodFacts, paper: PaperFacts, t: Translate): Promise<Pack> {
  const named = facts.exemplars.filter(isNamed)
  const only = { ...facts, exemplars: named }
  const photos = new Map<string, ReportPhoto>()
  const lines: string[][] = []
  const leftOut = facts.exemplars.flatMap((one) => (isNamed(one) ? [] : [left(one, reasonAgainst(one), t)]))
  for (const one of named) {
    const files = await photosOf(one, facts.period, paper, photos)
    for (const [name, photo] of files) photos.set(name, photo)
    const why = one.mayPhoto
      ? files.length < Math.max(one.photoIds.length, 1)
        ? 'noPhoto'
        : null
      : 'noPhotoConsent'
    if (why) leftOut.push(left(one, why, t))
    lines.push(
      lineOf(
        one,
        files.map(([name]) => name),
        t,
      ),
    )
  }
  const annex = await annexOf({ facts: only, paper, t, tracer: tracer() })
  const header = ['code', 'name', 'kind', 'role', 'unit', 'field', 'deed', 'stage', 'photos'] as const
  const parts: ZipPart[] = [
    ...[...photos].map(([path, { bytes }]) => ({ path, packed: inOnePiece(bytes) })),
    { path: `${facts.period}_PhuLuc.docx`, packed: annex },
    {
      path: `${facts.period}_DanhSach.csv`,
      bytes: csv([header.map((key) => t(`pack.${key}`)), ...lines]),
    },
    {
      path: `${facts.period}_KhongDua.csv`,
      bytes: csv([[t('pack.code'), t('pack.unit'), t('pack.leftOut'), t('pack.why')], ...leftOut]),
    },
  ]
  return {
    chunks: () => zip(parts, Temporal.PlainDate.from(facts.asOf)),
    people: named.length,
    photos: photos.size,
    leftOut: leftOut.length,
  }
}

const isNamed = ({ review, mayName, name }: ExemplarFacts): boolean =>
  review === 'approved' && mayName && name !== null

const reasonAgainst = ({ review }: ExemplarFacts) => (review === 'approved' ? 'noNameConsent' : 'notApproved')

type Reason = 'notApproved' | 'noNameConsent' | 'noPhotoConsent' | 'noPhoto'

/** Without a name: who did not agree is nobody's business who gets the pack. */
const left = (one: ExemplarFacts, why: Reason, t: Translate): string[] => [
  exemplarCode(one.id),
  one.unit,
  t(isNamed(one) ? 'pack.itsPhotos' : 'pack.itself'),
  t(`pack.reason.${why}`),
]

const lineOf = (one: ExemplarFacts, files: string[], t: Translate): string[] => [
  exemplarCode(one.id),
  one.name ?? '',
  t(`workbook.kindOf.${one.kind}`),
  one.role ?? '',
  one.unit,
  one.field ? t(`exemplar.field.${one.field}`) : '',
  one.deed ?? '',
  t(`workbook.stageOf.${one.stage}`),
  files.join('; '),
]

/** By their names in the pack. */
async function photosOf(
  one: ExemplarFacts,
  period: string,
  paper: PaperFacts,
  taken: ReadonlyMap<string, ReportPhoto>,
): Promise<[string, ReportPhoto][]> {
  const found: [string, ReportPhoto][] = []
  if (!one.mayPhoto) return found
  for (const id of one.photoIds) {
    const photo = await paper.photo(id)
    const extension = photo && EXTENSIONS[photo.type]
    if (!extension) continue
    const about = { period, unit: one.unit, who: one.name ?? '', n: found.length + 1 }
    const name = photoName(about, extension)
    // Two of one name in one unit are told apart by the code of the proposal.
    found.push([taken.has(name) ? `${exemplarCode(one.id)}_${name}` : name, photo])
  }
  return found
}

async function annexOf(writing: Parameters<typeof photoPages>[0]): Promise<Chunks> {
  const { facts, t } = writing
  const late = standIns()
  const title = t('pack.title', { period: periodName(facts, t) })
  const document = new Document({
    title,
    styles,
    sections: [
      {
        properties: { page: { size: A4, margin: MARGINS } },
        children: [
          paragraph('Appendix', t('pack.annex')),
          paragraph('Appendix', title),
          ...exemplarTable(writing, late),
        ],
      },
      { properties: { page: { size: A4, margin: MARGINS } }, children: await photoPages(writing, late) },
    ],
  })
  return late.replaceIn(new Uint8Array(await Packer.toBuffer(document)), facts.asOf)
}
