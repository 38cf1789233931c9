/** A wish for a later date in somebody's own words: taken as one, and whatever else they said is recorded or read. */
import type { OwedTask } from '../../../db/answers/assignments.ts'
import { readWish } from '../../../domain/replies/extension-wish.ts'
import { FORESEEN_IN_WISHES } from '../../../domain/replies/reply-dates.ts'
import { readReply } from '../../../domain/replies/reply-reader.ts'
import { codesMeant } from '../../../domain/replies/reply-tasks.ts'
import { correctChoice } from '../../../locales/task-list.ts'
import { noteForOffice } from '../../note-for-office.ts'
import { recordStatus, saidIn } from '../../record-status.ts'
import type { PersonTurn } from '../../turn.ts'
import { wishFor } from './wished-task.ts'

/** Of these tasks, in the order of their numbers. False: no wish, or for none of them, or one that comes with "done". */
export async function answerWish(turn: PersonTurn, tasks: OwedTask[], text: string): Promise<boolean> {
  const wish = readWish(text, turn.today)
  if (!wish) return false
  const reading = readReply(text, turn.today, FORESEEN_IN_WISHES)
  // Only a sure one: the title of a task alone, such as "tuyên truyền …", may look like something done.
  if (reading.kind === 'status' && reading.sure && reading.status === 'done') return false
  const named = tasks.map(({ taskCode: code, shortTitle }) => ({ code, shortTitle }))
  const codes = codesMeant(text, named)
  const meant = tasks.filter(({ taskCode, status }) => codes?.includes(taskCode) && status !== 'done')
  const [only, ...more] = meant
  if (!only) return false
  if (reading.kind === 'status' && reading.sure && more.length === 0) {
    const { shortTitle: title, id } = await recordStatus(turn, only, reading.status, saidIn(reading, text))
    const status = turn.t(`status.${reading.status}`)
    await turn.say({ text: turn.t('list.just', { title, status }), choices: [[correctChoice(id, turn.t)]] })
    // A wish has no place for what else they said.
  } else if (wish.saysMore) await noteForOffice(turn, text)
  await wishFor(turn, meant, wish)
  return true
}
