/** What waits for the office's word, and the exemplars of this quarter with their stages. */
import { approvedIn, longestWaiting, waitingProposals } from '../../../db/exemplars/review.ts'
import { addWorkingDays } from '../../../domain/calendar.ts'
import { exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import type { Choice } from '../../../domain/message.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { quarterOf } from '../../../domain/quarter.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay } from '../../../locales/dates.ts'
import { ask } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { quarterInWords } from './proposal-card.ts'

const MOST_WAITING = 5
const MOST_APPROVED = 8

/** The longest waiting first. */
export async function listWaiting(turn: PersonTurn): Promise<void> {
  const { tx, t, calendar, settings } = turn
  const n = await waitingProposals(tx)
  if (n === 0) return turn.say({ text: t('review.nothingWaits') })
  const waiting = await longestWaiting(tx, MOST_WAITING)
  const lines = waiting.map(({ id, name, unit, submittedAt }, index) => {
    const sent = officeDay(submittedAt ?? turn.now, settings.timezone)
    const due = addWorkingDays(calendar, sent, settings.review_days)
    return t('review.waitingLine', {
      number: index + 1,
      code: exemplarCode(id),
      name: name ?? '',
      unit,
      day: shortDay(sent),
      due: shortDay(due),
    })
  })
  const more = n - waiting.length
  await ask(turn, {
    text: [
      t('review.waiting', { n }),
      ...lines,
      ...(more > 0 ? [t('review.moreWaiting', { n: more })] : []),
    ].join('\n'),
    choices: inRows(waiting.map(({ id }) => seeChoice(turn, id))),
  })
}

/** From the one at this place of the list on. */
export async function listApproved(turn: PersonTurn, from = 0): Promise<void> {
  const { tx, t, today, settings } = turn
  const period = { year: today.year, quarter: quarterOf(today) }
  const when = { quarter: quarterInWords(period.quarter, t), year: period.year }
  const all = await approvedIn(tx, period)
  if (all.length === 0) return turn.say({ text: t('review.noneApproved', when) })
  const shown = all.slice(from, from + MOST_APPROVED)
  const lines = shown.map(({ id, name, unit, stage, movedBy, movedAt }, index) => {
    const line = {
      number: index + 1,
      code: exemplarCode(id),
      name: name ?? '',
      unit,
      stage: t(`review.stage.${stage ?? 'discovered'}`),
    }
    if (!movedAt) return t('review.approvedLine', line)
    const day = shortDay(officeDay(movedAt, settings.timezone))
    return t('review.approvedMoved', { ...line, by: movedBy ?? '', day })
  })
  const left = all.length - from - shown.length
  const next = {
    label: t('review.moreApproved', { n: left }),
    value: topicValue('review', 'approved', from + MOST_APPROVED),
  }
  await ask(turn, {
    text: [t('review.approvedHead', { ...when, n: all.length }), ...lines].join('\n'),
    choices: [...inRows(shown.map(({ id }) => seeChoice(turn, id))), ...(left > 0 ? [[next]] : [])],
  })
}

const seeChoice = ({ t }: PersonTurn, id: number): Choice => ({
  label: t('review.see', { code: exemplarCode(id) }),
  value: topicValue('review', 'see', id),
})

const IN_A_ROW = 3

const inRows = (choices: Choice[]): Choice[][] =>
  Array.from({ length: Math.ceil(choices.length / IN_A_ROW) }, (_, row) =>
    choices.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  )
