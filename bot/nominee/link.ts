/** The link or the code by which a nominee says yes or no themselves: one time, for the chat that brings it first. */
import { makeConsentLink } from '../../db/exemplars/consent-links.ts'
import { proposalInReview } from '../../db/exemplars/review.ts'
import type { IncomingMessage } from '../../domain/message.ts'
import type { PersonTurn } from '../turn.ts'

const PREFIX = 'c-'
/** An invitation's token is shorter, and may by chance begin as ours do. */
const LONGEST_INVITATION = 22
/** As it is pasted into a chat. */
const TYPED = /^c-[\w-]{32}$/

/** What the proposer passes on: a link, or where links carry nothing, a line for the nominee to send to the bot. */
export type ConsentWay = { link: string } | { code: string; bot: string }

/** Makes it and ends the earlier ones. Null while the bot has no name, and under sixteen, where a guardian signs. */
export async function consentWay(turn: PersonTurn, exemplarId: number): Promise<ConsentWay | null> {
  const { tx, now, settings, abilities, botUserName } = turn
  if (!botUserName) return null
  const proposal = await proposalInReview(tx, exemplarId)
  if (!proposal || proposal.underSixteen) return null
  const token = await makeConsentLink(tx, { exemplarId, days: settings.consent_link_days, now })
  const code = `${PREFIX}${token}`
  return abilities.startPayload
    ? { link: `https://t.me/${botUserName}?start=${code}` }
    : { code, bot: botUserName }
}

/** The token that a link brought, or that was pasted; null when it is none of ours. */
export function consentToken({ startCode, text = '' }: IncomingMessage): string | null {
  const pasted = text.trim()
  if (startCode === undefined) return TYPED.test(pasted) ? pasted.slice(PREFIX.length) : null
  return startCode.startsWith(PREFIX) && startCode.length > LONGEST_INVITATION
    ? startCode.slice(PREFIX.length)
    : null
}
