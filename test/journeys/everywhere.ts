/** One story told on every platform: the same office, the same people, the same words, with another app on the phones. */
import { desc } from 'drizzle-orm'
import { test as told } from 'vitest'
import type { SimulatorBot } from '../../bot/simulator/bots.ts'
import type { Db } from '../../db/client.ts'
import { storeUpdates } from '../../db/messages/inbox.ts'
import { inbox } from '../../db/schema/index.ts'
import type { ChannelName } from '../../domain/message.ts'
import type { ZaloEvent } from '../zalo-server/update-queue.ts'
import { onTelegram } from './phones/on-telegram.ts'
import { onZalo } from './phones/on-zalo.ts'
import type { Phone } from './phones/phone.ts'
import { openSimulatorWorld } from './simulator-world.ts'
import { openWorld, type World } from './world.ts'
import { openZaloWorld } from './zalo-world.ts'

type Place = Pick<World, 'db' | 'goTo' | 'now' | 'logged' | 'invitation'> & {
  /** A unit's head who has joined. */
  joined(unit: string, firstName: string): Promise<Phone>
  joinedStaff(name: string, role: 'office' | 'leader'): Promise<Phone>
  /** Somebody whom nobody knows, and who does what a message says that was passed on to them. */
  stranger(firstName: string, passedOn: string): Promise<Phone>
  /** Somebody who has opened the chat, and whom nobody knows. */
  newcomer(firstName: string): Promise<Phone>
  /** The platform brings the update that came last once more, as after a confirmation that got lost. */
  bringsAgain(): Promise<void>
}

export type Platform = {
  name: string
  channel: ChannelName
  buttons: boolean
  /** Messages can be changed in place, and taken back. */
  edits: boolean
  /** People can send documents. */
  takesDocuments: boolean
  /** A running office on a morning, with the units of these codes, or with all of them. */
  open(startsAt: string, codes?: readonly string[]): Promise<Place>
}

const telegram: Platform = {
  name: 'Telegram',
  channel: 'telegram',
  buttons: true,
  edits: true,
  takesDocuments: true,
  async open(startsAt, codes) {
    const world = await openWorld(startsAt, {}, codes)
    return {
      ...world,
      joined: async (unit, firstName) => onTelegram(await world.joined(unit, firstName), world.telegram),
      joinedStaff: async (name, role) => onTelegram(await world.joinedStaff(name, role), world.telegram),
      async stranger(firstName, passedOn) {
        const person = world.telegram.person({ firstName })
        const [link = ''] = /https:\S+/.exec(passedOn) ?? []
        person.pressesStart(new URL(link).searchParams.get('start') ?? '')
        return onTelegram(person, world.telegram)
      },
      async newcomer(firstName) {
        const person = world.telegram.person({ firstName })
        person.pressesStart()
        return greeted(onTelegram(person, world.telegram))
      },
      bringsAgain: async () => world.telegram.redeliver(Number((await lastUpdate(world.db)).externalId)),
    }
  },
}

const zalo: Platform = {
  name: 'Zalo',
  channel: 'zalo',
  buttons: false,
  edits: false,
  takesDocuments: false,
  async open(startsAt, codes) {
    const world = await openZaloWorld(startsAt, codes)
    return {
      ...world,
      joined: async (unit, firstName) => onZalo(await world.joinedZalo(unit, firstName)),
      joinedStaff: async (name, role) => onZalo(await world.joinedStaffOnZalo(name, role)),
      async stranger(displayName, passedOn) {
        const person = world.zalo.person({ displayName })
        person.types(lineIn(passedOn))
        return onZalo(person)
      },
      async newcomer(displayName) {
        const person = world.zalo.person({ displayName })
        person.types(HELLO)
        return greeted(onZalo(person))
      },
      bringsAgain: async () => world.zalo.push((await lastUpdate(world.db)).payload as ZaloEvent),
    }
  },
}

/** Its phones with buttons: those without are held to the contract, and played with in the browser. */
const BOT: SimulatorBot = 'buttons'

const simulator: Platform = {
  name: 'the simulator',
  channel: 'simulator',
  buttons: true,
  edits: true,
  takesDocuments: true,
  async open(startsAt, codes) {
    const world = await openSimulatorWorld(BOT, startsAt, codes)
    return {
      ...world,
      joined: world.joinedSimulator,
      joinedStaff: world.joinedStaffOnSimulator,
      async stranger(name, passedOn) {
        const phone = world.strangerOnSimulator(name)
        phone.types(lineIn(passedOn))
        return phone
      },
      async newcomer(name) {
        const phone = world.strangerOnSimulator(name)
        phone.types(HELLO)
        return greeted(phone)
      },
      async bringsAgain() {
        const update = await lastUpdate(world.db)
        await storeUpdates(world.db, { channel: 'simulator', bot: BOT }, [update], world.now())
      },
    }
  },
}

/** Where no platform says that somebody opened the chat. */
const HELLO = 'xin chào'

async function greeted(phone: Phone): Promise<Phone> {
  await phone.waitFor('Kính chào')
  return phone
}

async function lastUpdate(db: Db) {
  const [update] = await db.select().from(inbox).orderBy(desc(inbox.id)).limit(1)
  if (!update) throw new Error('nothing has come yet')
  return update
}

/** What a nominee pastes where links carry nothing. */
const lineIn = (passedOn: string): string => /c-[\w-]+/.exec(passedOn)?.[0] ?? ''

const PLATFORMS = [telegram, zalo, simulator]

/** Like vitest's, once for each platform; `story` opens the office when it knows its morning. */
export function test(title: string, story: (platform: Platform) => Promise<void>): void {
  for (const platform of PLATFORMS) told(`${title} (${platform.name})`, () => story(platform))
}
