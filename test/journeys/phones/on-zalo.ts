/** A phone with Zalo on it: no buttons, no edits, and documents as links that are opened. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ZaloPerson } from '../../zalo-server.ts'
import { answersByNumber } from './by-number.ts'
import type { Phone, Received } from './phone.ts'

const LINK = /https?:\S+\/m\/\S+/g

export function onZalo(person: ZaloPerson): Phone {
  const ours = () => person.bubbles.filter(({ from }) => from === 'bot')
  const phone = {
    types: (text: string) => void person.types(text),
    waitFor: person.waitFor,
    texts: async () => ours().map(({ text }) => text),
    screen: async () => person.screen(),
  }
  return {
    ...phone,
    sendsPhoto: (bytes, caption) => void person.sendsPhoto(bytes, { caption }),
    sendsAlbum: (photos, caption) => void person.sendsAlbum(photos, { caption }),
    sendsDocument: () => void person.sendsFile(),
    async blocks() {
      person.blocks()
    },
    async unblocks() {
      person.unblocks()
    },
    forges: async () => void person.types('1'),
    answers: (label, seen) => answersByNumber(phone, label, seen?.text),
    async waitForQuiet(ms) {
      for (let last = -1; last !== ours().length; await sleep(ms)) last = ours().length
    },
    async files() {
      const files = ours().map(async ({ text, photo }): Promise<Received[]> => {
        if (photo) return [{ kind: 'photo', bytes: Buffer.from(photo) }]
        const links = text.match(LINK) ?? []
        return Promise.all(links.map(async (link) => ({ kind: 'document', bytes: await fetched(link) })))
      })
      return (await Promise.all(files)).flat()
    },
  }
}

const fetched = async (link: string) => Buffer.from(await (await fetch(link)).arrayBuffer())
