/** Takes a unit head through a proposal, step by step, as far as a story needs it. */
import { expect } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { exemplars } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../database.ts'
import { type SeededTask, seedOffice } from '../../seed.ts'
import { type Chat, openChat } from '../chat.ts'

export const clock = () => new Date('2026-12-17T02:00:00Z')

export const HOA = 'Nguyễn Thị Hoa, giáo viên, Trường Mầm non Hoa Phượng'
export const DEED =
  'Từ năm 2024 cô dạy bơi miễn phí cho 120 em trong thôn mỗi dịp hè. Hai năm nay thôn không còn em nào đuối nước.'

/** Two units, of which the first one's head has the chat. */
export async function office(tasks?: SeededTask[]) {
  const { db } = await freshDatabase()
  const [unit, other] = await seedOffice(db, { units: 2, tasks })
  return { db, unit: unit!, other: other!, chat: openChat(db, unit!.head, clock) }
}

/** The answers of the usual case, in the order of the questions; each is one tap or one message. */
const ANSWERS = [
  ['kind', (chat: Chat) => chat.presses('Cá nhân')],
  ['name', (chat: Chat) => chat.types(HOA)],
  ['field', (chat: Chat) => chat.presses('Giáo dục')],
  ['deed', (chat: Chat) => chat.sendsPhotos(1, DEED)],
  ['consent', (chat: Chat) => chat.presses('Cả ba mục')],
  ['how', (chat: Chat) => chat.presses('Tin nhắn')],
  ['evidence', (chat: Chat) => chat.sendsPhotos(1)],
] as const

/** Proposes somebody up to a question, which then waits for its answer. Returns how many taps and messages it took. */
export async function proposeUntil(
  chat: Chat,
  question: (typeof ANSWERS)[number][0] | 'review',
): Promise<number> {
  let acts = 1
  await chat.types('giới thiệu')
  for (const [asked, answer] of ANSWERS) {
    if (asked === question) return acts
    await answer(chat)
    acts++
  }
  return acts
}

/** The only proposal there is. */
export async function theProposal(db: Db) {
  const [only, ...more] = await db.select().from(exemplars)
  expect(more).toEqual([])
  return only!
}
