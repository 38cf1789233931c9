/** The gate before every decision: is the request still open, and may this person decide it? */
import { lockedRequest, type Request } from '../../../db/answers/requests.ts'
import { refusedToDecide } from '../../../domain/deciding.ts'
import type { PersonTurn } from '../../turn.ts'
import { showOutcome } from './outcome.ts'

/** To read and to pass on, or to decide: the office reads its own unit's requests too, and leaves them to others. */
type Purpose = 'read' | 'decide'

/** The request, locked; null after telling them why not. */
export async function requestOfDecider(
  turn: PersonTurn,
  id: number,
  purpose: Purpose,
): Promise<Request | null> {
  const { t, person } = turn
  const request = await lockedRequest(turn.tx, id)
  const refusal = request && refusedToDecide(person, request)
  if (!request || (refusal === 'own' && !person.is.office)) {
    await turn.say({ text: t(request ? 'decision.notYours' : 'decision.gone') })
  } else if (refusal === 'not_theirs' || (refusal === 'own' && purpose === 'decide')) {
    await turn.say({ text: t(refusal === 'own' ? 'decision.own' : 'decision.notYours') })
  } else if (!request.isOpen) {
    await showOutcome(turn, request)
  } else {
    return request
  }
  return null
}
