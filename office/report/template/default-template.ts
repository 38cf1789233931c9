/** The template that an office gets to begin with: Decree 30/2020's layout, with slots for what a report fills in. */
import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import type { Translate } from '../../../locales/i18n.ts'
import { A4, GAP, MARGINS, SIZE, TEXT_WIDTH } from '../page.ts'
import { paragraph } from '../paragraphs.ts'
import { styles } from '../styles.ts'
import { slot, templateHeading, twoColumns } from './heading.ts'

/** At the right there is room for "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI" on one line. */
const SIGNED = [0.42, 0.58].map((share) => Math.round(TEXT_WIDTH * share))

export async function defaultTemplate(t: Translate): Promise<Uint8Array> {
  const body = ['leadership', 'results', 'judgement', 'next', 'proposals'].map((name) =>
    slot('Said', `{{${name}}}`),
  )
  const signature = twoColumns(
    [paragraph('RecipientsHead', t('report.recipients')), slot('Recipient', '{{recipients}}')],
    [
      slot('Signature', '{{signature}}'),
      ...Array.from({ length: 4 }, () => paragraph('Signature', '')),
      slot('Signature', '{{signer_name}}'),
    ],
    { widths: SIGNED, above: GAP },
  )
  const document = new Document({
    styles,
    sections: [
      page([...templateHeading(t), ...body, signature, paragraph('End', '')]),
      page(appendix('I', t('report.appendix.progress'), '{{progress}}', t), true),
      page(appendix('II', t('report.appendix.silent'), '{{silent}}', t)),
      page(appendix('III', t('report.appendix.exemplars'), '{{exemplars}}', t)),
      page(appendix('IV', t('report.appendix.photos'), '{{photos}}', t)),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const appendix = (number: string, title: string, content: string, t: Translate): Paragraph[] => [
  paragraph('Appendix', t('report.appendix.number', { number })),
  paragraph('Appendix', title),
  slot('AttachedTo', '{{attached}}'),
  slot('Cell', content),
  // A section ends in a paragraph of its own, which no filling of the slot may take away.
  paragraph('End', ''),
]

/** Pages are counted anew in each section; the number stands in the top margin and not on the first page. */
function page(children: ISectionOptions['children'], lying = false): ISectionOptions {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.body })],
  })
  return {
    properties: {
      titlePage: true,
      page: {
        size: { ...A4, orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: MARGINS,
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      first: new Header({ children: [new Paragraph('')] }),
    },
    children,
  }
}
