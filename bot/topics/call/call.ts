/** The call list: units to telephone, each ticked off once somebody has. */
import type { Topic } from '../../topic.ts'
import { showCalls } from './list.ts'
import { tickOff } from './tick-off.ts'

export const call: Topic = {
  audience: ['office'],
  commands: [
    { words: ['danh sach goi', 'danhsachgoi', 'goi', 'can goi'], run: (turn) => showCalls(turn, 0) },
  ],
  async press(turn, { act, id, detail }) {
    if (act === 'list') return showCalls(turn, Number(detail) || 0)
    if (act === 'done') return tickOff(turn, id, Number(detail) || 0)
    await turn.say({ text: turn.t('talk.oldButton') })
  },
}
