/** Who did what: the office's own acts, kept for five years, without a word that anybody wrote. */
import type { Db, Tx } from './client.ts'
import { auditEntries } from './schema/index.ts'

export type AuditEntry = {
  /** Null: on the command line, or by the program itself. */
  personId: number | null
  through: 'chat' | 'command' | 'program'
  /** `<topic>.<what happened>`, such as `announcement.queued`. */
  action: string
  /** `<noun>:<id or code>`, such as `exemplar:12`. */
  subject: string
  /** Codes, dates and counts; never words that somebody wrote, nor a nominee's name. */
  facts?: Record<string, string | number | boolean | null>
  at: Date
}

/** In the transaction of what it tells of: neither is ever there without the other. */
export async function audit(tx: Tx | Db, { facts = {}, ...entry }: AuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, facts })
}
