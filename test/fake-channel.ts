/** A platform that does what a test tells it to: keeps what was sent, fails on demand, and knows no network. */
import { type Channel, SendError, type SendFailure } from '../bot/channel.ts'
import type { Address, IncomingMessage, OutgoingMessage } from '../domain/message.ts'

type Sent = { to: Address; message: OutgoingMessage; already: readonly string[]; at: number }

export function fakeChannel(
  options: { latencyMs?: number; read?: (payload: unknown) => IncomingMessage | null } = {},
) {
  const sent: Sent[] = []
  const failures: SendError[] = []
  let inFlight = 0
  let mostInFlight = 0
  const channel: Channel = {
    name: 'telegram',
    bot: '1',
    abilities: {
      buttons: true,
      editing: true,
      albums: true,
      documents: true,
      startPayload: true,
      phoneSharing: true,
      maxTextLength: 4096,
      maxFileSize: 20 * 1024 * 1024,
    },
    introduce: async () => 'fake_bot',
    receive: async () => {},
    read: options.read ?? (() => null),
    async send(to, message, _files, already = []) {
      mostInFlight = Math.max(mostInFlight, ++inFlight)
      const failure = failures.shift()
      await new Promise((done) => setTimeout(done, options.latencyMs ?? 1))
      inFlight--
      if (failure) throw failure
      sent.push({ to, message, already, at: performance.now() })
      return { externalId: String(sent.length) }
    },
    download: async () => new Uint8Array(),
    lastHeard: () => null,
  }
  return {
    channel,
    sent,
    texts: () => sent.map(({ message }) => message.text),
    mostInFlight: () => mostInFlight,
    /** The next sends fail so, one each. */
    failNext: (
      failure: SendFailure,
      more?: { retryAfterSeconds?: number; movedTo?: string; through?: string[] },
    ) => failures.push(new SendError(failure, `made to fail: ${failure}`, more)),
  }
}
