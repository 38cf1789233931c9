/** The whole program with the simulator's two bots, as the demo runs it. */
import { Hono } from 'hono'
import { PACE, type SimulatorBot } from '../../bot/simulator/bots.ts'
import { createSimulator } from '../../bot/simulator/channel.ts'
import { createPhones } from '../../bot/simulator/phones.ts'
import type { SimulatedPerson } from '../../db/simulator/people.ts'
import { onSimulator } from './phones/on-simulator.ts'
import type { Phone } from './phones/phone.ts'
import { openWorld, type World } from './world.ts'

export type SimulatorWorld = World & {
  /** A unit's head whose phone was picked up, and who uses one of the two bots. */
  joinedSimulator(unit: string): Promise<Phone>
  /** A phone of nobody we know. */
  strangerOnSimulator(name: string): Phone
  joinedStaffOnSimulator(name: string, role: 'office' | 'leader'): Promise<Phone>
}

/** Nobody has so high a number. */
const STRANGER = 999_999

/** `bot` is the one that everybody uses. */
export async function openSimulatorWorld(
  bot: SimulatorBot,
  startsAt?: string,
  codes?: readonly string[],
): Promise<SimulatorWorld> {
  const bots = { buttons: createSimulator('buttons'), numbers: createSimulator('numbers') }
  const world = await openWorld(startsAt, {}, codes, () => ({
    bots: Object.values(bots).map((channel) => ({ channel, pace: PACE })),
    pages: new Hono(),
    settled: async () => {},
  }))
  const { db, now: clock } = world
  const phones = createPhones({ db, clock, timeZone: 'Asia/Ho_Chi_Minh', bots })

  let strangers = 0

  async function join(isOwner: (person: SimulatedPerson) => boolean): Promise<Phone> {
    const person = (await phones.people()).find(isOwner)
    if (!person) throw new Error('there is no such person')
    await phones.moveTo(person, bot)
    const phone = onSimulator({ db, clock, phones, person, channel: bots[bot] })
    await phone.waitFor('Đã đăng ký')
    return phone
  }

  return {
    ...world,
    strangerOnSimulator(name) {
      strangers += 1
      return onSimulator({
        db,
        clock,
        phones,
        person: { id: STRANGER + strangers, name },
        channel: bots[bot],
      })
    },
    joinedSimulator: (unit) => join(({ role, unitCode }) => role === 'head' && unitCode === unit),
    async joinedStaffOnSimulator(name, role) {
      await world.staffInvitation(name, role)
      return join((person) => person.role === role && person.name === name)
    },
  }
}
