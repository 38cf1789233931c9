/** A phone of the simulator: what the demo's page would show, asked of the same screens. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Simulator } from '../../../bot/simulator/channel.ts'
import { type PhoneFile, type Phones, phoneOf } from '../../../bot/simulator/phones.ts'
import { type DrawnBubble, drawScreen } from '../../../bot/simulator/screen.ts'
import type { Db } from '../../../db/client.ts'
import { filesToSend } from '../../../db/messages/outgoing-files.ts'
import type { SimulatedPerson } from '../../../db/simulator/people.ts'
import { translator } from '../../../locales/i18n.ts'
import { answersByNumber } from './by-number.ts'
import type { Phone, Received, Seen } from './phone.ts'

const WORDS = { t: translator('vi'), language: 'vi' as const, timeZone: 'Asia/Ho_Chi_Minh' }
const PATIENCE_MS = 20_000
const LOOK_MS = 20

type Held = {
  db: Db
  clock(): Date
  phones: Phones
  person: Pick<SimulatedPerson, 'id' | 'name'>
  channel: Simulator
}

export function onSimulator({ db, clock, phones, person, channel }: Held): Phone {
  const { bot } = channel
  const owner = { ...person, bot }
  const bubbles = async () => (await drawScreen(db, owner, clock(), WORDS)).bubbles
  const ours = async () => (await bubbles()).filter(({ from }) => from === 'office')
  /** What stood there when the person last did something, or was waited for. */
  let known = new Set<string>()
  const drawn = new WeakMap<Seen, DrawnBubble>()

  /** One thing after the other, as a hand does them. */
  let done: Promise<unknown> = Promise.resolve()
  const acts = (work: () => Promise<unknown>) => {
    done = done.then(async () => {
      known = new Set((await ours()).map(versionOf))
      await work()
    })
    return done
  }

  const screen = async () =>
    (await bubbles()).map(({ from, parts }) => `${from}: ${wordsOf(parts)}`).join('\n')

  const phone = {
    types: (text: string) => void acts(() => phones.says(owner, { text })),
    screen,
    texts: async () => (await ours()).map(({ parts }) => wordsOf(parts)),
    async waitFor(part: string | RegExp, timeoutMs = PATIENCE_MS): Promise<Seen> {
      await done
      const until = performance.now() + timeoutMs
      do {
        const found = (await ours()).find(
          (bubble) => !known.has(versionOf(bubble)) && says(wordsOf(bubble.parts), part),
        )
        if (found) {
          known.add(versionOf(found))
          const seen = { text: wordsOf(found.parts) }
          drawn.set(seen, found)
          return seen
        }
        await sleep(LOOK_MS)
      } while (performance.now() < until)
      throw new Error(`${person.name} waited for "${part}" in vain and sees:\n${await screen()}`)
    },
  }

  async function presses(label: string, bubble?: DrawnBubble): Promise<void> {
    const offers = (bubble ? [bubble] : (await ours()).toReversed()).flatMap(({ id, rows }) =>
      rows.flat().map((choice) => ({ ...choice, id })),
    )
    const found =
      offers.find((offer) => offer.label === label) ?? offers.find((offer) => offer.label.includes(label))
    if (!found) throw new Error(`nothing offers "${label}" on:\n${await screen()}`)
    await acts(() => phones.says(owner, { messageId: found.id, choice: found.value }))
  }

  return {
    ...phone,
    sendsPhoto: (bytes, caption = '') => void acts(() => phones.sends(owner, [photoOf(bytes)], caption)),
    sendsAlbum: (photos, caption = '') => void acts(() => phones.sends(owner, photos.map(photoOf), caption)),
    sendsDocument: (bytes, fileName) =>
      void acts(() => phones.sends(owner, [{ fileName, bytes, kind: 'document' }], '')),
    answers: (label, seen) =>
      bot === 'buttons' ? presses(label, seen && drawn.get(seen)) : answersByNumber(phone, label, seen?.text),
    blocks: () => acts(async () => channel.blocks(phoneOf(person))).then(() => {}),
    unblocks: () => acts(async () => channel.opens(phoneOf(person))).then(() => {}),
    forges: (value) =>
      acts(() => phones.says(owner, bot === 'buttons' ? { choice: value } : { text: '1' })).then(() => {}),
    async waitForQuiet(ms) {
      await done
      for (let last = ''; ; await sleep(ms)) {
        const now = JSON.stringify(await ours())
        if (now === last) return
        last = now
      }
    },
    async files() {
      const files = (await ours()).flatMap((bubble) => bubble.files)
      return Promise.all(files.map((file) => fileOf(db, file)))
    },
  }
}

const wordsOf = (parts: { text: string }[]) => parts.map(({ text }) => text).join('')

const says = (text: string, part: string | RegExp) =>
  typeof part === 'string' ? text.includes(part) : part.test(text)

const versionOf = ({ id, parts, rows }: DrawnBubble) =>
  JSON.stringify([id, parts, rows.map((row) => row.map(({ label }) => label))])

const photoOf = (bytes: Uint8Array): PhoneFile => ({ fileName: `${randomUUID()}.jpg`, bytes, kind: 'photo' })

/** Fetched by the address that the page would fetch it by. */
async function fileOf(db: Db, { isPicture, url }: DrawnBubble['files'][number]): Promise<Received> {
  const [, kind, id] = /files\/(attachment|media)\/(\d+)/.exec(url ?? '') ?? []
  const wanted = kind === 'media' ? { media: Number(id), name: '' } : { attachment: Number(id) }
  const [file] = (await filesToSend(db, [wanted])) ?? []
  return { kind: isPicture ? 'photo' : 'document', bytes: Buffer.from(file?.bytes ?? []) }
}
