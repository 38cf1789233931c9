/** The whole program with a second platform: the tests' Zalo beside the tests' Telegram, and people who are on both. */
import { expect, onTestFinished } from 'vitest'
import type { Person } from '../telegram-server.ts'
import { startZaloServer, type ZaloPerson, type ZaloServer } from '../zalo-server.ts'
import { freePort } from './free-port.ts'
import { openWorld, type World } from './world.ts'

export type ZaloWorld = World & {
  zalo: ZaloServer
  /** A unit's head who has typed their code to the Zalo bot. */
  joinedZalo(unit: string, displayName: string): Promise<ZaloPerson>
  joinedStaffOnZalo(name: string, role: 'office' | 'leader'): Promise<ZaloPerson>
  /** A head on both, who joined Zalo last. */
  joinedBoth(unit: string, firstName: string): Promise<{ telegram: Person; zalo: ZaloPerson }>
}

/** As openWorld, with one Zalo bot, and pictures and documents of ours where it can fetch them. */
export async function openZaloWorld(startsAt?: string, codes?: readonly string[]): Promise<ZaloWorld> {
  const port = await freePort()
  const zalo = await startZaloServer()
  // Registered before the world's, so that it runs after it: the service lets go of Zalo first.
  onTestFinished(async () => {
    await zalo.stop()
    expect(zalo.violations).toEqual([])
  })
  const more = {
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.url,
    ZALO_SEND_RATE: '500',
    HTTP_PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  }
  const world = await openWorld(startsAt, more, codes)
  const join = async (displayName: string, { code }: { code: string }) => {
    const person = zalo.person({ displayName })
    person.types(`${code.slice(0, 3)} ${code.slice(3)}`)
    await person.waitFor('Đã đăng ký')
    return person
  }
  const joinedZalo = async (unit: string, name: string) => join(name, await world.invitation(unit))
  return {
    ...world,
    zalo,
    joinedZalo,
    joinedStaffOnZalo: async (name, role) => join(name, await world.staffInvitation(name, role)),
    joinedBoth: async (unit, firstName) => ({
      telegram: await world.joined(unit, firstName),
      zalo: await joinedZalo(unit, firstName),
    }),
  }
}
