/** The phones of the simulator: each is one person's, and talks through the bot that the person joined last. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../db/client.ts'
import { linkContact, setReachability } from '../../db/people/contacts.ts'
import { createInvitation } from '../../db/people/invitations.ts'
import { type SimulatedPerson, simulatedChats, simulatedPeople } from '../../db/simulator/people.ts'
import { officeDay } from '../../domain/office-day.ts'
import { isSimulatorBot, type SimulatorBot } from './bots.ts'
import type { Simulator } from './channel.ts'
import type { PhoneUpdate } from './update.ts'

type Said = Pick<PhoneUpdate, 'text' | 'choice' | 'startCode' | 'unsupported'> & { messageId?: string }

export type PhoneFile = {
  fileName: string
  bytes: Uint8Array
  kind: 'photo' | 'document' | 'video' | 'audio'
}

/** Whose phone it is, and the bot that it talks to. */
export type PhoneOwner = Pick<SimulatedPerson, 'id' | 'name' | 'bot'>

export type Phones = {
  /** Everybody whose phone may be picked up. */
  people(): Promise<SimulatedPerson[]>
  /** The phone joins with a fresh invitation, and has when this resolves; one that had joined stays as it is. */
  pickUp(person: SimulatedPerson): Promise<void>
  /** Throws when the phone has not joined. */
  says(person: PhoneOwner, said: Said): Promise<void>
  /** Several are an album; the caption goes with the first. */
  sends(person: PhoneOwner, files: PhoneFile[], caption: string): Promise<void>
  /** From now on the other bot reaches the person, as if they had moved from one app to another. */
  moveTo(person: SimulatedPerson, bot: SimulatorBot): Promise<void>
}

/** How the simulated platforms call somebody's phone. */
export const phoneOf = ({ id }: Pick<SimulatedPerson, 'id'>): string => `phone-${id}`

/** Joining takes a moment; much longer means that the conversation did not let the phone in. */
const PATIENCE_MS = 10_000

type PhonesOptions = {
  db: Db
  clock: () => Date
  timeZone: string
  bots: Record<SimulatorBot, Simulator>
}

export function createPhones({ db, clock, timeZone, bots }: PhonesOptions): Phones {
  const botOf = ({ bot, name }: PhoneOwner): Simulator => {
    if (isSimulatorBot(bot)) return bots[bot]
    throw new Error(`the phone of ${name} has not joined`)
  }

  const tell = (person: PhoneOwner, bot: Simulator, said: Omit<Partial<PhoneUpdate>, 'phone' | 'name'>) =>
    bot.says({ messageId: randomUUID(), ...said, phone: phoneOf(person), name: person.name, sentAt: clock() })

  const people = () => simulatedPeople(db, officeDay(clock(), timeZone))

  async function join(person: SimulatedPerson, bot: Simulator): Promise<void> {
    const { id, postId } = person
    const invitation = await db.transaction((tx) => createInvitation(tx, { postId, days: 1, now: clock() }))
    await tell(person, bot, { startCode: invitation.token })
    const until = performance.now() + PATIENCE_MS
    while ((await people()).find((one) => one.id === id)?.bot !== bot.bot) {
      if (performance.now() > until) throw new Error(`the phone of ${person.name} was not let in`)
      await sleep(20)
    }
  }

  return {
    people,
    async pickUp(person) {
      if (person.bot === null) await join(person, bots.buttons)
    },
    async says(person, said) {
      await tell(person, botOf(person), said)
    },
    async sends(person, files, caption) {
      const bot = botOf(person)
      const albumId = bot.abilities.albums && files.length > 1 ? randomUUID() : undefined
      for (const [index, file] of files.entries()) {
        const text = index === 0 && caption !== '' ? caption : undefined
        await tell(person, bot, { ...contentOf(file, bot), albumId, text })
      }
    },
    async moveTo(person, bot) {
      for (const { bot: name, opens, blocks } of Object.values(bots)) {
        const stands = name === bot ? opens : blocks
        stands(phoneOf(person))
      }
      const chats = await simulatedChats(db, person.id)
      await db.transaction(async (tx) => {
        for (const chat of chats) {
          if (chat.bot === bot) await linkContact(tx, chat.contactId, person.id, clock())
          else await setReachability(tx, chat.contactId, 'blocked')
        }
      })
      if (!chats.some((chat) => chat.bot === bot)) await join(person, bots[bot])
    },
  }
}

/** What a platform would make of a file: some kinds it only tells the bot of, and some not as what they are. */
function contentOf(
  { fileName, bytes, kind }: PhoneFile,
  bot: Simulator,
): Pick<PhoneUpdate, 'file' | 'unsupported' | 'fileName'> {
  if (kind === 'video' || kind === 'audio') return { unsupported: kind, fileName }
  if (kind === 'document' && !bot.abilities.documents) return { unsupported: 'file', fileName }
  return { file: { ref: bot.keepFile(bytes), fileName, byteSize: bytes.length, kind } }
}
