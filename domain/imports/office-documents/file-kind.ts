/** What a file is that an office sends as a plan or as a list, by its bytes and never by its name. */

export type FileKind =
  | 'word'
  | 'excel'
  | 'text'
  /** Those that Word and Excel wrote before 2007. */
  | 'oldWord'
  | 'oldExcel'
  | 'password'
  | 'pdf'
  | 'picture'
  /** Of LibreOffice. */
  | 'openDocument'
  /** What Word or Excel opens, and is neither: RTF, a web page, whatever the name says. */
  | 'otherOffice'
  /** Text in an alphabet older than Unicode. */
  | 'otherLetters'
  | 'unknown'

const MARKS: [mark: string, kind: FileKind][] = [
  ['%PDF', 'pdf'],
  ['\xff\xd8\xff', 'picture'],
  ['\x89PNG', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['RIFF', 'picture'],
  ['{\\rtf', 'otherOffice'],
  ['<html', 'otherOffice'],
  ['<!doctype html', 'otherOffice'],
  ['mime-version:', 'otherOffice'],
]

/** Names that stand uncompressed in a zip, or in the directory of an old file. */
const IN_ZIP: [name: string, kind: FileKind][] = [
  ['mimetypeapplication/vnd.oasis', 'openDocument'],
  ['xl/workbook.xml', 'excel'],
  ['word/document.xml', 'word'],
]
const IN_OLD: [name: string, kind: FileKind][] = [
  ['EncryptedPackage', 'password'],
  ['WordDocument', 'oldWord'],
  ['Workbook', 'oldExcel'],
]

export function fileKind(file: Uint8Array): FileKind {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const start = bytes.toString('latin1', 0, 20).trimStart()
  if (start.startsWith('PK')) return IN_ZIP.find(([name]) => bytes.includes(name))?.[1] ?? 'unknown'
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    return IN_OLD.find(([name]) => bytes.includes(name, 0, 'utf16le'))?.[1] ?? 'otherOffice'
  const marked = MARKS.find(([mark]) => start.startsWith(mark) || start.toLowerCase().startsWith(mark))
  return marked?.[1] ?? (start.slice(4, 8) === 'ftyp' ? 'picture' : kindOfText(bytes))
}

function kindOfText(bytes: Buffer): FileKind {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    return 'text'
  } catch {
    return bytes.includes(0) ? 'unknown' : 'otherLetters'
  }
}
