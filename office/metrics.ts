/** The figures in Prometheus' words. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Figures } from '../db/figures.ts'
import type { BotLimits, BotUse } from '../domain/bot-limits.ts'

const HELP: Record<keyof Figures, [name: string, help: string]> = {
  outboxWaiting: ['dondoc_outbox_waiting', 'Messages that wait or are being sent'],
  outboxFailed: ['dondoc_outbox_failed', 'Messages that did not reach their recipient'],
  outboxUnknown: ['dondoc_outbox_unknown', 'Messages whose outcome nobody knows'],
  inboxWaiting: ['dondoc_inbox_waiting', 'Updates received and not yet handled'],
  inboxFailed: ['dondoc_inbox_failed', 'Updates that were given up'],
  filesWaiting: ['dondoc_files_waiting', 'Files not yet downloaded'],
  notesOpen: ['dondoc_notes_open', 'Messages that wait for a colleague'],
  contactsReachable: ['dondoc_contacts_reachable', 'People whom messages reach'],
  contactsUnreachable: ['dondoc_contacts_unreachable', 'People who blocked the bot or are gone'],
}

const LABELS = ['channel', 'bot', 'what'] as const

/** A scrape's text; the counts are read at each scrape. */
export function createMetrics(
  read: () => Promise<Figures>,
  readBots: () => Promise<BotUse[]>,
  limits: BotLimits,
): () => Promise<string> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauges = Object.entries(HELP).map(([key, [name, help]]) => {
    const gauge = new Gauge({ name, help, registers: [registry] })
    return (figures: Figures) => gauge.set(figures[key as keyof Figures])
  })
  const botGauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: LABELS, registers: [registry] })
  const used = botGauge('dondoc_bot_used', 'People of a bot, and its messages of this month')
  const allowed = botGauge('dondoc_bot_limit', 'What the plan of the bot allows of them')
  return async () => {
    const figures = await read()
    for (const set of gauges) set(figures)
    for (const use of await readBots()) {
      const { channel, bot } = use
      for (const what of ['people', 'messages'] as const) {
        used.set({ channel, bot, what }, use[what])
        const limit = limits[channel]?.[what]
        if (limit !== undefined) allowed.set({ channel, bot, what }, limit)
      }
    }
    return registry.metrics()
  }
}
