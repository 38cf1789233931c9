/** Asking for a later date: from a reminder that is overdue, from a difficulty, or in plain words. */
import { writtenDay } from '../../../domain/typed/written-day.ts'
import type { Topic } from '../../topic.ts'
import { sendWish } from './wish.ts'
import { askOtherDay, askWishedDay, takeTypedDay } from './wished-day.ts'
import { beginWish } from './wished-task.ts'

export const extend: Topic = {
  audience: ['unit'],
  commands: [
    { words: ['xin lui han', 'lui han', 'xin gia han', 'gia han'], run: (turn) => beginWish(turn, {}) },
  ],
  async press(turn, { act, id, detail }) {
    const day = writtenDay(detail)
    if (act === 'ask') await askWishedDay(turn, id)
    else if (act === 'other-day') await askOtherDay(turn, id)
    else if (act === 'wish' && day) await sendWish(turn, id, day)
    else await turn.say({ text: turn.t('talk.oldButton') })
  },
  words: (turn, { id }, text) => takeTypedDay(turn, id, text),
}
