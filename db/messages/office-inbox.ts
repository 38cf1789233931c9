/** The office's inbox as its people work through it: what is open, who wrote it, and what became of it. */
import { eq, type SQL, sql } from 'drizzle-orm'
import type { ChannelName } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { notes } from '../schema/index.ts'

export type Note = {
  id: number
  reason: 'unplaced' | 'unsupported' | 'failed' | 'asks_to_join'
  /** Their words; of an unsupported message its kind, of a wish to join the name and phone given. */
  text: string | null
  receivedAt: Date
  /** Null: somebody we do not know. */
  personId: number | null
  sender: string | null
  phone: string | null
  unit: string | null
  /** The chat in which an answer reaches them; null when none works. */
  contactId: number | null
  channel: ChannelName | null
  /** The files that came with it and belong to nothing else. */
  fileIds: number[]
  /** Null while it is open. */
  handled: { by: string | null; at: Date; outcome: 'read' | 'assigned' | 'answered' } | null
}

type Row = {
  id: string
  reason: Note['reason']
  text: string | null
  received_at: string
  person_id: string | null
  sender: string | null
  phone: string | null
  unit: string | null
  contact_id: string | null
  channel: ChannelName | null
  file_ids: string[] | null
  handled_at: string | null
  handler: string | null
  outcome: 'read' | 'assigned' | 'answered'
}

/** Files handed to the office stand with the note written in that moment, and with the rest of their album. */
const filesOf = sql`
  select array_agg(e.id order by e.id) as ids from attachments e
  where e.contact_id = n.contact_id and e.placed_at is not null and e.state in ('waiting', 'stored')
    and e.assignment_id is null and e.exemplar_id is null and e.announcement_id is null
    and (e.placed_at = n.received_at or e.album_id in (
      select f.album_id from attachments f where f.contact_id = n.contact_id and f.placed_at = n.received_at))`

/** Oldest first. */
async function notesThat(tx: Tx | Db, are: SQL): Promise<Note[]> {
  const rows = await tx.execute<Row>(sql`
    select n.id, n.reason, n.text, n.received_at, n.person_id, p.full_name as sender, p.phone, u.name as unit,
      c.id as contact_id, c.channel, files.ids as file_ids, n.handled_at, w.full_name as handler, n.outcome
    from notes n
    left join people p on p.id = n.person_id
    left join units u on u.id = n.unit_id
    left join people w on w.id = n.handled_by
    left join lateral (select id, channel from contacts
      where state = 'reachable' and (id = n.contact_id or person_id = n.person_id)
      order by id = n.contact_id desc, id = preferred_contact(n.person_id) desc nulls last limit 1) c on true
    left join lateral (${filesOf}) files on true
    where ${are}
    order by n.id`)
  return rows.map((row) => ({
    id: Number(row.id),
    reason: row.reason,
    text: row.text,
    receivedAt: new Date(row.received_at),
    personId: row.person_id === null ? null : Number(row.person_id),
    sender: row.sender,
    phone: row.phone,
    unit: row.unit,
    contactId: row.contact_id === null ? null : Number(row.contact_id),
    channel: row.channel,
    fileIds: (row.file_ids ?? []).map(Number),
    handled:
      row.handled_at === null
        ? null
        : { by: row.handler, at: new Date(row.handled_at), outcome: row.outcome },
  }))
}

export const openNotes = (tx: Tx): Promise<Note[]> => notesThat(tx, sql`n.handled_at is null`)

/** As it stands, and locked for this transaction: of two colleagues at once, the second sees what the first did. */
export async function lockedNote(tx: Tx, id: number): Promise<Note | null> {
  await tx.select({ id: notes.id }).from(notes).where(eq(notes.id, id)).for('update')
  return (await notesThat(tx, sql`n.id = ${id}`))[0] ?? null
}

type Handled = {
  outcome: 'read' | 'assigned' | 'answered'
  by: number
  assignmentId?: number
  now: Date
}

export async function handleNote(
  tx: Tx,
  id: number,
  { outcome, by, assignmentId, now }: Handled,
): Promise<void> {
  await tx.update(notes).set({ handledAt: now, handledBy: by, outcome, assignmentId }).where(eq(notes.id, id))
}

/** Names the message that tells one colleague of one note. */
export const noteKey = (noteId: number, personId: number): string => `note:${noteId}:${personId}`

/** Open notes of which none of these people has been told. */
export async function untoldNotes(db: Db, personIds: readonly number[]): Promise<Note[]> {
  const keys = sql.join(
    personIds.map((id) => sql`'note:' || n.id || ${`:${id}`}`),
    sql`, `,
  )
  return notesThat(
    db,
    sql`n.handled_at is null and not exists (select from outbox o where o.key in (${keys}))`,
  )
}
