/** What the proposer says was agreed to, and how: ticked one by one, typed as numbers, or asked of the nominee by link. */
import { giveConsent, sayHow, withdrawConsents } from '../../../db/exemplars/consents.ts'
import { lockedProposal, type Proposal } from '../../../db/exemplars/exemplars.ts'
import { removeExemplarFiles } from '../../../db/exemplars/files.ts'
import {
  CONSENT_PURPOSES,
  type ConsentMethod,
  type ConsentSubject,
} from '../../../domain/exemplars/exemplar.ts'
import { consentSubject } from '../../../domain/exemplars/questions.ts'
import { readTopicChoice } from '../../../domain/topic-choice.ts'
import { fullDay } from '../../../locales/dates.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'
import { isTicked, methodsFor, type Tick, ticksFor } from './consent-steps.ts'
import { keptUntil } from './kept-until.ts'
import { askStep, goOn } from './step.ts'

/** Ticks a purpose, or takes the tick away; `all` ticks whatever is not ticked yet. */
export async function tick(turn: PersonTurn, proposal: Proposal, detail: string): Promise<void> {
  if (isSelfConfirmed(proposal)) return goOn(turn, proposal.id)
  const ticks = ticksFor(proposal).filter((one) => isMeant(detail, one))
  for (const one of ticks) {
    if (!isTicked(proposal, one)) await set(turn, proposal, one)
    else if (detail !== 'all') await clear(turn, proposal, one)
  }
  await askConsent(turn, proposal.id)
}

/** "1 2 3": exactly these; and where the last number is another button, that as well. False: these are no such numbers. */
export async function tickTyped(turn: PersonTurn, proposal: Proposal, text: string): Promise<boolean> {
  const numbers = /^\s*\d(?:[\s,;.+]*(?:và\s*)?\d)*\s*$/u.test(text) ? (text.match(/\d/g) ?? []) : []
  const choices = numbers.map((number) =>
    readTopicChoice(turn.asked.offered[Number(number) - 1]?.value ?? ''),
  )
  const ticks = ticksFor(proposal).filter((one) =>
    choices.some((choice) => choice?.act === 'tick' && isMeant(choice.detail, one)),
  )
  const others = choices.filter((choice) => choice?.act !== 'tick')
  const [how] = others
  if (ticks.length === 0 || others.length > 1 || (how && how.act !== 'how')) return false
  for (const one of ticksFor(proposal)) {
    if (!ticks.some((ticked) => ticked === one)) await clear(turn, proposal, one)
    else if (!isTicked(proposal, one)) await set(turn, proposal, one)
  }
  const ticked = await lockedProposal(turn.tx, proposal.id, turn.now)
  if (ticked && how) await answerHow(turn, ticked, how.detail)
  else await askConsent(turn, proposal.id)
  return true
}

/** `all` are the three purposes; that the child agrees is ticked apart. */
const isMeant = (detail: string, one: Tick): boolean =>
  detail === one || (detail === 'all' && one !== 'child')

/** The nominee's own word is not the proposer's to change. */
const isSelfConfirmed = ({ consents }: Proposal): boolean =>
  consents.some(({ method }) => method === 'self_confirmed')

const subjectOf = (proposal: Proposal, one: Tick): ConsentSubject =>
  one === 'child' ? 'child' : consentSubject(proposal)

/** The child's tick is one for all; its rows follow the guardian's when it is said how. */
async function set(turn: PersonTurn, proposal: Proposal, one: Tick): Promise<void> {
  const { tx, now, person } = turn
  await giveConsent(tx, {
    exemplarId: proposal.id,
    subject: subjectOf(proposal, one),
    purpose: one === 'child' ? 'store' : one,
    method: null,
    recordedBy: person.id,
    now,
  })
}

async function clear({ tx, now }: PersonTurn, proposal: Proposal, one: Tick): Promise<void> {
  const purposes = one === 'child' ? undefined : [one]
  const which = { exemplarId: proposal.id, subjects: [subjectOf(proposal, one)], purposes }
  await withdrawConsents(tx, which, now)
}

async function askConsent(turn: PersonTurn, id: number, before?: string): Promise<void> {
  const proposal = await lockedProposal(turn.tx, id, turn.now)
  if (proposal) await askStep(turn, proposal, 'consent', { before })
}

/** How it was agreed to. Without consent to keep it there is nothing to send. */
export async function answerHow(turn: PersonTurn, proposal: Proposal, detail: string): Promise<void> {
  const { tx, t } = turn
  const method = methodsFor(proposal).find((one) => one === detail)
  if (!method) return turn.say({ text: t('talk.oldButton') })
  if (isSelfConfirmed(proposal)) return goOn(turn, proposal.id)
  if (method === 'self_confirmed') return askStep(turn, proposal, 'invite')
  if (!isTicked(proposal, 'store')) return askConsent(turn, proposal.id, t('exemplar.needStore'))
  // The picture of another form or message proves nothing any more.
  if (proposal.consents.some((one) => one.method && one.method !== method))
    await removeExemplarFiles(tx, proposal.id, 'consent')
  if (isTicked(proposal, 'child')) await childAgreesToo(turn, proposal, method)
  await sayHow(tx, proposal.id, method)
  await goOn(turn, proposal.id)
}

/** The child agrees to what its guardian agreed to, and to nothing else. */
async function childAgreesToo(turn: PersonTurn, proposal: Proposal, method: ConsentMethod): Promise<void> {
  const { tx, now, person } = turn
  const child = { exemplarId: proposal.id, subject: 'child' } as const
  for (const purpose of CONSENT_PURPOSES) {
    if (isTicked(proposal, purpose)) {
      await giveConsent(tx, { ...child, purpose, method, recordedBy: person.id, now })
    } else {
      await withdrawConsents(tx, { exemplarId: proposal.id, subjects: ['child'], purposes: [purpose] }, now)
    }
  }
}

/** Nobody was asked yet: the draft stays, and they are told how to go on. */
export async function leaveUnasked(turn: PersonTurn, proposal: Proposal): Promise<void> {
  const { t } = turn
  turn.asked = NOTHING_ASKED
  const values = { name: proposal.name ?? '', day: fullDay(keptUntil(turn, proposal)) }
  const key = proposal.review === 'draft' ? 'exemplar.askFirst' : 'exemplar.askFirstReturned'
  await answerInPlace(turn, { text: t(key, values) })
}
