/** "đơn vị …": the office looks a unit up, and records what it was told by telephone or on paper. */
import type { Topic } from '../../topic.ts'
import { readAnswer, readFullAnswer } from './answer.ts'
import { askUnit, findUnit } from './find.ts'
import { record } from './record.ts'
import { askHow, askNote, askStatus, askTask } from './record-questions.ts'
import { showUnit } from './unit-screen.ts'

export const desk: Topic = {
  audience: ['office'],
  commands: [
    {
      words: ['don vi', 'donvi'],
      takesMore: true,
      run: (turn, rest) => (rest === '' ? askUnit(turn) : findUnit(turn, rest)),
    },
  ],
  async press(turn, { act, id, detail }) {
    switch (act) {
      case 'show':
        return showUnit(turn, id)
      case 'record':
        return askTask(turn, id)
      case 'task':
        return askStatus(turn, id)
      case 'how': {
        const answer = readAnswer(id, detail)
        if (answer) return askHow(turn, answer)
        break
      }
      case 'note':
      case 'save': {
        const answer = readFullAnswer(id, detail)
        if (answer) return act === 'note' ? askNote(turn, answer) : record(turn, answer)
      }
    }
    await turn.say({ text: turn.t('talk.oldButton') })
  },
  async words(turn, { question, id }, text) {
    const answer = readFullAnswer(id, question)
    if (answer) await record(turn, answer, text)
    else await findUnit(turn, text)
    return true
  },
}
