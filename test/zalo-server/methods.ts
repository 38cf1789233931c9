/** The methods of the Bot API that a bot like ours calls; all others are not found. */
import { z } from 'zod'
import type { Bot } from './bot.ts'
import type { Chat } from './chat.ts'
import { badRequest, blocked, nobodyWrote, notFound, unknownChat } from './refusal.ts'

/** Resolves with the result; throws Refusal. `gone` aborts when the client hangs up. */
export type Method = (bot: Bot, parameters: unknown, gone: AbortSignal) => Promise<unknown>

const MOST_TEXT = 2000

const timeout = z.looseObject({ timeout: z.coerce.number().default(30) })
const hook = z.looseObject({ url: z.url(), secret_token: z.string().min(8).max(256) })
const text = z.string().min(1).max(MOST_TEXT)
const textMessage = z.looseObject({ chat_id: z.string(), text })
const photoMessage = z.looseObject({ chat_id: z.string(), photo: z.string(), caption: text.optional() })

/** Unlike Zalo this server takes webhooks and pictures on this machine too: that is where tests have them. */
export const methods: Record<string, Method> = {
  getMe: async (bot) => ({
    id: bot.id,
    account_name: `bot.${bot.id}`,
    account_type: 'BASIC',
    can_join_groups: false,
  }),
  async getUpdates(bot, parameters, gone) {
    const event = await bot.updates.take(parse(timeout, parameters).timeout * 1_000, gone)
    if (!event) throw nobodyWrote()
    return event
  },
  async setWebhook({ webhook }, parameters) {
    const { url, secret_token } = parse(hook, parameters)
    const status = await webhook.set({ url, secret: secret_token })
    const ok = status !== null && status < 300
    const outcome = ok ? 'webhook.ok' : status === null ? 'webhook.err.unreachable' : 'webhook.http.other'
    return { url, updated_at: Date.now(), verification: { ok, url, outcome, hint: '' } }
  },
  async deleteWebhook({ webhook }) {
    if (!webhook.hook) throw badRequest('no webhook was ever set')
    webhook.remove()
    return { url: '', updated_at: Date.now() }
  },
  async getWebhookInfo({ webhook }) {
    if (!webhook.hook) throw notFound()
    return { url: webhook.hook.url, updated_at: Date.now() }
  },
  async sendMessage(bot, parameters) {
    const message = parse(textMessage, parameters)
    return say(bot, openChat(bot, message.chat_id), { text: message.text })
  },
  async sendPhoto(bot, parameters) {
    const { chat_id, photo, caption = '' } = parse(photoMessage, parameters)
    if (!/^https?:\/\//.test(photo)) throw badRequest('The photo must start with http:// or https://')
    const chat = openChat(bot, chat_id)
    if (!(await fetched(photo))) throw badRequest('The photo URL is invalid')
    // Once to look at it, once more for the phone: what is there only once is black there.
    const shown = await fetched(photo)
    return say(bot, chat, { text: caption, photo: shown ?? new Uint8Array() })
  },
}

function parse<T extends z.ZodType>(schema: T, parameters: unknown): z.output<T> {
  const read = schema.safeParse(parameters)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw badRequest(`The ${issue?.path.join('.')} is wrong: ${issue?.message}`)
}

function openChat(bot: Bot, id: string): Chat {
  const chat = bot.chat(id)
  if (!chat || chat.standing === 'never started') throw unknownChat()
  if (chat.standing === 'blocked') throw blocked()
  return chat
}

function say(bot: Bot, chat: Chat, content: { text: string; photo?: Uint8Array }) {
  bot.count()
  const { id } = chat.add({ from: 'bot', ...content })
  return { message_id: id, date: Date.now() }
}

async function fetched(link: string): Promise<Uint8Array | null> {
  const response = await fetch(link).catch(() => null)
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null
}
