/** Takes words out of what was said, and leaves that it was said: to whom, when, and how it went. */
import { and, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { contacts, inbox, outbox } from '../schema/index.ts'

/** Empties messages of ours; the ledger keeps its row. One that still waits has nothing left to say. */
export async function emptyMessages(tx: Tx, which: SQL | undefined): Promise<number> {
  const rows = await tx
    .update(outbox)
    .set({
      message: { text: '' },
      state: sql`case ${outbox.state} when 'waiting' then 'cancelled' else ${outbox.state} end`,
    })
    .where(and(which, ne(outbox.message, { text: '' })))
    .returning({ id: outbox.id })
  return rows.length
}

/** Updates that were dealt with: nobody will read them again. */
export const isDealtWith = or(isNotNull(inbox.handledAt), isNotNull(inbox.failedAt))

/** Empties what came in, once it was dealt with, and forgets which chat it came from. */
export async function emptyUpdates(tx: Tx, which: SQL | undefined): Promise<number> {
  const rows = await tx
    .update(inbox)
    .set({ payload: {}, chat: '' })
    .where(and(which, isDealtWith, ne(inbox.payload, {})))
    .returning({ id: inbox.id })
  return rows.length
}

/** What came in from these chats, for `emptyUpdates`. */
export const cameFrom = (tx: Tx, whose: SQL | undefined): SQL =>
  inArray(
    sql`(${inbox.channel}, ${inbox.bot}, ${inbox.chat})`,
    tx
      .select({ channel: contacts.channel, bot: contacts.bot, chat: contacts.externalId })
      .from(contacts)
      .where(whose),
  )

/**
 * Takes names and numbers out of what still has them: messages to others, dialogues and what came in; returns of how
 * many rows. One that somebody else goes by stays, for it says nothing of the one; so does what is not plainly a name,
 * which may stand in messages about anything.
 */
export async function forgetNames(tx: Tx, names: string[]): Promise<number> {
  const own: string[] = []
  for (const name of names) if (IS_NAME.test(name) && !(await isSomebodyElses(tx, name))) own.push(name)
  if (own.length === 0) return 0
  // As they stand inside JSON.
  const quoted = own.map((name) => JSON.stringify(name).slice(1, -1))
  const forgotten = (column: SQL) =>
    sql`${quoted.reduce((text, word) => sql`replace(${text}, ${word}, '…')`, sql`${column}::text`)}::jsonb`
  const quotes = (column: SQL) =>
    sql`exists (select from unnest(${sql.param(quoted)}::text[]) word where strpos(${column}::text, word) > 0)`
  const [message, state, payload] = [sql`message`, sql`state`, sql`payload`]
  const { count: messages } = await tx.execute(
    // The places of bold words would no longer fit.
    sql`update outbox set message = ${forgotten(message)} - 'marks' where ${quotes(message)}`,
  )
  const { count: dialogues } = await tx.execute(
    sql`update conversations set state = ${forgotten(state)} where ${quotes(state)}`,
  )
  const { count: updates } = await tx.execute(
    sql`update inbox set payload = ${forgotten(payload)} where ${quotes(payload)} and ${isDealtWith}`,
  )
  return messages + dialogues + updates
}

/** Several words with capitals, or digits in groups or not. */
const IS_NAME = /^(\p{Lu}\S*( \p{Lu}\S*)+|[\d ]{9,})$/u

/** Asked once the row whose name it was no longer has it. */
async function isSomebodyElses(tx: Tx, name: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from people where strpos(full_name, ${name}) > 0 or phone = ${name.replaceAll(' ', '')}
    union all select from exemplars where strpos(name, ${name}) > 0
    union all select from units where strpos(name, ${name}) > 0 or strpos(short_name, ${name}) > 0 limit 1`)
  return rows.length > 0
}
