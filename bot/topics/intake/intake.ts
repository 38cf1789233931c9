/** The office sends its plan or its list of units as a file: previewed first, taken in on its word. */
import { NOTHING_ASKED } from '../../asked.ts'
import type { Topic } from '../../topic.ts'
import { askAudience, askInstead, askQuarter, askWhichTask, takeTask } from './correct.ts'
import { leaveOut, takeAudience, takeInstead, takeQuarter } from './corrected.ts'
import { askKind, keepAs, takeFile } from './file.ts'
import { askForFile } from './file-question.ts'
import { dropFile, takeIn } from './take-in.ts'

export const intake: Topic = {
  audience: ['office'],
  commands: [
    { words: ['nap ke hoach', 'nhap ke hoach', 'napkehoach'], run: (turn) => askForFile(turn, 'plan') },
    { words: ['nap don vi', 'nap danh sach', 'napdonvi'], run: (turn) => askForFile(turn, 'units') },
  ],
  async press(turn, { act, id, detail }) {
    if (act === 'plan' || act === 'units') return keepAs(turn, id, act)
    if (act === 'take') return takeIn(turn, id)
    if (act === 'drop') return dropFile(turn, id)
    if (act === 'correct') return askWhichTask(turn, id)
    if (act === 'due' || act === 'title') return askInstead(turn, act, id, Number(detail))
    if (act === 'audience') return askAudience(turn, id, Number(detail))
    if (act === 'quarter') return askQuarter(turn, id, Number(detail))
    if (act === 'in') return takeQuarter(turn, id, detail)
    if (act === 'asked') return takeAudience(turn, id, detail)
    if (act === 'omit') return leaveOut(turn, id, Number(detail))
    if (act === 'nothing') {
      turn.asked = NOTHING_ASKED
      return turn.say({ text: turn.t('intake.leftAside') })
    }
    await turn.say({ text: turn.t('talk.oldButton') })
  },
  async words(turn, { question, id }, text) {
    if (question === 'task') return takeTask(turn, id, text)
    if (!/^(due|title)\./.test(question)) return false
    await takeInstead(turn, question, id, text)
    return true
  },
  async file(turn, { question }, media) {
    if (question !== 'plan' && question !== 'units') return false
    await takeFile(turn, media, question)
    return true
  },
  async unasked(turn, media) {
    if (turn.person.is.unit || media.kind !== 'document') return false
    await askKind(turn, media)
    return true
  },
}
