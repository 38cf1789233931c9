/** Agreeing a new due date: one of those offered, or any other day that is typed. */
import { laterDates } from '../../../domain/extension.ts'
import { readWishedDay } from '../../../domain/replies/extension-wish.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { weekdayAndDay } from '../../../locales/dates.ts'
import { ask, askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { faultText } from './date-fault.ts'
import { agreeTo } from './request-card.ts'
import { requestOfDecider } from './request-of-decider.ts'
import { settle } from './settle.ts'

const STEPS = [3, 7, 14]

export async function askDate(turn: PersonTurn, id: number): Promise<void> {
  const { t, today, calendar } = turn
  const request = await requestOfDecider(turn, id, 'decide')
  if (!request) return
  const { unit, title, dueOn } = request
  const dates = laterDates(dueOn, today, calendar, STEPS)
  const other = { label: t('decision.date.other'), value: topicValue('decision', 'other-day', id) }
  const back = { label: t('decision.date.back'), value: topicValue('decision', 'show', id) }
  await askInPlace(turn, {
    text: t('decision.date.ask', { unit, title, due: weekdayAndDay(dueOn, t) }),
    choices: [dates.map((day) => agreeTo(turn, request, day)), [other, back]],
    awaits: { topic: 'decision', question: 'day', id },
  })
}

export async function askOtherDay(turn: PersonTurn, id: number): Promise<void> {
  if (!(await requestOfDecider(turn, id, 'decide'))) return
  await ask(turn, {
    text: turn.t('decision.date.type'),
    awaits: { topic: 'decision', question: 'day', id },
  })
}

export async function agree(turn: PersonTurn, id: number, day: Temporal.PlainDate): Promise<void> {
  const request = await requestOfDecider(turn, id, 'decide')
  if (!request) return
  const refused = faultText(turn, day, request.dueOn)
  if (refused) return turn.say({ text: refused })
  await settle(turn, request, { ruling: 'agreed', newDueOn: day })
}

/** A day typed; the question stays while no day can be read from the words. */
export async function agreeTyped(turn: PersonTurn, id: number, text: string): Promise<void> {
  const day = readWishedDay(text, turn.today)
  if (day) await agree(turn, id, day)
  else await turn.say({ text: turn.t('decision.date.unclear') })
}
