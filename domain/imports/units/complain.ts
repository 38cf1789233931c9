/** One cell of a unit, tidied, and the ways to complain about it. */
import type { UnitProblem } from './problem.ts'

export type Cell = { text: string; wrong: Complain; doubtful: Complain }

export type Complain = (kind: UnitProblem['kind'], problem: string, mend: string) => void
