/** How large a picture is as it is shown: a camera stores it as it was held, and notes how it is to be turned. */
import { imageSize } from 'image-size'

/** What is done to the stored picture to show it: first mirrored from left to right, then turned clockwise. */
export type Turn = { mirrored: boolean; degrees: 0 | 90 | 180 | 270 }

/** Width and height in pixels, as shown. */
export type PictureSize = { width: number; height: number; turn: Turn }

/** By the number that EXIF 2.32 (4.6.4, tag 274) gives to each; the first is 1. */
const TURNS: readonly Turn[] = [
  { mirrored: false, degrees: 0 },
  { mirrored: true, degrees: 0 },
  { mirrored: false, degrees: 180 },
  { mirrored: true, degrees: 180 },
  { mirrored: true, degrees: 270 },
  { mirrored: false, degrees: 90 },
  { mirrored: true, degrees: 90 },
  { mirrored: false, degrees: 270 },
]

export const UNTURNED: Turn = { mirrored: false, degrees: 0 }

export const liesOnItsSide = ({ degrees }: Turn): boolean => degrees === 90 || degrees === 270

/** The beginning of a picture will do. Throws where its size does not stand there. */
export function pictureSize(bytes: Uint8Array): PictureSize {
  const { width, height, orientation = 1 } = imageSize(bytes)
  const turn = TURNS[orientation - 1] ?? UNTURNED
  return liesOnItsSide(turn) ? { width: height, height: width, turn } : { width, height, turn }
}
