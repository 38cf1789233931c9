/** One unit of the office's list: what its cells say, and what is wrong or doubtful about them. */
import { normalisePhone, showPhone } from '../../phone.ts'
import { tidy } from '../../vietnamese.ts'
import type { Column } from './columns.ts'
import type { UnitProblem } from './problem.ts'

export type UnitRow = {
  /** In capitals. */
  code: string
  name: string
  /** The name where the list gives no shorter one. */
  shortName: string
  unitType: string
  /** In capitals. */
  blockCode: string
  blockName: string
  isBlockLead: boolean
  /** Empty while the post is vacant. */
  headName: string
  headTitle: string
  /** In the one form of domain/phone.ts. */
  phone: string | null
  isCoordinatingOffice: boolean
  /** Undefined where the list does not say: what is known stays, and a new unit is none. */
  isPropaganda: boolean | undefined
}

/** One unit's line; `cell` gives the text in a column as it stands, undefined only where the file says nothing of it. */
export type UnitLine = { line: number; cell: (column: Column) => string | undefined }

/** One cell, tidied, and the ways to complain about it. */
type Cell = { text: string; wrong: Complain; doubtful: Complain }
type Complain = (kind: UnitProblem['kind'], problem: string, mend: string) => void

/** The unit as far as it can be read, with every problem of its line. */
export function readUnitRow({ line, cell }: UnitLine): {
  line: number
  row: UnitRow
  problems: UnitProblem[]
} {
  const problems: UnitProblem[] = []
  const at = (field: Column): Cell => {
    const value = cell(field) ?? ''
    const complain =
      (severity: UnitProblem['severity']): Complain =>
      (kind, problem, mend) =>
        problems.push({ kind, line, field, value, problem, mend, severity })
    return { text: tidy(value), wrong: complain('error'), doubtful: complain('warning') }
  }

  const name = readText(at('name'))
  if (!name) at('name').wrong('noName', 'The unit has no name.', 'Write its full name.')
  const row = {
    code: readCode(at('code'), 'noCode'),
    name,
    shortName: readText(at('shortName')) || name,
    unitType: readType(at('unitType')),
    blockCode: readCode(at('blockCode'), 'noBlock'),
    blockName: readText(at('blockName')),
    isBlockLead: readFlag(at('isBlockLead')),
    headName: readPersonName(at('headName')),
    headTitle: readText(at('headTitle')),
    phone: readPhone(at('phone')),
    isCoordinatingOffice: readFlag(at('isCoordinatingOffice')),
    isPropaganda: cell('isPropaganda') === undefined ? undefined : readFlag(at('isPropaganda')),
  }
  return { line, row, problems }
}

/** A spreadsheet that saves in an old code page leaves a question mark for each letter it lacks. */
function readText({ text, wrong }: Cell): string {
  if (/[?\uFFFD]/.test(text))
    wrong(
      'lostLetters',
      'Letters were lost when this file was saved.',
      'Save it again as "CSV UTF-8", from the file that still has the letters.',
    )
  return text
}

/** Codes are typed in commands and stand in lists parted by commas. */
function readCode({ text, wrong }: Cell, missing: 'noCode' | 'noBlock'): string {
  if (!text)
    wrong(missing, 'The code is missing.', 'Give a short code, such as MN01 for a unit or K4 for a block.')
  else if (!/^[\p{L}\d._-]{1,20}$/u.test(text))
    wrong(
      'badCode',
      'The code holds a space or a sign, or is too long.',
      'Write at most 20 letters and digits.',
    )
  return text.toUpperCase()
}

function readType({ text, doubtful }: Cell): string {
  if (!text)
    doubtful(
      'noType',
      'The kind of unit is not given, so tasks for one kind of unit will not reach it.',
      'Write it as for similar units, such as truong_hoc for a school.',
    )
  return text
}

const YES = ['true', '1', 'có', 'x']
const NO = ['false', '0', 'không', '']

function readFlag({ text, wrong }: Cell): boolean {
  const word = text.toLowerCase()
  if (![...YES, ...NO].includes(word))
    wrong('badFlag', `"${text}" is neither yes nor no.`, 'Write true or false.')
  return YES.includes(word)
}

function readPersonName(cell: Cell): string {
  const name = readText(cell)
  if (!name) {
    cell.doubtful(
      'noHead',
      'The unit has no head, so nobody can be asked.',
      'Write the name when the post is filled.',
    )
    return name
  }
  if (name !== name.toLowerCase() && name !== name.toUpperCase()) return name
  const capitalised = name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  cell.doubtful(
    'oneCase',
    `The name is written in one case; it was read as ${capitalised}.`,
    `Write ${capitalised}.`,
  )
  return capitalised
}

/** 912000000 in a column that is too narrow, saved as text: 9.12E+08, or 9,12E+08 where commas part decimals. */
const IN_POWERS_OF_TEN = /^\d+([.,]\d+)?E\+?\d+$/i

function readPhone({ text, wrong, doubtful }: Cell): string | null {
  if (!text) {
    doubtful(
      'noPhone',
      'There is no phone number.',
      'Add it when it is known; until then invite the head by a code.',
    )
    return null
  }
  if (IN_POWERS_OF_TEN.test(text)) {
    wrong(
      'shortenedPhone',
      'Excel shortened this number, and its last digits were lost.',
      'Format the column as text and type the number again, such as 0912 345 678.',
    )
    return null
  }
  const read = normalisePhone(text)
  if (!read)
    wrong(
      'badPhone',
      'This is not a Vietnamese phone number.',
      'Write ten digits for a mobile, such as 0912 345 678, or eleven for a landline; zeros, not the letter O.',
    )
  else if (read.note)
    doubtful(
      'zeroRestored',
      `The number lacks its leading zero; it was read as ${showPhone(read.phone)}.`,
      'Check it, and format the column as text before typing numbers.',
    )
  return read?.phone ?? null
}
