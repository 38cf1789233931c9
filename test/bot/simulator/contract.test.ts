/** The simulator's two bots, held to what every channel must do; it never calls us, so it has no secret. */
import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { RawUpdate } from '../../../bot/channel.ts'
import { type Air, createSimulator, type Flight, type Simulator } from '../../../bot/simulator/channel.ts'
import { looksOf } from '../../../bot/simulator/looks.ts'
import type { PhoneUpdate } from '../../../bot/simulator/update.ts'
import { channelContract, type PersonUnderTest } from '../../channel-contract.ts'

/** As the two platforms that they are like. */
const LONGEST = { buttons: 4_096, numbers: 2_000 }

/** What no phone of that kind would take. */
const faultsOf = ({ message }: Flight, longest: number): string[] => {
  const values = (message.choices ?? []).flat().map(({ value }) => Buffer.byteLength(value))
  return [
    ...(message.text === '' ? ['no words'] : []),
    ...(values.some((bytes) => bytes > 64) ? ['a button that says too much'] : []),
    ...((message.marks ?? []).some(({ start, length }) => start + length > message.text.length)
      ? ['emphasis beyond the words']
      : []),
    ...(message.text.length > 100 * longest ? ['a book'] : []),
  ]
}

for (const bot of ['buttons', 'numbers'] as const) {
  channelContract(`The simulator's bot with ${bot}`, {
    composes: true,
    async start() {
      const stop = new AbortController()
      onTestFinished(() => stop.abort())
      const stored: RawUpdate[] = []
      const store = async (updates: RawUpdate[]) => void stored.push(...updates)
      /** By what the platform calls them: an edit takes the place of what it edits. */
      const arrived = new Map<string, Flight>()
      const fates: ReturnType<Air>[] = []
      const violations: string[] = []
      const channel = createSimulator(bot, (flight) => {
        const fate = fates.shift() ?? 'taken'
        if (typeof fate === 'object') return fate
        violations.push(...faultsOf(flight, LONGEST[bot]))
        if (flight.message.replaces === flight.externalId && !arrived.has(flight.externalId))
          violations.push('an edit of a message that never was')
        arrived.set(flight.externalId, flight)
        return fate
      })
      return {
        channel,
        stored,
        store,
        receive: () => void channel.receive(store, stop.signal),
        violations,
        longest: LONGEST[bot],
        person: (name, started) => personWith(channel, name, started, () => [...arrived.values()]),
        throttle: () => fates.push({ tooMany: 7 }),
        loseAnswer: () => fates.push('lost'),
        redeliver: async (told) => store([(await told) as RawUpdate]),
      }
    },
  })
}

function personWith(
  channel: Simulator,
  name: string,
  started: boolean,
  arrived: () => Flight[],
): PersonUnderTest {
  const phone = randomUUID()
  if (started) channel.opens(phone)
  const says = (said: Partial<PhoneUpdate>) =>
    channel.says({ phone, name, messageId: randomUUID(), sentAt: new Date(), ...said })
  const sends = (bytes: Uint8Array, kind: 'photo' | 'document', more: Partial<PhoneUpdate> = {}) =>
    says({
      file: { ref: channel.keepFile(bytes), fileName: `a ${kind}`, byteSize: bytes.length, kind },
      ...more,
    })
  return {
    id: phone,
    types: (text) => says({ text }),
    sendsPhoto: (bytes, text) => sends(bytes, 'photo', { text }),
    async sendsAlbum([first, ...others], text) {
      const albumId = channel.abilities.albums ? randomUUID() : undefined
      if (first) await sends(first, 'photo', { text, albumId })
      for (const bytes of others) await sends(bytes, 'photo', { albumId })
    },
    sendsSticker: () => says({ unsupported: 'sticker' }),
    sendsFile: () =>
      channel.abilities.documents ? sends(Uint8Array.of(1, 2, 3), 'document') : says({ unsupported: 'file' }),
    blocks: () => channel.blocks(phone),
    sees: () =>
      arrived()
        .filter((flight) => flight.phone === phone)
        .flatMap(({ message, files }) =>
          looksOf(message, channel.bot).map(({ parts, rows }, index) => ({
            text: parts.map(({ text }) => text).join(''),
            buttons: rows.flat().map(({ label }) => label),
            photos: index === 0 ? files.map(({ bytes }) => bytes) : [],
          })),
        ),
  }
}
