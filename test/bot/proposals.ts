/** Exemplary people put forward straight into the tables, and the office that reviews them. */
import { eq } from 'drizzle-orm'
import { submitProposal } from '../../bot/topics/exemplar/submit.ts'
import type { Db } from '../../db/client.ts'
import { attachments, consents, exemplars } from '../../db/schema/index.ts'
import type { ConsentMethod, ConsentPurpose } from '../../domain/exemplars/exemplar.ts'
import { fold } from '../../domain/vietnamese.ts'
import { freshDatabase } from '../database.ts'
import { addStaff, type SeededUnit, seedOffice } from '../seed.ts'
import { type Chat, openChat } from './chat.ts'
import { takeTurn } from './turn.ts'

export const MONDAY = new Date('2026-12-14T03:00:00Z')

/** Two colleagues of the office, a leader and the heads of two units, each with their chat. */
export async function reviewingOffice(clock = () => MONDAY) {
  const { db } = await freshDatabase()
  const [unit, other] = await seedOffice(db, { units: 2 })
  const chatOf = (person: Parameters<typeof openChat>[1]): Chat => openChat(db, person, clock)
  return {
    db,
    unit: unit!,
    other: other!,
    head: chatOf(unit!.head),
    ha: chatOf(await addStaff(db, 'Trần Thu Hà')),
    minh: chatOf(await addStaff(db, 'Đỗ Quang Minh')),
    leader: chatOf(await addStaff(db, 'Bùi Đức Long', 'leader')),
    chatOf,
    row: async (id: number) => (await db.select().from(exemplars).where(eq(exemplars.id, id)))[0]!,
  }
}

type Told = {
  name?: string
  deed?: string
  photos?: number
  underSixteen?: boolean
  /** What the proposer wrote down, and how it was agreed to. */
  agreed?: ConsentPurpose[]
  method?: ConsentMethod
}

const DEED = 'Từ năm 2024 dạy bơi miễn phí cho trẻ em trong thôn vào mỗi dịp hè; đã có 120 em biết bơi.'

/** Everything is told, and nothing sent yet. Returns the proposal's id. */
export async function draftProposal(db: Db, unit: SeededUnit, told: Told, now: Date): Promise<number> {
  const { name = 'Nguyễn Thị Lan', deed = DEED, photos = 1, underSixteen = false } = told
  const [row] = await db
    .insert(exemplars)
    .values({
      unitId: unit.id,
      proposerId: unit.head.id,
      year: 2026,
      quarter: 4,
      kind: 'person',
      name,
      foldedName: fold(name),
      role: 'Giáo viên, thôn Đông',
      field: 'education',
      deed,
      underSixteen,
      photosDone: true,
      begunAt: now,
      changedAt: now,
    })
    .returning({ id: exemplars.id })
  const exemplarId = row!.id
  await addPictures(db, unit, exemplarId, photos, 'photo', now)
  const { agreed = [], method = 'message' } = told
  if (agreed.length > 0) {
    await addPictures(db, unit, exemplarId, 1, 'consent', now)
    const given = { exemplarId, subject: 'nominee', method, recordedBy: unit.head.id, givenAt: now } as const
    await db.insert(consents).values(agreed.map((purpose) => ({ ...given, purpose })))
  }
  return exemplarId
}

/** Told and sent to the office, with consent to keep it unless said otherwise. */
export async function sentProposal(db: Db, unit: SeededUnit, told: Told, now: Date): Promise<number> {
  const id = await draftProposal(db, unit, { agreed: ['store'], ...told }, now)
  await submitAgain(db, id, now)
  return id
}

/** Sends a draft, or one that was returned, as if the proposer had mended it. */
export async function submitAgain(db: Db, id: number, now: Date): Promise<void> {
  await takeTurn(db, { chat: 'nobody', now }, (turn) => submitProposal(turn, id))
}

async function addPictures(
  db: Db,
  { head }: SeededUnit,
  exemplarId: number,
  count: number,
  exemplarPart: 'photo' | 'consent',
  now: Date,
): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await db.insert(attachments).values({
      contactId: head.contactId!,
      personId: head.id,
      exemplarId,
      exemplarPart,
      placedAt: now,
      ref: { ref: `${exemplarPart} ${number}`, kind: 'photo' },
      messageId: `${exemplarId}-${exemplarPart}-${number}`,
      state: 'stored',
      notBefore: now,
      receivedAt: now,
    })
  }
}
