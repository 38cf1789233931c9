/** The office's inbox: messages that nobody could place are read, answered in the chat, or taken as a task's result. */
import { STATUSES } from '../../../domain/status.ts'
import type { Topic } from '../../topic.ts'
import { askStatus, askTask, assign } from './assign.ts'
import { listNotes, markRead, showNote } from './list.ts'
import { askReply, reply } from './reply.ts'

export const inbox: Topic = {
  audience: ['office'],
  commands: [{ words: ['hop thu', 'hopthu'], run: (turn) => listNotes(turn, 0) }],
  async press(turn, { act, id, detail }) {
    switch (act) {
      case 'list':
        return listNotes(turn, Number(detail) || 0)
      case 'show':
        return showNote(turn, id)
      case 'read':
        return markRead(turn, id)
      case 'reply':
        return askReply(turn, id)
      case 'assign':
        return askTask(turn, id)
      case 'task':
        return askStatus(turn, id, Number(detail))
      case 'status': {
        const [assignmentId, word] = detail.split('.')
        const status = STATUSES.find((one) => one === word)
        if (status) return assign(turn, id, Number(assignmentId), status)
      }
    }
    await turn.say({ text: turn.t('talk.oldButton') })
  },
  async words(turn, { id }, text) {
    await reply(turn, id, text)
    return true
  },
}
