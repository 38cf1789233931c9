/** The office, or a leader, asks in the chat for the papers of a period: the report in Word and the figures in Excel. */
import { requestPapers } from '../../../db/papers/requests.ts'
import { type Period, periodName } from '../../../domain/quarter.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { likelyPeriods, typedPeriod } from '../../../domain/typed/period.ts'
import { periodInWords } from '../../../locales/period-words.ts'
import { ask } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'

export const papers: Topic = {
  audience: ['office', 'leader'],
  commands: [{ words: ['tonghop', 'tong hop', 'bao cao tong hop'], takesMore: true, run: begin }],
  async press(turn, { act, detail }) {
    const period = act === 'make' ? typedPeriod(detail, turn.today) : null
    if (period) return order(turn, period)
    if (act === 'ask') return askPeriod(turn)
    await turn.say({ text: turn.t('talk.oldButton') })
  },
  async words(turn, _awaited, text) {
    const period = typedPeriod(text, turn.today)
    if (!period) return false
    await order(turn, period)
    return true
  },
}

async function begin(turn: PersonTurn, rest: string): Promise<void> {
  const period = rest === '' ? null : typedPeriod(rest, turn.today)
  return period ? order(turn, period) : askPeriod(turn)
}

async function askPeriod(turn: PersonTurn): Promise<void> {
  const { t, today } = turn
  const choices = likelyPeriods(today).map((period) => [
    { label: periodInWords(period, t), value: topicValue('papers', 'make', 0, periodName(period)) },
  ])
  const awaits = { topic: 'papers', question: 'period', id: 0 }
  await ask(turn, { text: t('papers.ask'), choices, awaits })
}

/** They are made outside the conversation: a report of a large office takes seconds. */
async function order(turn: PersonTurn, period: Period): Promise<void> {
  const { tx, t, now, person, contact } = turn
  turn.asked = NOTHING_ASKED
  const request = { contactId: contact.id, personId: person.id, period: periodName(period) }
  const isNew = await requestPapers(tx, { ...request, now })
  await turn.say({
    text: t(isNew ? 'papers.making' : 'papers.beingMade', { period: periodInWords(period, t) }),
  })
}
