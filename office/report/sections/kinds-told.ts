/** The kinds of difficulty that units told of, as they stand within a sentence. */
import type { Difficulty } from '../../../domain/status.ts'
import { lowered } from '../lowered.ts'
import { answerRows, type Writing } from '../writing.ts'
import { difficultiesByKind } from './difficulties.ts'

/** "kinh phí; thời tiết, đi lại"; empty when nobody told of any. `only` these. */
export function kindsTold(
  { facts, t, tracer }: Writing,
  place: string,
  only?: readonly Difficulty[],
): string {
  const kinds = difficultiesByKind(facts.answers).filter(({ kind }) => only?.includes(kind) ?? true)
  if (kinds.length === 0) return ''
  return tracer.note(
    place,
    kinds.map(({ kind }) => lowered(t(`report.difficulty.${kind}`))).join('; '),
    answerRows(kinds.flatMap(({ told }) => told)),
  )
}
