/** What is typed in answer to a question about a proposal: a name, a role, the deed; anything else is asked again. */
import { type Proposal, tell } from '../../../db/exemplars/exemplars.ts'
import {
  deedProblem,
  MOST_OF_DEED,
  nameProblem,
  namesIdentityPaper,
  readName,
  roleProblem,
} from '../../../domain/exemplars/words.ts'
import { tidy } from '../../../domain/vietnamese.ts'
import type { PersonTurn } from '../../turn.ts'
import { askStep, goOn } from './step.ts'

/** False when this question is not answered with words, or these are about an identity paper. */
export async function takeWords(
  turn: PersonTurn,
  proposal: Proposal,
  question: string,
  text: string,
  before?: string,
): Promise<boolean> {
  if (question === 'name' && !namesIdentityPaper(text)) await takeName(turn, proposal, text, before)
  else if (question === 'role') await takeRole(turn, proposal, text, before)
  else if (question === 'deed') await takeDeed(turn, proposal, text, before)
  else return false
  return true
}

async function takeName(turn: PersonTurn, proposal: Proposal, text: string, before?: string): Promise<void> {
  const { name, role } = readName(text)
  const problem = nameProblem(name)
  if (problem) return again(turn, proposal, 'name', problem, before)
  await tell(turn.tx, proposal.id, role === null ? { name } : { name, role }, turn.now)
  await goOn(turn, proposal.id, before)
}

async function takeRole(turn: PersonTurn, proposal: Proposal, text: string, before?: string): Promise<void> {
  const role = tidy(text)
  const problem = roleProblem(role)
  if (problem) return again(turn, proposal, 'role', problem, before)
  await tell(turn.tx, proposal.id, { role }, turn.now)
  await goOn(turn, proposal.id, before)
}

async function takeDeed(turn: PersonTurn, proposal: Proposal, text: string, before?: string): Promise<void> {
  const deed = text.normalize('NFC').trim()
  const problem = deedProblem(deed)
  if (problem) return again(turn, proposal, 'deed', problem, before)
  await tell(turn.tx, proposal.id, { deed }, turn.now)
  await goOn(turn, proposal.id, before)
}

function again(
  turn: PersonTurn,
  proposal: Proposal,
  question: 'name' | 'role' | 'deed',
  problem: 'tooShort' | 'tooLong',
  before = '',
): Promise<void> {
  const why = turn.t(`exemplar.${problem}.${question}`, { most: MOST_OF_DEED })
  return askStep(turn, proposal, question, { before: [before, why].filter(Boolean).join('\n') })
}
