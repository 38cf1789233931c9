/** What a proposer's own words are taken for: a name with what they do, the deed, or an identity paper we must not get. */
import { fold, tidy } from '../vietnamese.ts'

const LEAST_LETTERS_OF_NAME = 3
const MOST_OF_NAME = 120
const LEAST_LETTERS_OF_ROLE = 3
const MOST_OF_ROLE = 300
const LEAST_LETTERS_OF_DEED = 15
export const MOST_OF_DEED = 2_000

/** Why words cannot stand as the answer. */
export type WordsProblem = 'tooShort' | 'tooLong'

/** The name before the first comma, dash or line's end, and what they do and where behind it; null where nothing is. */
export function readName(text: string): { name: string; role: string | null } {
  const [, before = '', behind = ''] = /^(.*?)(?:[,;\n]|\s[-–]\s|$)(.*)$/su.exec(text.trim()) ?? []
  const role = tidy(behind)
  return { name: tidy(before), role: roleProblem(role) ? null : role }
}

export const nameProblem = (name: string): WordsProblem | null =>
  problem(name, LEAST_LETTERS_OF_NAME, MOST_OF_NAME)

export const roleProblem = (role: string): WordsProblem | null =>
  problem(role, LEAST_LETTERS_OF_ROLE, MOST_OF_ROLE)

export const deedProblem = (deed: string): WordsProblem | null =>
  problem(deed, LEAST_LETTERS_OF_DEED, MOST_OF_DEED)

function problem(text: string, leastLetters: number, most: number): WordsProblem | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < leastLetters) return 'tooShort'
  return text.length > most ? 'tooLong' : null
}

/** As people write them, folded. */
const IDENTITY_PAPERS =
  /\b(?:can cuoc|cccd|cmnd|cmtnd|cmt|chung minh (?:nhan dan|thu)|ho chieu|passport|identity card|id card|giay to tuy than|giay khai sinh|so ho khau|bang lai xe|giay phep lai xe)\b/

/** Do the words speak of a paper that says who somebody is? Its picture is not ours to keep. */
export const namesIdentityPaper = (text: string): boolean => IDENTITY_PAPERS.test(fold(text))
