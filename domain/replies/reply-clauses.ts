/** Parts what a reply tells from what it asks. */
import type { Sign, Signed } from './reply-signs.ts'

/** The clauses that tell something, and whether others ask. A clause that follows a "but" begins with it. */
export function clausesOf(signs: Signed[]): { told: Signed[][]; asked: boolean } {
  const clauses = split(signs)
  const told = clauses.filter((clause) => !asks(clause))
  return { told, asked: told.length < clauses.length }
}

const DENYING = new Set<Sign>(['notYet', 'lacking', 'not', 'idle', 'fine'])

/** "À" after a person or in front calls: "em à", "à em ơi". */
const wonders = ({ sign }: Signed, i: number, clause: Signed[]): boolean =>
  sign === 'wondering' && i > 0 && clause[i - 1]?.sign !== 'person'

/** A question mark asks for its clause alone: "xong rồi, gửi ở đâu?" still tells that it is done. */
function asks(clause: Signed[]): boolean {
  const has = (sign: Sign) => clause.some((signed) => signed.sign === sign)
  const denied = clause.some(({ sign }) => DENYING.has(sign))
  return has('questionMark') || has('question') || clause.some(wonders) || (has('what') && !denied)
}

function split(signs: Signed[]): Signed[][] {
  const clauses: Signed[][] = [[]]
  for (const signed of signs) {
    if (signed.sign === 'but' || signed.sign === 'cause') clauses.push([])
    if (signed.sign !== 'comma' && signed.sign !== 'stop') clauses.at(-1)!.push(signed)
    if (['comma', 'stop', 'questionMark'].includes(signed.sign)) clauses.push([])
  }
  return clauses.filter((clause) => clause.length > 0)
}
