/** Photos that came one right after the other, on a platform that does not say which were sent together. */
import { expect, test } from 'vitest'
import { albumOfPhoto } from '../../bot/sent-together.ts'
import type { Contact } from '../../db/people/contacts.ts'
import { inbox } from '../../db/schema/index.ts'
import type { IncomingMessage } from '../../domain/message.ts'
import { freshDatabase } from '../database.ts'
import { fakeChannel } from '../fake-channel.ts'
import { BOT } from '../seed.ts'

test('a photo whose forerunner cannot be read is the first of an album of its own', async () => {
  const { db } = await freshDatabase()
  const rows = await db
    .insert(inbox)
    .values(
      ['1', '2'].map((externalId) => ({
        ...BOT,
        externalId,
        chat: '9',
        payload: {},
        receivedAt: new Date(),
      })),
    )
    .returning({ id: inbox.id })
  const message: IncomingMessage = {
    from: { ...BOT, id: '9' },
    isPrivate: true,
    messageId: 'm2',
    media: { ref: 'x', kind: 'photo' },
    sentAt: new Date(),
  }
  const { channel } = fakeChannel({
    read() {
      throw new Error('nonsense')
    },
  })
  const abilities = { ...channel.abilities, albums: false }
  const album = await db.transaction((tx) =>
    albumOfPhoto(
      { tx, inboxId: rows[1]!.id, contact: { id: 1 } as Contact, message },
      { ...channel, abilities },
    ),
  )
  expect(album).toBe('from m2')
})
