/** A proposal straight into the tables, with consents and photos. */
import type { Db } from '../db/client.ts'
import { keepMedia } from '../db/messages/media.ts'
import { attachments, consents, exemplarEvents, exemplars } from '../db/schema/index.ts'
import type { Review } from '../domain/exemplars/exemplar.ts'
import { fold } from '../domain/vietnamese.ts'
import type { SeededUnit } from './seed.ts'

type Given = {
  unit: SeededUnit
  name?: string
  year?: number
  review?: Review
  at?: string
  /** What the photos show; the same words are the same bytes. */
  photos?: string[]
}

export const DEED = 'Nhiều năm liền quyên góp sách vở cho học sinh nghèo.'

export async function addExemplar(
  db: Db,
  {
    unit,
    name = 'Bùi Thị Lựu',
    year = 2026,
    review = 'submitted',
    at = '2026-11-02T02:00:00Z',
    photos = [],
  }: Given,
): Promise<number> {
  const { id: proposerId, contactId } = unit.head
  const now = new Date(at)
  const isSent = review !== 'draft'
  const [row] = await db
    .insert(exemplars)
    .values({
      unitId: unit.id,
      proposerId,
      year,
      quarter: 4,
      kind: 'person',
      name,
      foldedName: fold(name),
      role: 'giáo viên tổ Toán',
      deed: DEED,
      review,
      begunAt: now,
      changedAt: now,
      submittedAt: isSent ? now : null,
    })
    .returning()
  const exemplarId = row!.id
  await db.insert(consents).values({
    exemplarId,
    subject: 'nominee',
    purpose: 'store',
    method: 'message',
    recordedBy: proposerId,
    givenAt: now,
  })
  if (isSent)
    await db.insert(exemplarEvents).values({ exemplarId, event: 'submitted', personId: proposerId, at: now })
  for (const [part, shows] of photos.entries()) {
    const bytes = new TextEncoder().encode(shows)
    const mediaId = await keepMedia(db, { bytes, sha256: shows, contentType: 'image/jpeg' })
    await db.insert(attachments).values({
      contactId: contactId!,
      personId: proposerId,
      exemplarId,
      exemplarPart: 'photo',
      placedAt: now,
      ref: { ref: shows, kind: 'photo' },
      messageId: `${exemplarId} ${part}`,
      state: 'stored',
      mediaId,
      notBefore: now,
      receivedAt: now,
    })
  }
  return exemplarId
}
