/** A template made ready to be filled: what an office's program did to it is mended, and its lines are as long as the words ask for. */
import { XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { rootOf } from '../../../domain/imports/office-documents/xml-nodes.ts'
import { setBreaksApart } from './breaks.ts'
import { putNumbersBack } from './page-numbers.ts'
import { setRules } from './rules.ts'

const TEXT = 'word/document.xml'

export function madeReady(docx: Uint8Array, words: Parameters<typeof setRules>[1]): Uint8Array {
  const files = unzipSync(docx)
  const read = (part: string) => strFromU8(files[part] ?? new Uint8Array())
  const root = rootOf(read(TEXT))
  setBreaksApart(root)
  putNumbersBack(root, read)
  setRules(root, words)
  return zipSync({ ...files, [TEXT]: strToU8(new XMLSerializer().serializeToString(root)) })
}
