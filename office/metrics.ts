/** The figures in Prometheus' words. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Figures } from '../db/figures.ts'

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

/** A scrape's text; the counts are read at each scrape. */
export function createMetrics(read: () => Promise<Figures>): () => Promise<string> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauges = Object.entries(HELP).map(([key, [name, help]]) => {
    const gauge = new Gauge({ name, help, registers: [registry] })
    return (figures: Figures) => gauge.set(figures[key as keyof Figures])
  })
  return async () => {
    const figures = await read()
    for (const set of gauges) set(figures)
    return registry.metrics()
  }
}
