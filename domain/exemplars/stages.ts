/** How an exemplar goes through its four stages: one forth at a time or, to correct a mistake, one back. */
import { EXEMPLAR_STAGES, type ExemplarStage } from './exemplar.ts'

export type StageMove = { way: 'forward' | 'backward'; to: ExemplarStage }

/** Where it may go from here. */
export function stageMoves(stage: ExemplarStage): StageMove[] {
  const at = EXEMPLAR_STAGES.indexOf(stage)
  const [before, after] = [EXEMPLAR_STAGES[at - 1], EXEMPLAR_STAGES[at + 1]]
  return [
    ...(before ? [{ way: 'backward' as const, to: before }] : []),
    ...(after ? [{ way: 'forward' as const, to: after }] : []),
  ]
}
