/** What a nominee is asked: who proposed them for what, what would be kept and published, and their rights, on one screen. */
import type { ProposalInReview } from '../../db/exemplars/review.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../domain/exemplars/exemplar.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { topicValue } from '../../domain/topic-choice.ts'
import type { Translate } from '../../locales/i18n.ts'
import type { Turn } from '../turn.ts'

const MOST_OF_DEED = 200

/** What a button carries of the ticks: a letter each, so that a stranger needs no dialogue of their own. */
const LETTERS: Record<ConsentPurpose, string> = { store: 's', publish_name: 'n', publish_photo: 'p' }

/** The purposes whose letters these are. */
export const purposesIn = (letters: string): ConsentPurpose[] =>
  CONSENT_PURPOSES.filter((purpose) => letters.includes(LETTERS[purpose]))

/** With these ticked; at first none is. */
export function nomineeQuestion(
  { t, message }: Pick<Turn, 't' | 'message'>,
  { id, kind, name, deed, unit, proposer }: ProposalInReview,
  ticked: readonly ConsentPurpose[] = [],
): OutgoingMessage {
  const toggles = CONSENT_PURPOSES.map((purpose) => {
    const isTicked = ticked.includes(purpose)
    const after = CONSENT_PURPOSES.filter((one) => (one === purpose ? !isTicked : ticked.includes(one)))
    const label = `${isTicked ? '☑' : '☐'} ${t(`exemplar.tick.${purpose}`)}`
    return [{ label, value: topicValue('nominee', 'tick', id, lettersOf(after)) }]
  })
  const agree = { label: t('nominee.agree'), value: topicValue('nominee', 'agree', id, lettersOf(ticked)) }
  const refuse = { label: t('nominee.refuse'), value: topicValue('nominee', 'refuse', id) }
  const who = kind ?? 'person'
  const dear = t(`nominee.dear.${who}`, { name: name ?? '' })
  return {
    text: [
      `${dear} ${t(`nominee.proposed.${who}`, { proposer, unit, deed: shortened(deed ?? '') })}`,
      t('nominee.ask'),
      t('nominee.rights', { platform: t(`start.platform.${message.from.channel}`) }),
    ].join('\n\n'),
    choices: [...toggles, [agree], [refuse]],
  }
}

/** What stands agreed to, and the button that takes it back. */
export function nomineeAgreed(t: Translate, id: number, agreed: readonly ConsentPurpose[]): OutgoingMessage {
  const withdraw = { label: t('nominee.withdraw'), value: topicValue('nominee', 'withdraw', id) }
  return {
    text: t('nominee.agreed', { purposes: purposesInWords(agreed, t) }),
    choices: [[withdraw]],
  }
}

export const purposesInWords = (purposes: readonly ConsentPurpose[], t: Translate): string =>
  purposes.map((purpose) => t(`exemplar.covers.${purpose}`)).join('; ')

const lettersOf = (purposes: readonly ConsentPurpose[]): string =>
  purposes.map((purpose) => LETTERS[purpose]).join('')

/** To the end of a word. */
const shortened = (deed: string): string =>
  deed.length <= MOST_OF_DEED ? deed : `${deed.slice(0, MOST_OF_DEED).replace(/\s+\S*$/u, '')} …`
