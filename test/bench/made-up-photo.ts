/** A photo of 300 kB that nothing can make smaller, another one each time. */
import { randomBytes } from 'node:crypto'

export const madeUpPhoto = async () => ({
  bytes: new Uint8Array(randomBytes(300_000)),
  type: 'image/jpeg',
  width: 1280,
  height: 960,
})
