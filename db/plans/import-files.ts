/** Files with a plan or a list of units that somebody of the office sent in the chat: to be previewed, then taken in. */
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import {
  type KeptCorrections,
  type PlanCorrection,
  planCorrections,
} from '../../domain/imports/plans/corrections.ts'
import type { MediaRef } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { attachments, importFiles, media } from '../schema/index.ts'

export type ImportKind = 'plan' | 'units'

export type ImportFile = {
  id: number
  kind: ImportKind
  contactId: number
  personId: number
  name: string
  /** Null: the platform did not hand it out, or it was no file that can be used; its sender was told. */
  bytes: Uint8Array | null
  corrections: PlanCorrection[]
  /** When its sender was shown what it says as it is corrected now. */
  previewedAt: Date | null
  /** Taken in already, or left aside. */
  settledAt: Date | null
}

export async function keepImportFile(
  tx: Tx,
  file: { attachmentId: number; kind: ImportKind; contactId: number; personId: number; now: Date },
): Promise<void> {
  const { now, ...row } = file
  await tx.insert(importFiles).values({ ...row, sentAt: now })
}

const FIELDS = {
  id: importFiles.id,
  kind: importFiles.kind,
  contactId: importFiles.contactId,
  personId: importFiles.personId,
  ref: attachments.ref,
  bytes: media.bytes,
  corrections: importFiles.corrections,
  previewedAt: importFiles.previewedAt,
  settledAt: importFiles.takenAt,
}

/** Those whose bytes have come, or will never come; the oldest first. */
export async function importFilesToPreview(db: Db): Promise<ImportFile[]> {
  const rows = await db
    .select(FIELDS)
    .from(importFiles)
    .innerJoin(attachments, eq(attachments.id, importFiles.attachmentId))
    .leftJoin(media, eq(media.id, attachments.mediaId))
    .where(and(isNull(importFiles.previewedAt), ne(attachments.state, 'waiting')))
    .orderBy(asc(importFiles.id))
  return rows.map(fileOf)
}

/** Locked until the transaction ends; null for one that this person did not send, or whose bytes are gone. */
export async function importFileOf(
  tx: Tx,
  id: number,
  personId: number,
): Promise<(ImportFile & { bytes: Uint8Array }) | null> {
  const [row] = await tx
    .select(FIELDS)
    .from(importFiles)
    .innerJoin(attachments, eq(attachments.id, importFiles.attachmentId))
    .innerJoin(media, eq(media.id, attachments.mediaId))
    .where(and(eq(importFiles.id, id), eq(importFiles.personId, personId)))
    .for('update', { of: importFiles })
  if (!row) return null
  return { ...fileOf(row), bytes: row.bytes }
}

type Row = Omit<ImportFile, 'name' | 'corrections'> & { ref: MediaRef; corrections: KeptCorrections }

const fileOf = ({ ref, corrections, ...row }: Row): ImportFile => ({
  ...row,
  name: ref.fileName ?? '',
  corrections: planCorrections.parse(corrections),
})

/** Its sender will be shown anew what it says. */
export async function correctImportFile(tx: Tx, id: number, correction: PlanCorrection): Promise<void> {
  const more = JSON.stringify([correction])
  await tx
    .update(importFiles)
    .set({ corrections: sql`${importFiles.corrections} || ${more}::text::jsonb`, previewedAt: null })
    .where(eq(importFiles.id, id))
}

/** False: another process has shown it meanwhile. */
export async function markPreviewed(tx: Tx, id: number, now: Date): Promise<boolean> {
  const rows = await tx
    .update(importFiles)
    .set({ previewedAt: now })
    .where(and(eq(importFiles.id, id), isNull(importFiles.previewedAt)))
    .returning({ id: importFiles.id })
  return rows.length === 1
}

/** It was taken in, or left aside: its buttons do nothing more. */
export async function settleImportFile(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.update(importFiles).set({ takenAt: now }).where(eq(importFiles.id, id))
}
