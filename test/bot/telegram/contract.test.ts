/** Telegram, held to what every channel must do. */
import { z } from 'zod'
import { channelContract, type PersonUnderTest } from '../../channel-contract.ts'
import { buttonRows } from '../../telegram-server/screen.ts'
import { type Person, resetAfter, tooManyRequests } from '../../telegram-server.ts'
import { connected } from './connected.ts'
import { PDF } from './pictures.ts'

channelContract('Telegram', {
  secretHeader: 'X-Telegram-Bot-Api-Secret-Token',
  async start(webhook) {
    const { server, channel, stored, store, receive } = await connected({ webhook })
    return {
      channel,
      longest: 4_096,
      stored,
      store,
      receive,
      violations: server.violations,
      person: (firstName, started) => underTest(server.person({ firstName, started })),
      throttle: () => server.inject(tooManyRequests(7)),
      loseAnswer: () => server.inject(resetAfter),
      redeliver: (told) => server.redeliver(z.object({ update_id: z.number() }).parse(told).update_id),
    }
  },
})

const underTest = (person: Person): PersonUnderTest => ({
  ...person,
  id: String(person.id),
  sendsPhoto: (bytes, caption) => person.sendsPhoto(bytes, { caption }),
  sendsAlbum: (photos, caption) => person.sendsAlbum(photos, { caption }),
  sendsFile: () => person.sendsDocument(PDF, { fileName: 'a.pdf', mimeType: 'application/pdf' }),
  sees() {
    const photos = person.files().filter(({ kind }) => kind === 'photo')
    return person.chat.messages
      .filter(({ from }) => from.is_bot)
      .map((message) => ({
        text: message.text ?? message.caption ?? '',
        buttons: buttonRows(message).flatMap((row) => row.map(({ text }) => text)),
        photos: message.photo ? photos.splice(0, 1).map(({ bytes }) => bytes) : [],
      }))
  },
})
