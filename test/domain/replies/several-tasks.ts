/** The replies about several tasks kept beside this file, with the tasks that are open when they come. */

import { readForTasks } from '../../../domain/replies/reply-tasks.ts'
import type { OpenTask } from '../../../domain/replies/task-name.ts'
import { task } from '../plan-83.ts'
import { rowsOf, TODAY } from './corpus.ts'

/** `expected` and what was read look alike: "Q4-b=done, Q4-c=in_progress", in order of code; "?" to ask which task. */
export type SeveralTasks = { id: string; text: string; open: OpenTask[]; expected: string }

export const severalTasks: SeveralTasks[] = rowsOf('several-tasks').map(
  ([id = '', codes = '', expected = '', text = '']) => {
    const open = codes.split(',').map(openTask)
    const all = open.map(({ code }) => expected.replace('*', code))
    return {
      id,
      text,
      open,
      expected: expected === '?' ? '?' : inOrder(expected.startsWith('*') ? all : expected.split(',')),
    }
  },
)

export function openTask(code: string): OpenTask {
  return { code, shortTitle: task(code).shortTitle }
}

export function readingsOf(text: string, open: OpenTask[]): string {
  const read = readForTasks(text, open, TODAY)
  if ('ask' in read) return '?'
  return inOrder(
    read.readings.map(
      ({ code, reading }) => `${code}=${reading.kind === 'status' ? reading.status : reading.kind}`,
    ),
  )
}

function inOrder(readings: string[]): string {
  return readings.toSorted().join(', ')
}
