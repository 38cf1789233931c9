/** The code of an invitation as people type it. */
import { fold } from '../vietnamese.ts'

/** Six digits, however grouped, alone or behind "mã". */
const CODE = /^(?:ma(?: so| dang ky)? ?)?(\d(?: ?\d){5})$/

/** The six digits of "123456", "123 456", "ma 123456" or "Mã: 123456"; null when the words are no code. */
export function typedCode(text: string): string | null {
  return CODE.exec(fold(text))?.[1]?.replaceAll(' ', '') ?? null
}
