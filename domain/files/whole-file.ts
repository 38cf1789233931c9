/** Whether a file came through whole, by the marks its own format carries. A RangeError says that it was cut short. */
import { crc32 } from 'node:zlib'

const START_OF_SCAN = 0xda
const END_OF_IMAGE = Buffer.from([0xff, 0xd9])

/** The thumbnail in a header has an end mark of its own: only one behind the picture's own data counts. */
export function jpegIsWhole(bytes: Buffer): boolean {
  let at = bytes.indexOf(0xff, 2)
  while (at >= 0) {
    const marker = bytes.readUInt8(at + 1)
    if (marker === START_OF_SCAN) return bytes.includes(END_OF_IMAGE, at)
    // Any number of 0xff may stand before a marker.
    at = bytes.indexOf(0xff, marker === 0xff ? at + 1 : at + 2 + bytes.readUInt16BE(at + 2))
  }
  return false
}

/** Every chunk carries its length and its checksum; the last is IEND. */
export function pngIsWhole(bytes: Buffer): boolean {
  for (let at = 8; ; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return false
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true
    at = end
  }
}

/** The header says how long the rest is. */
export const webpIsWhole = (bytes: Buffer): boolean => 8 + bytes.readUInt32LE(4) <= bytes.length

/** The last byte is a semicolon; some programs fill up with zeros behind it. */
export const gifIsWhole = (bytes: Buffer): boolean =>
  /;\0*$/.test(bytes.toString('latin1', bytes.length - 64))

/** HEIC is a row of boxes, each with its length; 0 says "to the end", 1 "the length follows in 64 bits". */
export function heicIsWhole(bytes: Buffer): boolean {
  let hasPicture = false
  let at = 0
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at)
    hasPicture ||= bytes.toString('latin1', at + 4, at + 8) === 'mdat'
    if (short === 0) break
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    if (length < 8) return false
    at += length
  }
  return hasPicture && at <= bytes.length
}

/** Readers look for the mark in the last 1,024 bytes: ISO 32000-1, annex H, note 18. */
export const pdfIsWhole = (bytes: Buffer): boolean => bytes.subarray(-1024).includes('%%EOF')

/** The last record says where the list of the files within begins; 0xffffffff: a record of another kind says it. */
export function zipIsWhole(bytes: Buffer): boolean {
  const last = bytes.lastIndexOf('PK\x05\x06')
  if (last < 0) return false
  const list = bytes.readUInt32LE(last + 16)
  const end = last + 22 + bytes.readUInt16LE(last + 20)
  const hasList = list === 0xffffffff || bytes.toString('latin1', list, list + 4) === 'PK\x01\x02'
  return hasList && end <= bytes.length
}
