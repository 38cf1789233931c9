/** Appendix IV: photos that may be published, two to a page, each with its caption. */
import { AlignmentType, ImageRun, Paragraph } from 'docx'
import { liesOnItsSide, type Turn, UNTURNED } from '../../../domain/files/picture-size.ts'
import { printable } from '../../printable.ts'
import type { StandIns } from '../../stand-ins.ts'
import type { ReportPhoto } from '../paper-facts.ts'
import { paragraph } from '../paragraphs.ts'
import type { Writing } from '../writing.ts'

/** In pixels of 1/96 inch: what leaves room for two with captions of three lines, also under the heading. */
const ROOM = { width: 580, height: 345 }

const TYPES: Record<string, 'jpg' | 'png'> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

/** A photo that is gone, or of a kind that Word does not show, is left out. */
export async function photoPages(
  { facts, paper, t, tracer }: Writing,
  standIns: StandIns,
): Promise<Paragraph[]> {
  const pages: Paragraph[] = []
  let n = 0
  for (const one of facts.exemplars) {
    if (one.review !== 'approved' || !one.mayPhoto) continue
    for (const id of one.photoIds) {
      const photo = await paper.photo(id)
      const type = photo && TYPES[photo.type]
      if (!type) continue
      n += 1
      const caption =
        one.mayName && one.name !== null
          ? t('report.appendix.photo', { n, name: one.name, unit: one.unit })
          : t('report.appendix.photoOf', { n, unit: one.unit })
      pages.push(
        picture(photo, standIns.picture(photo.bytes), { type, caption, onNewPage: n > 1 && n % 2 === 1 }),
      )
      pages.push(
        paragraph('Caption', tracer.note('Appendix IV', caption, [`exemplar ${one.id}`, `photo ${id}`])),
      )
    }
  }
  return n === 0 ? [paragraph('Said', t('report.appendix.noPhotos'))] : pages
}

type Shown = { type: 'jpg' | 'png'; caption: string; onNewPage: boolean }

function picture(photo: ReportPhoto, data: Uint8Array, { type, caption, onNewPage }: Shown): Paragraph {
  const scale = Math.min(ROOM.width / photo.width, ROOM.height / photo.height)
  const shown = { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) }
  const name = printable(caption)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    pageBreakBefore: onNewPage,
    children: [
      new ImageRun({
        type,
        data,
        transformation: turned(shown, photo.turn),
        altText: { name, description: name, title: name },
      }),
    ],
  })
}

/** Word is told the size as stored, and turns it. */
function turned({ width, height }: { width: number; height: number }, turn: Turn = UNTURNED) {
  const stored = liesOnItsSide(turn) ? { width: height, height: width } : { width, height }
  const isAsStored = turn.degrees === 0 && !turn.mirrored
  return isAsStored ? stored : { ...stored, rotation: turn.degrees, flip: { horizontal: turn.mirrored } }
}
