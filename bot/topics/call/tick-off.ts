/** "Đã gọi": the call is written down, and the unit is off the list for a while. */
import { audit } from '../../../db/audit.ts'
import { callsToMake, lockCallsOf, recordCall } from '../../../db/reminders/call-list.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import type { PersonTurn } from '../../turn.ts'
import { showCalls } from './list.ts'

export async function tickOff(turn: PersonTurn, unitId: number, from: number): Promise<void> {
  const { tx, t, now, today, person } = turn
  await lockCallsOf(tx, unitId)
  const waiting = (await callsToMake(tx, today)).find(({ unit }) => unit.id === unitId)
  // A colleague called a moment ago, or the unit has answered meanwhile.
  if (!waiting) return showCalls(turn, from, { foot: t('call.notWaiting') })
  await recordCall(tx, { unitId, calledBy: person.id, now })
  await audit(tx, {
    personId: person.id,
    through: 'chat',
    action: 'call.made',
    subject: `unit:${waiting.unit.code}`,
    at: now,
  })
  const record = { label: t('call.record'), value: topicValue('desk', 'record', unitId) }
  await showCalls(turn, from, { foot: t('call.ticked', { unit: waiting.unit.name }), next: [record] })
}
