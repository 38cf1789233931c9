/** Deciding what units ask for: their difficulties and their wishes for a later date. */
import { writtenDay } from '../../../domain/typed/written-day.ts'
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { agree, agreeTyped, askDate, askOtherDay } from './agree.ts'
import { askReason, decline, readyReason } from './decline.ts'
import { listRequests, showRequest } from './list.ts'
import { askLeader, passTo } from './pass.ts'
import { requestOfDecider } from './request-of-decider.ts'
import { settle } from './settle.ts'

export const decision: Topic = {
  audience: ['office', 'leader'],
  async press(turn, { act, id, detail }) {
    switch (act) {
      case 'list':
        return listRequests(turn)
      case 'show':
        return showRequest(turn, id)
      case 'dates':
        return askDate(turn, id)
      case 'other-day':
        return askOtherDay(turn, id)
      case 'reasons':
        return askReason(turn, id)
      case 'leaders':
        return askLeader(turn, id)
      case 'note':
        return takeNote(turn, id)
      case 'pass':
        return passTo(turn, id, Number(detail))
      case 'agree': {
        const day = writtenDay(detail)
        if (day) return agree(turn, id, day)
        break
      }
      case 'decline': {
        const reason = readyReason(detail)
        if (reason) return decline(turn, id, turn.t(`decision.reason.${reason}`))
      }
    }
    await turn.say({ text: turn.t('talk.oldButton') })
  },
  async words(turn, { question, id }, text) {
    if (question === 'day') await agreeTyped(turn, id, text)
    else await decline(turn, id, text)
    return true
  },
}

async function takeNote(turn: PersonTurn, id: number): Promise<void> {
  const request = await requestOfDecider(turn, id, 'decide')
  if (request) await settle(turn, request, { ruling: 'noted' })
}
