/** One unit of the office's list: what its cells say, and what is wrong or doubtful about them. */
import { tidy } from '../../vietnamese.ts'
import type { Column } from './columns.ts'
import type { Cell, Complain } from './complain.ts'
import { personName } from './person-name.ts'
import { readPhone } from './phone-cell.ts'
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
export type UnitLine = {
  line: number
  cell: (column: Column) => string | undefined
  /** Why no code could be made of the name. */
  clash?: 'sameName' | 'sameInitials' | undefined
}

/** The unit as far as it can be read, with every problem of its line. */
export function readUnitRow({ line, cell, clash }: UnitLine): {
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
    code: clash ? clashing(clash, at('name')) : readCode(at('code'), 'noCode'),
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

/** A unit of a list without codes that cannot be told from another. */
function clashing(kind: 'sameName' | 'sameInitials', { wrong }: Cell): string {
  if (kind === 'sameName')
    wrong(kind, 'The unit stands twice in this list.', 'Delete the line that is too many.')
  else
    wrong(
      kind,
      'Another unit has the same initials, so that no code can be made.',
      'Add a column "Mã đơn vị" with a code for each unit.',
    )
  return ''
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
  const name = personName(readText(cell))
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
