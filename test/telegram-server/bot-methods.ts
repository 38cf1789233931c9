/** The methods about the bot itself: its name, its updates, its webhook, its commands, its files. */

import { MAX_DOWNLOAD } from './files.ts'
import { type Handler, handler } from './handler.ts'
import type { Platform, TapAnswer } from './platform.ts'
import { badRequest, Refusal } from './refusal.ts'
import type { PollParams } from './update-queue.ts'
import type { Webhook } from './webhook.ts'

type WebhookParams = {
  url: string
  secret_token?: string
  max_connections?: number
  allowed_updates?: string[]
  drop_pending_updates?: boolean
}

const WEBHOOK_ACTIVE =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

export function botMethods(platform: Platform): Record<string, Handler> {
  const { bot, files, updates, webhook, taps } = platform

  const setWebhook = (p: WebhookParams) => {
    updates.want(p.allowed_updates)
    if (p.drop_pending_updates) updates.clear()
    webhook.set(p.url ? { url: p.url, secret: p.secret_token, maxConnections: p.max_connections } : null)
    if (p.url) updates.interrupt('terminated by setWebhook request')
    for (const update of updates.pending) webhook.deliver(update, updates)
    return true
  }

  return {
    getMe: handler(() => ({
      ...bot,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    })),
    getUpdates: handler((params: PollParams, call) => {
      if (webhook.hook) {
        throw new Refusal(409, `Conflict: ${WEBHOOK_ACTIVE}`)
      }
      return updates.poll(params, call.gone())
    }),
    setWebhook: handler(setWebhook),
    deleteWebhook: handler((p: Pick<WebhookParams, 'drop_pending_updates'>) => setWebhook({ url: '', ...p })),
    getWebhookInfo: handler(() => ({
      url: webhook.hook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending.length,
      ...(updates.wanted.length > 0 && { allowed_updates: updates.wanted }),
      ...(webhook.hook && { max_connections: webhook.hook.maxConnections ?? 40, ...errorOf(webhook) }),
    })),
    getFile: handler(({ file_id }: { file_id: string }) => {
      const { file, path } = files.byId(file_id)
      if (file.file_size > MAX_DOWNLOAD) throw badRequest('file is too big')
      return { ...file, file_path: path }
    }),
    answerCallbackQuery: handler(
      ({ callback_query_id, ...answer }: TapAnswer & { callback_query_id: string }) => {
        const answered = taps.get(callback_query_id)
        if (!answered) {
          throw badRequest('query is too old and response timeout expired or query ID is invalid')
        }
        answered(answer)
        return true
      },
    ),
    // What the bot says about itself is read from the journal.
    setMyCommands: handler(() => true),
    setMyDescription: handler(() => true),
    setMyShortDescription: handler(() => true),
    setChatMenuButton: handler(() => true),
  }
}

function errorOf({ lastError }: Webhook) {
  if (!lastError) return {}
  return {
    last_error_date: Math.floor(lastError.at.getTime() / 1000),
    last_error_message: lastError.message,
  }
}
