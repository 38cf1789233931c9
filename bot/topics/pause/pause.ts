/** A pause for a storm: reminders rest for some units until a day, and due dates move only if the office says so. */
import { newPause, readPauseQuestion } from '../../../domain/reminders/pause-draft.ts'
import { writtenDay } from '../../../domain/typed/written-day.ts'
import { askInPlace } from '../../ask.ts'
import type { Topic } from '../../topic.ts'
import { takeAll, takeNewDue, takeUntil, takeWords, toggle } from './answers.ts'
import { draftOf } from './draft.ts'
import { make } from './make.ts'
import { goOn } from './next.ts'
import { askEnd, begin, end } from './running.ts'

export const pause: Topic = {
  audience: ['office'],
  commands: [
    { words: ['hoan vi bao', 'hoanvibao'], run: (turn) => begin(turn, turn.t('pause.storm')) },
    { words: ['hoan nhac', 'tam hoan', 'hoan'], run: (turn) => begin(turn, '') },
    { words: ['hoan vi'], takesMore: true, run: begin },
  ],
  async press(turn, { act, id, detail }) {
    if (act === 'end') return askEnd(turn, id)
    if (act === 'end-yes') return end(turn, id)
    if (act === 'show') return begin(turn, '')
    const draft = draftOf(turn)
    // The button of a pause that was made or left: what runs is shown, or a new one begun.
    if (!draft) return begin(turn, '')
    const day = writtenDay(detail)
    if (act === 'drop') return askInPlace(turn, { text: turn.t('pause.left') })
    if (act === 'new') return goOn(turn, newPause(draft.reason))
    if (act === 'until' && day) return takeUntil(turn, draft, day)
    const { until } = draft
    if (until === null) return goOn(turn, draft)
    const dated = { ...draft, until }
    switch (act) {
      case 'all':
        return takeAll(turn, draft)
      case 'block':
      case 'unit':
        return toggle(turn, dated, act, detail)
      case 'anew':
        return goOn(turn, { ...draft, audience: [], newDue: null })
      case 'enough':
        return goOn(turn, draft)
      case 'due':
        if (day || detail === 'stay') return takeNewDue(turn, dated, day ?? 'stay')
        break
      case 'tell':
      case 'quiet':
        return make(turn, dated, detail, act === 'tell')
    }
    await turn.say({ text: turn.t('talk.oldButton') })
  },
  async words(turn, { question }, text) {
    const asked = readPauseQuestion(question)
    return asked !== null && takeWords(turn, asked, text)
  },
  leave: (turn) => turn.say({ text: turn.t('pause.left') }),
}
