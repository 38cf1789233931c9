/**
 * What the libraries for Word and Excel would carry at great cost, long tables and photos: they get a stand-in of each,
 * and the finished file the real ones.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { printable } from './printable.ts'
import { withRoomForTurned } from './report/turned-pictures.ts'
import { type Chunks, inOnePiece, type ZipPart, zip } from './zip.ts'

export type StandIns = {
  /** The texts of the one row that docx is given in the place of all. `columns` is how many cells each has. */
  row(rows: readonly (readonly string[])[], columns: number): string[]
  /** Bytes that the library takes for those of the picture, which is read when its turn comes to be written. */
  picture(bytes: () => Promise<Uint8Array>): Uint8Array
  /** The file with everything in it that something stood in for, as one that was made on this day. */
  replaceIn(file: Uint8Array, day: string): Chunks
}

/** Nobody's words have a double brace in them after `printable`, so none of them can be taken for a stand-in. */
const rowName = (table: number, column: number): string => `{{row ${table} ${column}}}`
const pictureName = (at: number): string => `{{picture ${at}}}`

export function standIns(): StandIns {
  const tables: (readonly (readonly string[])[])[] = []
  const pictures = new Map<string, () => Promise<Uint8Array>>()
  return {
    row(rows, columns) {
      const table = tables.push(rows) - 1
      return Array.from({ length: columns }, (_, column) => rowName(table, column))
    },
    picture(bytes) {
      const name = pictureName(pictures.size)
      pictures.set(name, bytes)
      return strToU8(name)
    },
    replaceIn(file, day) {
      const parts = Object.entries(unzipSync(file)).map(([path, bytes]): ZipPart => {
        if (path === 'word/document.xml')
          return { path, bytes: strToU8(finished(tables.reduce(withRows, strFromU8(bytes)))) }
        if (path === 'docProps/core.xml') return { path, bytes: strToU8(madeOn(day, strFromU8(bytes))) }
        const picture = /^(word|xl)\/media\//.test(path) && pictures.get(strFromU8(bytes))
        return picture ? { path, packed: inOnePiece(picture) } : { path, bytes }
      })
      return () => zip(parts, Temporal.PlainDate.from(day))
    },
  }
}

/** The libraries write the time of the clock, and the same paper would be another file a second later. */
const madeOn = (day: string, core: string): string =>
  core.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, tag) => `${tag}${day}T00:00:00Z`)

const finished = (xml: string): string => withRoomForTurned(numbered(xml))

/** Pictures are counted from 1 in every paper; the library counts on as long as the program runs. */
function numbered(xml: string): string {
  let n = 0
  return xml.replace(/(<wp:docPr [^>]*?\bid=")\d+/g, (_, before) => `${before}${++n}`)
}

/** Writes the row that stands in for a table's rows once for each of them. */
function withRows(xml: string, rows: readonly (readonly string[])[], table: number): string {
  const named = xml.indexOf(rowName(table, 0))
  if (named < 0) return xml
  const from = xml.lastIndexOf('<w:tr>', named)
  const to = xml.indexOf('</w:tr>', named) + '</w:tr>'.length
  const row = xml.slice(from, to)
  const written = rows.map((cells) =>
    cells.reduce((text, cell, column) => text.replace(rowName(table, column), () => escaped(cell)), row),
  )
  return xml.slice(0, from) + written.join('') + xml.slice(to)
}

const escaped = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
