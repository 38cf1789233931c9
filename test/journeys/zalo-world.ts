/** The whole program with a second platform: the tests' Zalo beside the tests' Telegram, and people who are on both. */
import { onTestFinished } from 'vitest'
import type { Person } from '../telegram-server.ts'
import { startZaloServer, type ZaloPerson, type ZaloServer } from '../zalo-server.ts'
import { openWorld, type World } from './world.ts'

export type ZaloWorld = World & {
  zalo: ZaloServer
  /** A unit's head who has typed their code to the Zalo bot. */
  joinedZalo(unit: string, displayName: string): Promise<ZaloPerson>
  /** A head on both, who joined Zalo last. */
  joinedBoth(unit: string, firstName: string): Promise<{ telegram: Person; zalo: ZaloPerson }>
}

/** As openWorld, with one Zalo bot. */
export async function openZaloWorld(startsAt?: string): Promise<ZaloWorld> {
  const zalo = await startZaloServer()
  // Registered before the world's, so that it runs after it: the service lets go of Zalo first.
  onTestFinished(zalo.stop)
  const world = await openWorld(startsAt, {
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.url,
    ZALO_SEND_RATE: '500',
  })
  const joinedZalo = async (unit: string, displayName: string) => {
    const { code } = await world.invitation(unit)
    const person = zalo.person({ displayName })
    person.types(`${code.slice(0, 3)} ${code.slice(3)}`)
    await person.waitFor('Đã đăng ký')
    return person
  }
  return {
    ...world,
    zalo,
    joinedZalo,
    joinedBoth: async (unit, firstName) => ({
      telegram: await world.joined(unit, firstName),
      zalo: await joinedZalo(unit, firstName),
    }),
  }
}
