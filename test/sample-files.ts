/** Small files of many formats, made byte by byte: real ones, which any program opens. */
import { crc32, deflateSync } from 'node:zlib'

const u16 = (n: number) => Buffer.from([n >> 8, n & 255])
const u32 = (n: number) => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255])
const le16 = (n: number) => u16(n).reverse()
const le32 = (n: number) => u32(n).reverse()

const segment = (marker: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])
}

/** A grey JPEG; `thumbnail` is another one in its header, as cameras put it there. */
export function jpeg(width: number, height: number, thumbnail?: Buffer): Buffer {
  // One code of one bit each: "no difference", "end of block". Two zero bits are a block of 8 by 8.
  const oneCode = (table: number) => Buffer.from([table, 1, ...Array(15).fill(0), 0])
  const bits = '00'.repeat(Math.ceil(width / 8) * Math.ceil(height / 8))
  const scan = (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '1'), 2))
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(thumbnail ? [segment(0xe2, thumbnail)] : []),
    segment(0xdb, Buffer.from([0, ...Array(64).fill(1)])),
    segment(0xc0, Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])),
    segment(0xc4, oneCode(0)),
    segment(0xc4, oneCode(0x10)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]), Buffer.alloc(0)),
    Buffer.from(scan),
    Buffer.from([0xff, 0xd9]),
  ])
}

const chunk = (type: string, body: Buffer) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  return Buffer.concat([u32(body.length), named, u32(crc32(named))])
}

/** A JPEG with the turn that a camera noted in its header: a number of EXIF's, 1 to 8. */
export function turnedJpeg(width: number, height: number, orientation: number): Buffer {
  const picture = jpeg(width, height)
  const tag = Buffer.concat([le16(274), le16(3), le32(1), le16(orientation), le16(0)])
  const notes = Buffer.concat([Buffer.from('Exif\0\0II*\0', 'latin1'), le32(8), le16(1), tag, le32(0)])
  return Buffer.concat([picture.subarray(0, 2), segment(0xe1, notes), picture.subarray(2)])
}

/** A black PNG. `claimed` is the width that its header tells, when it lies. */
export const png = (width: number, height: number, claimed = width): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([u32(claimed), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ])

export const gif = (): Buffer =>
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

export const webp = (): Buffer =>
  Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')

/** A grey TIFF of one strip. */
export function tiff(width: number, height: number): Buffer {
  const tag = (id: number, value: number) => Buffer.concat([le16(id), le16(4), le32(1), le32(value)])
  const tags = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, height],
    [279, width * height],
  ] as const
  return Buffer.concat([
    Buffer.from('II*\0', 'latin1'),
    le32(8 + width * height),
    Buffer.alloc(width * height, 128),
    le16(tags.length),
    ...tags.map(([id, value]) => tag(id, value)),
    le32(0),
  ])
}

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body])
}

/** The frame of a HEIC photo as phones write it, with nothing in the picture. */
export function heic(width: number, height: number): Buffer {
  const size = box('ispe', Buffer.alloc(4), u32(width), u32(height))
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', Buffer.alloc(4), box('iprp', box('ipco', size))),
    box('mdat', Buffer.alloc(64)),
  ])
}
