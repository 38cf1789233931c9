/** What stands around the body of a report: issuer, number, addressees, legal basis, recipients, signature. */
import type { Paragraph } from 'docx'
import { lowered } from './lowered.ts'
import { paragraph } from './paragraphs.ts'
import { periodName } from './period-name.ts'
import { type Writing, writtenDay } from './writing.ts'

export const issuer = ({ paper }: Writing): Paragraph[] => [
  ...(paper.superior ? [paragraph('Superior', paper.superior)] : []),
  ...paper.issuer.map((line) => paragraph('Issuer', line)),
]

/** One addressee on the same line, several each on its own. */
export function addressees({ paper, t }: Writing): Paragraph[] {
  const [first, ...others] = paper.to
  if (first === undefined) return [paragraph('Addressee', '')]
  if (others.length === 0) return [paragraph('AddresseeAlone', `${t('report.to')} ${first}`)]
  return [
    paragraph('Addressee', t('report.to')),
    ...listed(paper.to).map((line) => paragraph('AddresseeLine', line)),
  ]
}

export function basis({ facts, paper, t }: Writing): Paragraph[] {
  const plans = facts.plans.map(({ number, issuedOn, title, issuer }) => {
    const values = { number, day: writtenDay(issuedOn), title: lowered(title) }
    return issuer ? t('report.plan', { ...values, issuer }) : t('report.planOfNobody', values)
  })
  const papers = [...paper.legalBasis, ...plans]
  return papers.map((one, at) =>
    paragraph('Basis', `${t('report.basis', { paper: one })}${at < papers.length - 1 ? ';' : '.'}`),
  )
}

export const opening = ({ facts, paper, t }: Writing): Paragraph[] => [
  paragraph(
    'Said',
    t('report.opening', {
      issuer: paper.issuerName,
      period: periodName(facts, t),
      day: writtenDay(facts.asOf),
    }),
  ),
]

export const recipients = ({ paper, t }: Writing): Paragraph[] =>
  listed([...(paper.to.length > 0 ? [t('report.asAbove')] : []), ...paper.recipients]).map((line) =>
    paragraph('Recipient', line),
  )

export const signature = ({ paper }: Writing): Paragraph[] =>
  [...paper.signer.authority, paper.signer.position].map((line) => paragraph('Signature', line))

/** "- A;" line by line, the last with a full stop. */
const listed = (lines: readonly string[]): string[] =>
  lines.map((line, at) => `- ${line}${at < lines.length - 1 ? ';' : '.'}`)
