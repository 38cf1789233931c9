/** One story told on every platform: the same office, the same people, the same words, with another app on the phones. */
import { test } from 'vitest'
import type { SimulatorBot } from '../../bot/simulator/bots.ts'
import type { ChannelName } from '../../domain/message.ts'
import { onTelegram } from './phones/on-telegram.ts'
import { onZalo } from './phones/on-zalo.ts'
import type { Phone } from './phones/phone.ts'
import { openSimulatorWorld } from './simulator-world.ts'
import { openWorld, type World } from './world.ts'
import { openZaloWorld } from './zalo-world.ts'

export type Place = Pick<World, 'db' | 'goTo' | 'now'> & {
  /** A unit's head who has joined. */
  joined(unit: string, firstName: string): Promise<Phone>
  joinedStaff(name: string, role: 'office' | 'leader'): Promise<Phone>
  /** What the platform would not have taken of our requests, in words. */
  violations: string[]
}

export type Platform = {
  name: string
  channel: ChannelName
  /** Messages can be changed in place, and taken back. */
  edits: boolean
  /** A running office on a morning, with the units of these codes, or with all of them. */
  open(startsAt: string, codes?: readonly string[]): Promise<Place>
}

const telegram: Platform = {
  name: 'Telegram',
  channel: 'telegram',
  edits: true,
  async open(startsAt, codes) {
    const world = await openWorld(startsAt, {}, codes)
    return {
      ...world,
      joined: async (unit, firstName) => onTelegram(await world.joined(unit, firstName)),
      joinedStaff: async (name, role) => onTelegram(await world.joinedStaff(name, role)),
      violations: world.telegram.violations,
    }
  },
}

const zalo: Platform = {
  name: 'Zalo',
  channel: 'zalo',
  edits: false,
  async open(startsAt, codes) {
    const world = await openZaloWorld(startsAt, codes)
    return {
      ...world,
      joined: async (unit, firstName) => onZalo(await world.joinedZalo(unit, firstName)),
      joinedStaff: async (name, role) => onZalo(await world.joinedStaffOnZalo(name, role)),
      violations: world.zalo.violations,
    }
  },
}

const simulator = (bot: SimulatorBot): Platform => ({
  name: `the simulator with ${bot}`,
  channel: 'simulator',
  edits: bot === 'buttons',
  async open(startsAt, codes) {
    const world = await openSimulatorWorld(bot, startsAt, codes)
    return {
      ...world,
      joined: world.joinedSimulator,
      joinedStaff: world.joinedStaffOnSimulator,
      violations: [],
    }
  },
})

const PLATFORMS = [telegram, zalo, simulator('buttons'), simulator('numbers')]

/** `story` opens the office when it knows its morning. */
export function everywhere(title: string, story: (platform: Platform) => Promise<void>): void {
  for (const platform of PLATFORMS) test(`${title} (${platform.name})`, () => story(platform))
}
