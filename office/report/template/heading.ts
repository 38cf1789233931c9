/** The head of the template: issuer and number at the left, the nation, place and date at the right; then what it is. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Translate } from '../../../locales/i18n.ts'
import { TEXT_WIDTH } from '../page.ts'
import { paragraph } from '../paragraphs.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BORDERLESS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

/** A slot for the words that a report fills in. Its paragraph must not pass `printable`, which would break the braces. */
export const slot = (style: string, text: string): Paragraph => new Paragraph({ style, text })

/** What is left free beside a line whose length depends on the words above it. */
const TO_BE_SET = 1_250

/** A solid line under a line of words: `side` is what is left free at each end, in twips. */
const rule = (side: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: 20, after: 60, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  })

const WIDTHS = [Math.round(TEXT_WIDTH * 0.41), Math.round(TEXT_WIDTH * 0.59)] as const

/** The line under the motto is as long as its words: by the widths of Times New Roman's bold letters, in 14 pt. */
const MOTTO_WIDTH = 3415

export function twoColumns(
  left: readonly Paragraph[],
  right: readonly Paragraph[],
  { widths = WIDTHS, above = 0 }: { widths?: readonly number[]; above?: number } = {},
): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERLESS,
    margins: { top: above, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map((children) => new TableCell({ children })),
      }),
    ],
  })
}

export function templateHeading(t: Translate): (Paragraph | Table)[] {
  return [
    twoColumns(
      [slot('Issuer', '{{issuer}}'), rule(TO_BE_SET), slot('Number', '{{number}}')],
      [
        paragraph('Nation', t('report.nation')),
        paragraph('Motto', t('report.motto')),
        rule((WIDTHS[1] - MOTTO_WIDTH) / 2),
        slot('PlaceDate', '{{place_date}}'),
      ],
    ),
    paragraph('Kind', t('report.kind')),
    slot('About', '{{about}}'),
    rule(TO_BE_SET),
    slot('Addressee', '{{to}}'),
    slot('Basis', '{{basis}}'),
    slot('Said', '{{opening}}'),
  ]
}
