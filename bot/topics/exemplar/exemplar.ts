/** Proposing exemplary people: the words that begin it, its buttons, its questions and its pictures. */

import type { Proposal } from '../../../db/exemplars/exemplars.ts'
import { historyOf } from '../../../db/exemplars/review.ts'
import type { Review } from '../../../domain/exemplars/exemplar.ts'
import { QUESTIONS } from '../../../domain/exemplars/questions.ts'
import { namesIdentityPaper } from '../../../domain/exemplars/words.ts'
import type { Awaited, Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { answerHow, leaveUnasked, tick, tickTyped } from './consent.ts'
import { askDiscard, discard, keep, leave, withdraw } from './ending.ts'
import { endPhotos, photosAnew, refuseLastPicture, takePicture } from './photos.ts'
import { proposalIfTheirs, proposalOf } from './proposal-of-person.ts'
import { invite, send } from './send.ts'
import { askResume, askUnit, begin, beginAnew, resume, start } from './start.ts'
import { askStep, goOn, isStep } from './step.ts'
import { answerField, answerKind, answerSeven } from './told.ts'
import { takeWords } from './words.ts'

type Act = (turn: PersonTurn, proposal: Proposal, detail: string) => Promise<void>

/** Buttons about a proposal that its proposer may still change. */
const ACTS: Record<string, Act> = {
  resume: (turn, proposal, detail) => resume(turn, proposal, detail === WITH_PHOTOS),
  anew: (turn, proposal, detail) => beginAnew(turn, proposal, detail === WITH_PHOTOS),
  kind: answerKind,
  seven: answerSeven,
  field: answerField,
  'photos-done': endPhotos,
  'photos-anew': photosAnew,
  tick,
  how: answerHow,
  'not-asked': leaveUnasked,
  send,
  invite,
  parts: (turn, proposal) => askStep(turn, proposal, 'parts'),
  part: askPart,
  back: (turn, { id }) => goOn(turn, id),
  discard: askDiscard,
  'discard-yes': discard,
}

/** Buttons about one that the office has seen, and the states in which they may be pressed. */
const LATER: Record<string, { states: Review[]; act: Act }> = {
  mend: { states: ['returned'], act: mend },
  withdraw: { states: ['returned', 'submitted'], act: (turn, one) => askStep(turn, one, 'withdraw') },
  'withdraw-yes': { states: ['returned', 'submitted'], act: withdraw },
  keep: { states: ['returned', 'submitted'], act: keep },
}

/** The office's reason stays before their eyes while they mend. */
async function mend(turn: PersonTurn, { id }: Proposal): Promise<void> {
  const events = await historyOf(turn.tx, id)
  const reason = events.findLast(({ event }) => event === 'returned')?.reason
  await goOn(turn, id, reason ? turn.t('exemplar.returnedFor', { reason }) : undefined)
}

const WITH_PHOTOS = 'photos'

export const exemplar: Topic = {
  audience: ['unit'],
  commands: [
    {
      words: ['gioi thieu', 'gioithieu', 'gioi thieu guong', 'gioi thieu guong dien hinh'],
      run: (turn) => start(turn),
    },
  ],

  async press(turn, { act, id, detail }) {
    if (act === 'start') return start(turn)
    if (act === 'photos') return start(turn, true)
    if (act === 'begin') return begin(turn, id, detail === WITH_PHOTOS)
    const does = ACTS[act] ?? LATER[act]?.act
    if (!does) return turn.say({ text: turn.t('talk.oldButton') })
    const proposal = await proposalOf(turn, id, LATER[act]?.states)
    if (proposal) await does(turn, proposal, detail)
  },

  async words(turn, awaited, text) {
    const { question, id } = awaited
    if (question.startsWith('unit')) {
      await askUnit(turn, question.endsWith(WITH_PHOTOS), saidSoFar(awaited, text))
      return true
    }
    const proposal = await proposalIfTheirs(turn, id, LATER[question]?.states)
    if (!proposal) return false
    if (await takeWords(turn, proposal, question, text)) return true
    if (question === 'consent' && (await tickTyped(turn, proposal, text))) return true
    if (namesIdentityPaper(text)) await refuseLastPicture(turn, proposal)
    else await askAgain(turn, proposal, awaited, text)
    return true
  },

  file: takePicture,
  leave,
}

async function askPart(turn: PersonTurn, proposal: Proposal, detail: string): Promise<void> {
  const part = QUESTIONS.find((question) => question === detail)
  await (part ? askStep(turn, proposal, part) : goOn(turn, proposal.id))
}

/** Words that answer nothing: how to answer is said once, and they are kept for the office should the person leave. */
async function askAgain(turn: PersonTurn, proposal: Proposal, awaited: Awaited, text: string): Promise<void> {
  const { question } = awaited
  const said = saidSoFar(awaited, text)
  if (!isStep(question)) return askResume(turn, proposal, question.endsWith(WITH_PHOTOS), said)
  const before = awaited.said === undefined ? turn.t('exemplar.choose') : undefined
  await askStep(turn, proposal, question, { before, said })
}

const saidSoFar = ({ said }: Awaited, text: string): string =>
  said === undefined ? text : `${said}\n${text}`
