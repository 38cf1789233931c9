/** What reaches us of what people do on any platform. */
import { describe, expect, test } from 'vitest'
import { openUpdates, storeUpdates } from '../../db/messages/inbox.ts'
import { freshDatabase } from '../database.ts'
import { jpeg } from '../sample-files.ts'
import { answersAll } from './answers.ts'
import { begin, type ContractOptions, ODD_NAME, PICTURE } from './platform.ts'

export function receivingContract(platform: string, options: ContractOptions): void {
  describe(`${platform}: what people say`, () => {
    test('arrives with its sender, in composed letters', async () => {
      const { channel, person, heard } = await begin(options, { name: ODD_NAME })
      person.types('đang làm'.normalize('NFD'))
      const [message] = await heard(1)
      expect(message).toMatchObject({
        from: { channel: channel.name, bot: channel.bot, id: person.id },
        displayName: ODD_NAME,
        isPrivate: true,
        text: 'đang làm',
      })
      expect(Math.abs((message?.sentAt.getTime() ?? 0) - Date.now())).toBeLessThan(5_000)
    })

    test('is kept once, however often it is brought', async () => {
      const { db } = await freshDatabase()
      const { channel, person, heard, redeliver, stored } = await begin(options)
      redeliver(person.types('xong'))
      await heard(2)
      await storeUpdates(db, { channel: channel.name, bot: channel.bot }, stored, new Date())
      const kept = await openUpdates(db, { channel: channel.name, bot: channel.bot }, [], 10)
      expect(kept).toMatchObject([{ chat: person.id }])
    })

    test('brings its photo, byte for byte', async () => {
      const { channel, person, heard } = await begin(options)
      person.sendsPhoto(PICTURE.bytes, 'Hội nghị'.normalize('NFD'))
      const [message] = await heard(1)
      expect(message).toMatchObject({ text: 'Hội nghị', media: { kind: 'photo' } })
      const bytes = message?.media && (await channel.download(message.media))
      expect(Buffer.from(bytes ?? [])).toEqual(PICTURE.bytes)
    })

    test('brings all photos of an album, the words once', async () => {
      const { channel, person, heard } = await begin(options)
      person.sendsAlbum([jpeg(8, 8), jpeg(16, 16)], 'Hội nghị')
      const messages = await heard(2)
      expect(messages.map((message) => message?.media?.kind)).toEqual(['photo', 'photo'])
      expect(messages.flatMap((message) => message?.text ?? [])).toEqual(['Hội nghị'])
      const albums = new Set(messages.map((message) => message?.albumId))
      expect([...albums].every((id) => (id !== undefined) === channel.abilities.albums) && albums.size).toBe(
        1,
      )
    })

    test('is answered in words when it is nothing we can take', async () => {
      const under = await begin(options)
      const { channel, person, heard } = under
      person.sendsSticker()
      person.sendsFile()
      const [sticker, file] = await heard(2)
      expect(sticker).toMatchObject({ unsupported: 'sticker' })
      if (channel.abilities.documents) expect(file).toMatchObject({ media: { kind: 'document' } })
      else expect(file).toMatchObject({ unsupported: 'file' })
      await answersAll(under, person.id)
      const [toSticker, toFile] = person.sees().map(({ text }) => text)
      expect(toSticker).toContain('Chưa nhận được loại tin này')
      if (channel.abilities.documents) expect(toFile).not.toContain('Chưa nhận được')
      else expect(toFile).toContain('Chưa nhận được loại tin này')
    })
  })
}
