/** The exemplary people that may be named, with their pictures in the cells where consent allows. */
import { liesOnItsSide, type Turn } from '../../domain/files/picture-size.ts'
import type { ExemplarFacts } from '../../domain/papers/period-facts.ts'
import type { Translate } from '../../locales/i18n.ts'
import { day, type SheetPicture, type SheetPlan, words } from './sheet.ts'

export type Photo = {
  type: string
  width: number
  height: number
  turn?: Turn
  bytes(): Promise<Uint8Array>
}

/** As shown, in pixels; the row is as high in points. */
const PICTURE_HEIGHT = 96
const ROW_POINTS = 78
const WIDEST = 150

export async function exemplarsSheet(
  exemplars: readonly ExemplarFacts[],
  photo: (id: number) => Promise<Photo | null>,
  t: Translate,
): Promise<SheetPlan> {
  const shown = exemplars.filter(({ mayName, review }) => mayName && review === 'approved')
  const headers = [
    ['name', 26],
    ['kind', 14],
    ['role', 24],
    ['unit', 30],
    ['field', 18],
    ['deed', 60],
    ['stage', 14],
    ['proposedBy', 22],
    ['proposedOn', 14],
  ] as const
  const pictures: SheetPicture[] = []
  for (const [index, { photoIds }] of shown.entries()) {
    for (const [nth, id] of photoIds.entries()) {
      const found = await photo(id)
      if (found) pictures.push({ ...fitted(found), row: index + 2, column: headers.length + nth + 1 })
    }
  }
  const most = Math.max(1, ...shown.map(({ photoIds }) => photoIds.length))
  const photoColumns = Array.from({ length: most }, (_, nth) => ({
    header: t('workbook.photo', { n: nth + 1 }),
    width: 24,
  }))
  return {
    name: t('workbook.sheet.exemplars'),
    columns: [...headers.map(([key, width]) => ({ header: t(`workbook.${key}`), width })), ...photoColumns],
    rows: shown.map((one) => [
      words(one.name),
      words(t(`workbook.kindOf.${one.kind}`)),
      words(one.role),
      words(one.unit),
      words(one.field && t(`exemplar.field.${one.field}`)),
      words(one.deed),
      words(t(`workbook.stageOf.${one.stage}`)),
      words(one.proposedBy),
      day(one.proposedOn),
    ]),
    pictures,
    rowHeight: ROW_POINTS,
  }
}

/** A picture that is to be turned stands in a square. */
function fitted({ width, height, ...photo }: Photo) {
  const scale = Math.min(PICTURE_HEIGHT / height, WIDEST / width)
  const size =
    photo.turn && liesOnItsSide(photo.turn)
      ? { width: PICTURE_HEIGHT, height: PICTURE_HEIGHT }
      : { width: Math.round(width * scale), height: Math.round(height * scale) }
  return { ...photo, ...size, shape: width / height }
}
