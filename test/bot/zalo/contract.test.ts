/** Zalo, held to what every channel must do. */
import { z } from 'zod'
import { channelContract, type PersonUnderTest } from '../../channel-contract.ts'
import { resetAfter, tooOften } from '../../zalo-server/faults.ts'
import type { ZaloPerson } from '../../zalo-server.ts'
import { connected } from './connected.ts'
import { pictureHost } from './picture-host.ts'

channelContract('Zalo', {
  composes: true,
  secretHeader: 'X-Bot-Api-Secret-Token',
  async start(webhook) {
    const { publish } = await pictureHost()
    const { server, channel, stored, store, receive } = await connected({ webhook, publish })
    return {
      channel,
      longest: 2_000,
      stored,
      store,
      receive,
      violations: server.violations,
      person: (displayName, started) => underTest(server.person({ displayName, started })),
      throttle: () => server.inject(tooOften),
      loseAnswer: () => server.inject(resetAfter),
      redeliver: (told) => server.push(z.looseObject({ event_name: z.string() }).parse(told)),
    }
  },
})

const underTest = (person: ZaloPerson): PersonUnderTest => ({
  ...person,
  sendsPhoto: (bytes, caption) => person.sendsPhoto(bytes, { caption }),
  sendsAlbum: (photos, caption) => person.sendsAlbum(photos, { caption }),
  sees: () =>
    person.bubbles
      .filter(({ from }) => from === 'bot')
      .map(({ text, photo }) => ({ text, buttons: [], photos: photo ? [photo] : [] })),
})
