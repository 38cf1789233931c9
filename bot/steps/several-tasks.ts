/** One reply about several tasks: records what is sure, and asks about the first that is not. */
import type { OwedTask } from '../../db/answers/assignments.ts'
import type { Reading } from '../../domain/replies/reply-reader.ts'
import { linesOf, listChoices, taskLines } from '../../locales/task-list.ts'
import { recordStatus, saidIn } from '../record-status.ts'
import type { PersonTurn } from '../turn.ts'
import { confirmReading } from './reading-confirm.ts'
import { linesFor, offerList } from './task-list.ts'

export async function answerSeveral(
  turn: PersonTurn,
  placed: { tasks: OwedTask[]; reading: Reading }[],
  text: string,
): Promise<void> {
  const { t } = turn
  const recorded: OwedTask[] = []
  const unsure: { task: OwedTask; reading: Extract<Reading, { kind: 'status' }> }[] = []
  for (const { tasks, reading } of placed) {
    const [task, ...twins] = tasks
    if (!task || reading.kind !== 'status') continue
    if (reading.sure && twins.length === 0) {
      recorded.push(await recordStatus(turn, task, reading.status, saidIn(reading, text)))
    } else unsure.push({ task, reading })
  }
  if (recorded.length > 0) {
    const lines = linesFor(turn, recorded)
    const message = {
      text: t('answer.severalRecorded', { lines: taskLines(lines, t, false) }),
      lines: linesOf(lines),
      choices: listChoices(lines, t),
    }
    await turn.say(offerList(turn, recorded, message))
  }
  const [first] = unsure
  if (first) await confirmReading(turn, first.task, first.reading.status, text)
}
