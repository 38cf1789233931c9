/** Sends one message of ours, in as many of Telegram's as it takes. */
import type { Address, OutgoingMessage } from '../../domain/message.ts'
import type { Client } from './client.ts'
import { isEditTargetGone, isNotModified, toSendError } from './errors.ts'
import { type Part, toParts } from './outgoing.ts'

/** Resolves with the id of the message that carries the buttons; rejects with SendError. */
export async function send(
  client: Client,
  to: Address,
  message: OutgoingMessage,
  callMs: number,
): Promise<{ externalId: string }> {
  let externalId = ''
  for (const part of toParts(to, message)) externalId = String(await deliver(client, part, callMs))
  return { externalId }
}

/** Resolves with the message's id. */
async function deliver(client: Client, part: Part, callMs: number): Promise<number> {
  const signal = AbortSignal.timeout(callMs)
  if (part.message_id === undefined) return (await client.call('sendMessage', part, signal)).message_id
  try {
    await client.call('editMessageText', part, signal)
    return part.message_id
  } catch (error) {
    const failure = toSendError(error)
    if (isNotModified(failure)) return part.message_id
    if (!isEditTargetGone(failure)) throw failure
    return deliver(client, { ...part, message_id: undefined }, callMs)
  }
}
