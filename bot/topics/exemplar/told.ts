/** What is chosen with a button about the nominee: the kind, the age, the field. */
import { withdrawConsents } from '../../../db/exemplars/consents.ts'
import { type Proposal, tell } from '../../../db/exemplars/exemplars.ts'
import { removeExemplarFiles } from '../../../db/exemplars/files.ts'
import { EXEMPLAR_FIELDS } from '../../../domain/exemplars/exemplar.ts'
import type { PersonTurn } from '../../turn.ts'
import { goOn } from './step.ts'
import { KIND_CHOICES } from './telling-steps.ts'

export async function answerKind(turn: PersonTurn, proposal: Proposal, detail: string): Promise<void> {
  const choice = KIND_CHOICES.find((kind) => kind === detail)
  if (!choice) return turn.say({ text: turn.t('talk.oldButton') })
  const underSixteen = choice === 'child'
  // Another must be asked now, or in another way: what was said before is no consent of theirs.
  if ((proposal.underSixteen ?? underSixteen) !== underSixteen) await forgetConsent(turn, proposal)
  const kind = choice === 'child' ? 'person' : choice
  await tell(turn.tx, proposal.id, { kind, underSixteen, fromSeven: null }, turn.now)
  await goOn(turn, proposal.id)
}

export async function answerSeven(turn: PersonTurn, proposal: Proposal, detail: string): Promise<void> {
  if (proposal.underSixteen) await tell(turn.tx, proposal.id, { fromSeven: detail === 'yes' }, turn.now)
  await goOn(turn, proposal.id)
}

export async function answerField(turn: PersonTurn, proposal: Proposal, detail: string): Promise<void> {
  const field = EXEMPLAR_FIELDS.find((one) => one === detail)
  if (!field) return turn.say({ text: turn.t('talk.oldButton') })
  await tell(turn.tx, proposal.id, { field }, turn.now)
  await goOn(turn, proposal.id)
}

async function forgetConsent({ tx, now }: PersonTurn, { id }: Proposal): Promise<void> {
  await withdrawConsents(tx, { exemplarId: id }, now)
  await removeExemplarFiles(tx, id, 'consent')
}
