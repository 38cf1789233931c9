/** "Giới thiệu", or a picture out of the blue: goes on with the draft there is, or begins one. */

import { beginDraft, draftOf, type Proposal } from '../../../db/exemplars/exemplars.ts'
import { deleteDraft } from '../../../db/forgetting/erase-exemplar.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { fullDay } from '../../../locales/dates.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { nameOf } from './ending-steps.ts'
import { keptUntil } from './kept-until.ts'
import { isTheirs } from './proposal-of-person.ts'
import { goOn } from './step.ts'
import { takeWaitingPhotos } from './waiting-photos.ts'

/** The pictures that wait to be told their place come along when that is what they were asked about. */
export async function start(
  turn: PersonTurn,
  withPhotos = turn.asked.awaits?.kind === 'photo-task',
): Promise<void> {
  const draft = await draftToGoOnWith(turn)
  if (draft?.kind) return askResume(turn, draft, withPhotos)
  if (draft) return resume(turn, draft, withPhotos)
  const [unitId, ...more] = turn.person.unitIds
  if (unitId === undefined) return
  return more.length === 0 ? begin(turn, unitId, withPhotos) : askUnit(turn, withPhotos)
}

/** A draft of this unit's, if the person answers for it. Another one pressed twice, or meanwhile, is gone on with. */
export async function begin(turn: PersonTurn, unitId: number, withPhotos: boolean): Promise<void> {
  const { tx, today, now, person } = turn
  if (!person.unitIds.includes(unitId)) return turn.say({ text: turn.t('talk.notYourUnit') })
  const draft = await draftToGoOnWith(turn)
  if (draft) return start(turn, withPhotos)
  const id = await beginDraft(tx, { unitId, proposerId: person.id, today, now })
  return goOn(turn, id, withPhotos ? await takeWaitingPhotos(turn, { id, photos: 0 }) : undefined)
}

export async function resume(turn: PersonTurn, draft: Proposal, withPhotos: boolean): Promise<void> {
  return goOn(turn, draft.id, withPhotos ? await takeWaitingPhotos(turn, draft) : undefined)
}

/** Throws the draft away, as its button says, and begins another. */
export async function beginAnew(turn: PersonTurn, draft: Proposal, withPhotos: boolean): Promise<void> {
  if (draft.review === 'draft') await deleteDraft(turn.tx, draft.id, turn.now)
  return start(turn, withPhotos)
}

/** What was left too long ago, or for a unit that is no longer theirs, is thrown away: nobody may go on with it. */
async function draftToGoOnWith(turn: PersonTurn): Promise<Proposal | null> {
  const draft = await draftOf(turn.tx, turn.person.id, turn.now)
  if (!draft) return null
  const until = keptUntil(turn, draft)
  if (isTheirs(turn, draft) && Temporal.PlainDate.compare(turn.today, until) <= 0) return draft
  await deleteDraft(turn.tx, draft.id, turn.now)
  return null
}

export async function askResume(
  turn: PersonTurn,
  draft: Proposal,
  withPhotos: boolean,
  said?: string,
): Promise<void> {
  const { t } = turn
  const detail = withPhotos ? 'photos' : ''
  const goesOn = { label: t('exemplar.goOn'), value: topicValue('exemplar', 'resume', draft.id, detail) }
  const anew = { label: t('exemplar.anew'), value: topicValue('exemplar', 'anew', draft.id, detail) }
  const values = { name: nameOf(t, draft), day: fullDay(keptUntil(turn, draft)) }
  await askInPlace(turn, {
    text: t(draft.awaitsNominee ? 'exemplar.ask.resumeWaiting' : 'exemplar.ask.resume', values),
    choices: [[goesOn, anew]],
    awaits: { topic: 'exemplar', question: withPhotos ? 'resume-photos' : 'resume', id: draft.id, said },
  })
}

export async function askUnit(turn: PersonTurn, withPhotos: boolean, said?: string): Promise<void> {
  const { t, person } = turn
  const names = new Map(person.posts.flatMap(({ unitId, unit }) => (unitId && unit ? [[unitId, unit]] : [])))
  await askInPlace(turn, {
    text: t('exemplar.ask.unit'),
    choices: [...names].map(([unitId, label]) => [
      { label, value: topicValue('exemplar', 'begin', unitId, withPhotos ? 'photos' : '') },
    ]),
    awaits: { topic: 'exemplar', question: withPhotos ? 'unit-photos' : 'unit', id: 0, said },
  })
}
