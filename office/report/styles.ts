/** The paragraph styles of a report by their ids. The office changes them in its template; everything we add names only these. */
import { AlignmentType, type IStylesOptions } from 'docx'
import { FIRST_LINE, FONT, GAP, SIZE } from './page.ts'

const { CENTER, JUSTIFIED, LEFT } = AlignmentType
const tight = { before: 0, after: 0 }

type Look = {
  id: string
  size: number
  bold?: boolean
  italics?: boolean
  align: (typeof AlignmentType)[keyof typeof AlignmentType]
  spacing?: { before: number; after: number }
  indent?: { firstLine: number } | { left: number }
  keepNext?: boolean
}

/** All of it on one side: of what two paragraphs ask for, programs leave the larger, and never the sum. */
const apart = { before: GAP, after: 0 }
const firstLine = { firstLine: FIRST_LINE }

const LOOKS: Look[] = [
  { id: 'Nation', size: SIZE.nation, bold: true, align: CENTER },
  { id: 'Motto', size: SIZE.motto, bold: true, align: CENTER },
  { id: 'Superior', size: SIZE.issuer, align: CENTER },
  { id: 'Issuer', size: SIZE.issuer, bold: true, align: CENTER },
  { id: 'Number', size: SIZE.issuer, align: CENTER },
  { id: 'PlaceDate', size: SIZE.body, italics: true, align: CENTER },
  { id: 'Kind', size: SIZE.body, bold: true, align: CENTER, spacing: { before: 240, after: 0 } },
  { id: 'About', size: SIZE.body, bold: true, align: CENTER },
  { id: 'Addressee', size: SIZE.body, align: LEFT, indent: { left: 1_400 } },
  { id: 'AddresseeAlone', size: SIZE.body, align: CENTER, spacing: { before: 0, after: GAP } },
  { id: 'AddresseeLine', size: SIZE.body, align: LEFT, indent: { left: 2_700 } },
  { id: 'Basis', size: SIZE.body, italics: true, align: JUSTIFIED, spacing: apart, indent: firstLine },
  { id: 'Part', size: SIZE.body, bold: true, align: LEFT, spacing: apart, indent: firstLine, keepNext: true },
  {
    id: 'Clause',
    size: SIZE.body,
    bold: true,
    align: JUSTIFIED,
    spacing: apart,
    indent: firstLine,
    keepNext: true,
  },
  { id: 'Said', size: SIZE.body, align: JUSTIFIED, spacing: apart, indent: firstLine },
  { id: 'RecipientsHead', size: SIZE.recipientsHead, bold: true, italics: true, align: LEFT },
  { id: 'Recipient', size: SIZE.recipients, align: LEFT },
  { id: 'Signature', size: SIZE.body, bold: true, align: CENTER },
  { id: 'Appendix', size: SIZE.body, bold: true, align: CENTER, keepNext: true },
  { id: 'AttachedTo', size: SIZE.body, italics: true, align: CENTER, spacing: { before: 0, after: GAP * 2 } },
  { id: 'Column', size: SIZE.table, bold: true, align: CENTER },
  { id: 'Cell', size: SIZE.table, align: LEFT },
  { id: 'Sign', size: SIZE.table, align: CENTER },
  { id: 'End', size: 2, align: LEFT },
  { id: 'Caption', size: SIZE.body, italics: true, align: CENTER, spacing: { before: 60, after: GAP * 2 } },
]

export const styles: IStylesOptions = {
  default: { document: { run: { font: FONT, size: SIZE.body, language: { value: 'vi-VN' } } } },
  paragraphStyles: LOOKS.map(({ id, size, bold, italics, align, spacing = tight, indent, keepNext }) => ({
    id,
    name: id,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size, bold: bold ?? false, italics: italics ?? false },
    paragraph: { alignment: align, spacing, ...(indent && { indent }), keepNext: keepNext ?? false },
  })),
}
