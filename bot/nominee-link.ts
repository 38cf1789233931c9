/** The link by which a nominee says yes or no themselves: one time, for the chat that opens it first. */
import { makeConsentLink } from '../db/consent-links.ts'
import { proposalInReview } from '../db/exemplar-review.ts'
import type { PersonTurn } from './turn.ts'

const PREFIX = 'c-'
/** An invitation's token is shorter, and may by chance begin as ours do. */
const LONGEST_INVITATION = 22

/**
 * Makes a link to pass on to the nominee and ends the earlier ones. Null where no link can be made: the platform's carry
 * nothing, or the nominee is under sixteen and a guardian signs.
 */
export async function consentLink(turn: PersonTurn, exemplarId: number): Promise<string | null> {
  const { tx, now, settings, abilities, botUserName } = turn
  if (!abilities.startPayload || !botUserName) return null
  const proposal = await proposalInReview(tx, exemplarId)
  if (!proposal || proposal.underSixteen) return null
  const token = await makeConsentLink(tx, { exemplarId, days: settings.consent_link_days, now })
  return `https://t.me/${botUserName}?start=${PREFIX}${token}`
}

/** The token that a link brought; null when it brought none of ours. */
export const consentToken = (startCode: string | undefined): string | null =>
  startCode?.startsWith(PREFIX) && startCode.length > LONGEST_INVITATION
    ? startCode.slice(PREFIX.length)
    : null
