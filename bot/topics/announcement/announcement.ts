/** Announcements: an office person writes one, sees whom it reaches, sends it, and sees how it fares. */
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { chooseAll, chooseBlock, chooseTask, showBlocks, showTasks } from './draft-audience.ts'
import { begin, beginFor, beginNew, discard } from './draft-begin.ts'
import { takeFile, withoutFiles } from './draft-files.ts'
import { goOn, resume } from './draft-next.ts'
import { askPart, editMenu } from './draft-questions.ts'
import { sendDraft, sendScheduled } from './draft-send.ts'
import { askTime } from './draft-time.ts'
import { addUnit, askUnits } from './draft-units.ts'
import { setUrgent } from './draft-urgent.ts'
import { takeWords } from './draft-words.ts'
import { sendAgain } from './sent-again.ts'
import { askChange, change } from './sent-change.ts'
import { showRecent } from './sent-list.ts'
import { openSent } from './sent-status.ts'
import { stopSending } from './sent-stop.ts'
import { askWithdraw, withdraw } from './sent-withdraw.ts'

type Press = (turn: PersonTurn, id: number, detail: string) => Promise<void>

/** What each button does; `id` is the announcement's. */
const PRESSES = new Map<string, Press>([
  ['to', beginFor],
  ['new', beginNew],
  ['resume', resume],
  ['drop', discard],
  ['ask', askPart],
  ['go-on', goOn],
  ['no-files', withoutFiles],
  ['all', chooseAll],
  ['blocks', showBlocks],
  ['block', chooseBlock],
  ['units', askUnits],
  ['unit', addUnit],
  ['tasks', showTasks],
  ['task', chooseTask],
  ['edit', editMenu],
  ['time', askTime],
  ['urgent', setUrgent],
  ['send', sendDraft],
  ['recent', showRecent],
  ['open', openSent],
  ['now', sendScheduled],
  ['stop', stopSending],
  ['again', sendAgain],
  ['change', askChange],
  ['rewrite', change],
  ['withdraw', askWithdraw],
  ['withdraw-yes', withdraw],
])

export const announcement: Topic = {
  audience: ['office'],
  commands: [{ words: ['thong bao', 'thongbao'], run: begin }],
  async press(turn, { act, id, detail }) {
    const press = PRESSES.get(act)
    if (press) await press(turn, id, detail)
    else await turn.say({ text: turn.t('talk.oldButton') })
  },
  words: takeWords,
  // Nothing goes out, and nothing that was written is lost.
  leave: (turn, { question }) =>
    turn.say({
      text: turn.t(question === 'change' ? 'announcement.done.notChanged' : 'announcement.draft.left'),
    }),
  file: takeFile,
}
