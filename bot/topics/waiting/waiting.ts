/** "duyệt": everything that waits for the office on one screen; for a leader, what was passed to them. */

import { openRequests } from '../../../db/answers/requests.ts'
import { waitingProposals } from '../../../db/exemplars/review.ts'
import { openNotes } from '../../../db/messages/office-inbox.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { ask } from '../../ask.ts'
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { listRequests } from '../decision/list.ts'

export const waiting: Topic = {
  audience: ['office', 'leader'],
  commands: [
    {
      words: ['duyet', 'cho duyet'],
      run: (turn) => (turn.person.is.office ? showWaiting(turn) : listRequests(turn)),
    },
  ],
  press: (turn) => turn.say({ text: turn.t('talk.oldButton') }),
}

async function showWaiting(turn: PersonTurn): Promise<void> {
  const { tx, t } = turn
  const counts = {
    exemplars: ['review', await waitingProposals(tx)],
    requests: ['decision', (await openRequests(tx, null)).length],
    notes: ['inbox', (await openNotes(tx)).length],
  } as const
  const waits = (['exemplars', 'requests', 'notes'] as const).filter((what) => counts[what][1] > 0)
  const buttons = waits.map((what) => {
    const [topic, n] = counts[what]
    return [{ label: t(`decision.waiting.${what}`, { n }), value: topicValue(topic, 'list') }]
  })
  const calls = [{ label: t('decision.waiting.calls'), value: topicValue('call', 'list') }]
  const lines = waits.map((what) => `- ${t(`decision.waiting.${what}`, { n: counts[what][1] })}`)
  await ask(turn, {
    text:
      waits.length > 0 ? [t('decision.waiting.head'), ...lines].join('\n') : t('decision.waiting.nothing'),
    choices: [...buttons, calls],
  })
}
