/** Asked back before anything is thrown away or taken back. */
import type { Proposal } from '../../../db/exemplars/exemplars.ts'
import { exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import type { PersonTurn } from '../../turn.ts'
import type { Composed } from './composed.ts'

export function discardStep({ t }: PersonTurn, proposal: Proposal): Composed {
  const { id } = proposal
  const yes = { label: t('exemplar.discardYes'), value: topicValue('exemplar', 'discard-yes', id) }
  const no = { label: t('exemplar.keep'), value: topicValue('exemplar', 'back', id) }
  return { text: t('exemplar.ask.discard', { name: nameOf(t, proposal) }), choices: [[yes, no]] }
}

export function withdrawStep({ t }: PersonTurn, { id, name }: Proposal): Composed {
  const yes = { label: t('exemplar.withdrawYes'), value: topicValue('exemplar', 'withdraw-yes', id) }
  const no = { label: t('exemplar.keep'), value: topicValue('exemplar', 'keep', id) }
  return {
    text: t('exemplar.ask.withdraw', { name: name ?? '', code: exemplarCode(id) }),
    choices: [[yes, no]],
  }
}

/** What a proposal is called while it may not have a name yet. */
export const nameOf = (t: PersonTurn['t'], { name }: Proposal): string => name ?? t('exemplar.nameless')
