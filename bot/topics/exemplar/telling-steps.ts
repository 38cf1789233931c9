/** The questions about the nominee: who it is, what they did, and pictures of it. */
import type { Proposal } from '../../../db/exemplars/exemplars.ts'
import { EXEMPLAR_FIELDS, MOST_PHOTOS } from '../../../domain/exemplars/exemplar.ts'
import type { Choice } from '../../../domain/message.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import type { PersonTurn } from '../../turn.ts'
import type { Composed } from './composed.ts'

/** What may be chosen as the kind: the age that the law asks for is part of it. */
export const KIND_CHOICES = ['person', 'child', 'collective', 'household'] as const
export type KindChoice = (typeof KIND_CHOICES)[number]

/** Null while the kind is not known. */
export const kindChoiceOf = ({ kind, underSixteen }: Proposal): KindChoice | null =>
  kind === 'person' && underSixteen ? 'child' : kind

export function kindStep({ t, settings }: PersonTurn, { id }: Proposal): Composed {
  const kinds = KIND_CHOICES.map((kind) => ({
    label: t(`exemplar.kind.${kind}`),
    value: topicValue('exemplar', 'kind', id, kind),
  }))
  return { text: t('exemplar.ask.kind', { days: settings.draft_days }), choices: inTwos(kinds) }
}

export function sevenStep({ t }: PersonTurn, { id }: Proposal): Composed {
  const choices = (['yes', 'no'] as const).map((answer) => ({
    label: t(`exemplar.seven.${answer}`),
    value: topicValue('exemplar', 'seven', id, answer),
  }))
  return { text: t('exemplar.ask.seven'), choices: [choices] }
}

export const nameStep = ({ t }: PersonTurn, proposal: Proposal): Composed => ({
  text: t(`exemplar.ask.name.${kindChoiceOf(proposal) ?? 'person'}`),
})

export const roleStep = ({ t }: PersonTurn, proposal: Proposal): Composed => ({
  text: t(`exemplar.ask.role.${kindChoiceOf(proposal) ?? 'person'}`, { name: proposal.name ?? '' }),
})

export function fieldStep({ t }: PersonTurn, { id, name }: Proposal): Composed {
  const fields = EXEMPLAR_FIELDS.map((field) => ({
    label: t(`exemplar.field.${field}`),
    value: topicValue('exemplar', 'field', id, field),
  }))
  return { text: t('exemplar.ask.field', { name: name ?? '' }), choices: inTwos(fields) }
}

/** A picture may come with the deed as its caption: one message less. */
export const deedStep = ({ t }: PersonTurn, { name, photos }: Proposal): Composed => ({
  text: t(photos === 0 ? 'exemplar.ask.deedAndPhotos' : 'exemplar.ask.deed', { name: name ?? '' }),
})

export function photosStep({ t }: PersonTurn, { id, photos }: Proposal): Composed {
  const done = topicValue('exemplar', 'photos-done', id)
  if (photos === 0) {
    return { text: t('exemplar.ask.photos'), choices: [[{ label: t('exemplar.skip'), value: done }]] }
  }
  const anew = topicValue('exemplar', 'photos-anew', id)
  return {
    text: t('exemplar.ask.morePhotos', { count: photos, most: MOST_PHOTOS }),
    choices: [
      [
        { label: t('exemplar.keepPhotos'), value: done },
        { label: t('exemplar.photosAnew'), value: anew },
      ],
    ],
  }
}

export const inTwos = (choices: Choice[]): Choice[][] =>
  Array.from({ length: Math.ceil(choices.length / 2) }, (_, row) => choices.slice(row * 2, row * 2 + 2))
