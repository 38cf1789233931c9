/** A small office whose heads have not joined yet, and chats that try to. */
import { eq } from 'drizzle-orm'
import { joinStranger } from '../../../bot/join.ts'
import type { Db } from '../../../db/client.ts'
import { createInvitation, type NewInvitation } from '../../../db/people/invitations.ts'
import { contacts, people, posts } from '../../../db/schema/index.ts'
import { changeSetting } from '../../../db/settings.ts'
import type { IncomingMessage, OutgoingMessage } from '../../../domain/message.ts'
import { freshDatabase } from '../../database.ts'
import { type SeededUnit, seedOffice } from '../../seed.ts'
import { NOON, takeTurn } from '../turn.ts'

export const PHONE = '0900000101'
export const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

export type Joining = {
  db: Db
  units: SeededUnit[]
  /** A link and a code for the head of one of the units. */
  invite(unit: SeededUnit | undefined): Promise<NewInvitation>
  /** What a chat gets when it sends this. */
  sends(chat: string, message: Partial<IncomingMessage>, now?: Date): Promise<OutgoingMessage>
  types(chat: string, text: string, now?: Date): Promise<string>
  pressesLink(chat: string, token: string, now?: Date): Promise<string>
}

/** Two units; the first head's phone is in the list. */
export async function openDoor(abilities = {}): Promise<Joining> {
  const { db } = await freshDatabase()
  const units = await seedOffice(db, { units: 2, joined: false })
  await changeSetting(db, 'office_name', 'Phòng Văn hóa', NOON)
  await changeSetting(db, 'office_phone', '0225 3888 101', NOON)
  await db.update(people).set({ phone: PHONE }).where(eq(people.id, units[0]!.head.id))
  const sends: Joining['sends'] = async (chat, message, now = NOON) => {
    const [answer, ...more] = await takeTurn(db, { chat, message, now, abilities }, joinStranger)
    if (!answer || more.length > 0) throw new Error('one answer was expected')
    return answer
  }
  return {
    db,
    units,
    sends,
    async invite(unit) {
      const [post] = await db.select().from(posts).where(eq(posts.personId, unit!.head.id))
      return db.transaction((tx) => createInvitation(tx, { postId: post!.id, days: 7, now: NOON }))
    },
    types: async (chat, text, now) => (await sends(chat, { text }, now)).text,
    pressesLink: async (chat, token, now) =>
      (await sends(chat, { text: `/start ${token}`, startCode: token }, now)).text,
  }
}

/** Whose a chat is. */
export async function ownerOf(db: Db, chat: string): Promise<number | null> {
  const [row] = await db.select().from(contacts).where(eq(contacts.externalId, chat))
  return row?.personId ?? null
}
