/** Writes a decision down, tells the unit, and shows everybody else's copy who decided what. */

import { type Decision, decide, hearersOf } from '../../../db/answers/decisions.ts'
import { lockedRequest, type Request } from '../../../db/answers/requests.ts'
import { audit } from '../../../db/audit.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { weekdayAndDay } from '../../../locales/dates.ts'
import type { PersonTurn } from '../../turn.ts'
import { closeCopies } from './copies.ts'
import { showOutcome } from './outcome.ts'

type Final = Exclude<Decision, { ruling: 'passed' }>

/** Of a request that the gate let through. */
export async function settle(turn: PersonTurn, request: Request, decision: Final): Promise<void> {
  const { tx, now, today, person } = turn
  const { id, unitId, taskCode } = request
  const decisionId = await decide(tx, request, decision, { personId: person.id, today, now })
  await audit(tx, {
    personId: person.id,
    through: 'chat',
    action: `request.${decision.ruling}`,
    subject: `request:${id}`,
    facts: { task: taskCode, due: decision.ruling === 'agreed' ? decision.newDueOn.toString() : null },
    at: now,
  })
  for (const to of await hearersOf(tx, request, today)) {
    const key = `decision:${decisionId}:${to.personId}`
    await enqueue(tx, {
      key,
      kind: 'answer',
      ...to,
      unitId,
      message: { text: toldText(turn, request, decision) },
      now,
    })
  }
  const settled = await lockedRequest(tx, id)
  if (!settled) return
  await closeCopies(turn, settled)
  await showOutcome(turn, settled)
}

function toldText({ t }: PersonTurn, { title, dueOn }: Request, decision: Final): string {
  const due = weekdayAndDay(dueOn, t)
  switch (decision.ruling) {
    case 'agreed':
      return t('decision.told.agreed', { title, day: weekdayAndDay(decision.newDueOn, t) })
    case 'declined':
      return t('decision.told.declined', { title, due, reason: decision.reason })
    case 'noted':
      return t('decision.told.noted', { title, due })
  }
}
