/** How the office came to know an answer that it wrote down for the unit. */
import type { OwedTask } from '../../db/answers/assignments.ts'
import type { PersonTurn } from '../turn.ts'

/** One line with a break before it; empty where the unit answered itself. */
export function originLine({ t }: PersonTurn, { via, recordedBy }: OwedTask): string {
  if (recordedBy === null) return ''
  return `\n${t(`desk.origin.${via === 'phone' || via === 'paper' ? via : 'chat'}`)}`
}
