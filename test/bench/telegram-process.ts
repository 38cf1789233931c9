/** The tests' Telegram server as a program: whatever it costs is not on the account of the process that is measured. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { OutgoingMessage } from '../../domain/message.ts'
import { type Person, startTelegramServer, type TelegramServerOptions } from '../telegram-server.ts'

const options: TelegramServerOptions = JSON.parse(process.argv[2] ?? '{}')
const server = await startTelegramServer({ ...options, latencyMs: 60 })
const bot = { id: Number(server.token.split(':')[0]), is_bot: true, first_name: 'dondoc' }
const people = new Map<number, Person>()

const orders = {
  /** People with these ids, who have started the bot long ago. */
  open(ids: number[]) {
    for (const id of ids) people.set(id, server.person({ id, firstName: `Trưởng ${id}`, started: true }))
  },
  /** A message of ours that stands in a chat already; its id on the platform. */
  show(id: number, { text, choices = [] }: OutgoingMessage): number {
    const inline_keyboard = choices.map((row) =>
      row.map(({ label, value }) => ({ text: label, callback_data: value })),
    )
    return server.chat(id).add(bot, { text, reply_markup: { inline_keyboard } }).message_id
  },
  /** All press the same button: all at once, or so many a second. */
  async tap(button: string, perSecond = Number.POSITIVE_INFINITY) {
    const began = performance.now()
    for (const [index, person] of [...people.values()].entries()) {
      const wait = began + (index * 1000) / perSecond - performance.now()
      if (wait > 0) await sleep(wait)
      person.taps(button)
    }
  },
  /** How the requests of one method went; times in milliseconds from any one moment. */
  seen(method: string) {
    const calls = server.calls(method)
    const accepted = calls.filter(({ answer }) => typeof answer === 'object' && answer?.ok === true)
    const refused = calls.filter(
      ({ answer }) => typeof answer === 'object' && answer?.ok === false && answer.error_code === 429,
    )
    return {
      accepted: accepted.length,
      tooMany: refused.length,
      first: calls[0]?.at ?? Number.NaN,
      last: calls.at(-1)?.at ?? Number.NaN,
    }
  },
  violations: () => server.violations,
}

export type Orders = typeof orders
export type Request = { id: number; order: keyof Orders; args: unknown[] }

process.on('message', async ({ id, order, args }: Request) => {
  const carryOut = orders[order] as (...args: unknown[]) => unknown
  process.send?.({ id, result: await carryOut(...args) })
})
// Nobody is left to ask.
process.on('disconnect', () => process.exit(0))
process.send?.({ url: server.url, token: server.token })
