/** A mistake or a doubt in a list of units; its kind lets the chat tell it in the office's own language. */
import type { FileKind } from '../office-documents/file-kind.ts'
import type { Problem } from '../problem.ts'

export type UnitProblem = Problem & {
  kind: OfFile | OfUnit | OfUnits
  /** What the value is held against: another spelling, other units, the columns as offices head them. */
  beside?: string
  /** What the file is, of which nothing can be read. */
  file?: Exclude<FileKind, 'excel' | 'text'>
  /** Of how many units it is told at once; of one where it is left out. */
  count?: number
}

/** About the file and how it was read. */
type OfFile =
  | 'notRead'
  | 'notUtf8'
  | 'quotes'
  | 'noUnits'
  | 'missingColumns'
  | 'unreadColumns'
  | 'tooManyCells'
  | 'otherSheets'
  | 'hiddenRow'
  | 'hiddenColumns'
  | 'formulaFailed'
  | 'footer'

/** About one unit's line. */
type OfUnit =
  | 'noName'
  | 'noCode'
  | 'sameName'
  | 'sameInitials'
  | 'noBlock'
  | 'badCode'
  | 'badFlag'
  | 'badPhone'
  | 'twoPhones'
  | 'shortenedPhone'
  | 'zeroRestored'
  | 'noPhone'
  | 'noHead'
  | 'oneCase'
  | 'noType'
  | 'lostLetters'

/** About several units at once. */
type OfUnits =
  | 'sameCode'
  | 'secondLead'
  | 'secondOffice'
  | 'samePhone'
  | 'unknownBlock'
  | 'blockNamedTwice'
  | 'nearBlock'
  | 'typesConcluded'
