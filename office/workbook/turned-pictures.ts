/** Turns the pictures of a sheet as the camera noted: the library places them as they are stored. */
import { liesOnItsSide, UNTURNED } from '../../domain/files/picture-size.ts'
import type { SheetPicture } from './sheet.ts'

const PIXEL = 9525
const DEGREE = 60_000
/** What a picture is cropped by is told in thousandths of a percent; less than nothing leaves room around it. */
const WHOLE = 100_000

/** `xml` is the sheet's drawing: its pictures in their order. */
export function withPicturesTurned(xml: string, pictures: readonly SheetPicture[]): string {
  let at = 0
  return xml.replace(/<xdr:pic>.*?<\/xdr:pic>/gs, (pic) => {
    const picture = pictures[at++]
    const { mirrored, degrees } = picture?.turn ?? UNTURNED
    if (!picture || (!mirrored && degrees === 0)) return pic
    const { width, height } = picture
    const frame = `<a:off x="0" y="0"/><a:ext cx="${width * PIXEL}" cy="${height * PIXEL}"/>`
    const turn = `<a:xfrm rot="${degrees * DEGREE}"${mirrored ? ' flipH="1"' : ''}>${frame}</a:xfrm>`
    return pic
      .replace('<a:stretch>', `${roomAround(picture)}<a:stretch>`)
      .replace('<xdr:spPr>', `<xdr:spPr>${turn}`)
  })
}

/** Programs do not agree on the frame of what lies on its side; a square one is the same whichever way it lies. */
function roomAround({ shape, turn = UNTURNED }: SheetPicture): string {
  if (!liesOnItsSide(turn)) return ''
  const room = Math.round(((Math.max(shape, 1 / shape) - 1) / 2) * WHOLE)
  // As shown it is upright where it is stored lying.
  return shape < 1 ? `<a:srcRect t="-${room}" b="-${room}"/>` : `<a:srcRect l="-${room}" r="-${room}"/>`
}
