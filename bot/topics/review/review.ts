/** The office's side of exemplary people: each proposal is approved, returned, or the same as another; then its stages. */
import type { Topic } from '../../topic.ts'
import { approve } from './approve.ts'
import { listApproved, listWaiting } from './lists.ts'
import { moveStage } from './move-stage.ts'
import { openProposal, showEvidence } from './open-proposal.ts'
import { askReason, leaveWaiting, returnBecause, returnInWords } from './return-proposal.ts'
import { askSameAs, markSame } from './same-as.ts'

export const review: Topic = {
  audience: ['office'],
  commands: [{ words: ['guong dien hinh', 'guong'], run: (turn) => listApproved(turn) }],
  async press(turn, { act, id, detail }) {
    switch (act) {
      case 'list':
        return listWaiting(turn)
      case 'approved':
        return listApproved(turn, id)
      case 'see':
        return openProposal(turn, id)
      case 'evidence':
        return showEvidence(turn, id)
      case 'approve':
        return approve(turn, id)
      case 'return':
        return askReason(turn, id)
      case 'because':
        return returnBecause(turn, id, detail)
      case 'leave':
        return leaveWaiting(turn, id)
      case 'same':
        return askSameAs(turn, id)
      case 'same-as':
        return markSame(turn, id, Number(detail))
      case 'stage':
        return moveStage(turn, id, detail)
      default:
        return turn.say({ text: turn.t('talk.oldButton') })
    }
  },
  words: returnInWords,
}
