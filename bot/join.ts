/** Talks with a chat whose person we do not know: the ways in, and nothing that only our people may know. */
import type { Choice, IncomingMessage, OutgoingMessage } from '../domain/message.ts'
import { typedCode } from '../domain/typed/code.ts'
import type { Translate } from '../locales/i18n.ts'
import { chosen } from './asked.ts'
import { joinByInvitation } from './join/by-invitation.ts'
import { answerConfirmation, askingValue, askToBeAdded, JOIN, joinByPhone, yesOrNo } from './join/by-phone.ts'
import type { Turn } from './turn.ts'

/** Answers a stranger's message, or the invitation link that somebody we know has pressed. */
export async function joinStranger(turn: Turn): Promise<void> {
  const { message } = turn
  const secret = secretIn(message)
  if (secret) return joinByInvitation(turn, secret)
  if (message.phone) return joinByPhone(turn, message.phone)
  const value = message.choice ?? chosen(message.text ?? '', offered(turn)) ?? ''
  if (value === JOIN.yes || value === JOIN.no) return answerConfirmation(turn, value === JOIN.yes)
  if (value.startsWith(JOIN.ask)) return askToBeAdded(turn, value)
  if (value === JOIN.privacy) return explainPrivacy(turn)
  return welcome(turn)
}

/** A link's token, or six digits: typed alone, or behind the platform's own word for a start. */
function secretIn({ startCode, text = '' }: IncomingMessage) {
  const code = typedCode(startCode ?? text)
  if (code !== null) return { code }
  return startCode === undefined ? null : { token: startCode }
}

/** What a typed number or label stands for: a stranger has no dialogue of their own, only what their chat was asked. */
function offered({ contact, t }: Turn): Choice[] {
  if (contact.claimedPersonId !== null) return yesOrNo(t)
  return [privacyChoice(t), { label: t('join.ask'), value: askingValue(null) }]
}

const privacyChoice = (t: Translate): Choice => ({ label: t('start.privacyButton'), value: JOIN.privacy })

async function welcome(turn: Turn): Promise<void> {
  const { t, abilities } = turn
  const text = abilities.phoneSharing ? t('start.welcome') : t('start.welcomeByCode')
  await turn.say({ text, ...phoneButton(turn), choices: [[privacyChoice(t)]] })
}

async function explainPrivacy(turn: Turn): Promise<void> {
  const { t, message } = turn
  const platform = t(`start.platform.${message.from.channel}`)
  await turn.say({ text: t('start.privacy', { platform }), ...phoneButton(turn) })
}

/** The platform's own button that shares the sender's number, where it has one. */
function phoneButton({ t, abilities }: Turn): Pick<OutgoingMessage, 'askForPhone'> {
  return abilities.phoneSharing ? { askForPhone: t('start.sharePhone') } : {}
}
