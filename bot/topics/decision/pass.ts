/** Passing a request to a leader, who decides it with one tap; the office may still decide it itself. */

import { decide } from '../../../db/answers/decisions.ts'
import { lockedRequest } from '../../../db/answers/requests.ts'
import { audit } from '../../../db/audit.ts'
import { staffMembers } from '../../../db/people/staff.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { sendCopy } from './copies.ts'
import { requestCard } from './request-card.ts'
import { requestOfDecider } from './request-of-decider.ts'

/** Asks to whom, where there are several leaders. */
export async function askLeader(turn: PersonTurn, id: number): Promise<void> {
  const { t } = turn
  if (!turn.person.is.office) return turn.say({ text: t('decision.notYours') })
  const request = await requestOfDecider(turn, id, 'read')
  if (!request) return
  const [only, ...more] = await staffMembers(turn.tx, 'leader', turn.today)
  if (!only) return turn.say({ text: t('decision.pass.none') })
  if (more.length === 0) return passTo(turn, id, only.personId)
  const names = [only, ...more].map(({ name, personId }) => [
    { label: name, value: topicValue('decision', 'pass', id, personId) },
  ])
  const back = { label: t('decision.date.back'), value: topicValue('decision', 'show', id) }
  await askInPlace(turn, {
    text: t('decision.pass.ask', { unit: request.unit, title: request.title }),
    choices: [...names, [back]],
  })
}

export async function passTo(turn: PersonTurn, id: number, leaderId: number): Promise<void> {
  const { tx, t, now, today, person } = turn
  if (!person.is.office) return turn.say({ text: t('decision.notYours') })
  const request = await requestOfDecider(turn, id, 'read')
  if (!request) return
  const leader = (await staffMembers(tx, 'leader', today)).find(({ personId }) => personId === leaderId)
  if (!leader) return turn.say({ text: t('talk.oldButton') })
  if (request.passedToId !== leaderId) {
    await decide(tx, request, { ruling: 'passed', to: leaderId }, { personId: person.id, today, now })
    await audit(tx, {
      personId: person.id,
      through: 'chat',
      action: 'request.passed',
      subject: `request:${id}`,
      facts: { task: request.taskCode, leader: leaderId },
      at: now,
    })
    const passed = (await lockedRequest(tx, id)) ?? request
    await sendCopy(turn, passed, leader, requestCard(turn, passed, 'leader'), { anew: true })
  }
  const unreached = leader.contactId === null ? [t('decision.pass.unreached', { leader: leader.name })] : []
  const done = t('decision.pass.done', { unit: request.unit, title: request.title, leader: leader.name })
  await askInPlace(turn, { text: [done, ...unreached].join(' '), choices: [] })
}
