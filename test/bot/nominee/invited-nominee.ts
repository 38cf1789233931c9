/** Somebody put forward who is to say yes or no by their own link. */
import { type ConsentWay, consentWay } from '../../../bot/nominee/link.ts'
import type { PersonTurn } from '../../../bot/turn.ts'
import type { Db } from '../../../db/client.ts'
import { consents } from '../../../db/schema/index.ts'
import { draftProposal, MONDAY, reviewingOffice } from '../proposals.ts'
import { takeTurn } from '../turn.ts'

const DAY_MS = 24 * 3_600_000

/** What the proposer's tap makes: the payload of the link, or null. */
export async function linkFor(
  db: Db,
  exemplarId: number,
  more: Partial<PersonTurn> = {},
): Promise<string | null> {
  let way: ConsentWay | null = null
  await takeTurn(db, { chat: 'nobody', now: MONDAY }, async (turn) => {
    const person = {
      id: 0,
      name: '',
      posts: [],
      unitIds: [],
      is: { unit: true, office: false, leader: false },
    }
    const asked = { offered: [], awaits: null }
    const maker = { ...turn, person, asked, pressed: null, botUserName: 'dondoc_bot', ...more }
    way = await consentWay(maker, exemplarId)
  })
  return payloadOf(way)
}

const payloadOf = (way: ConsentWay | null): string | null =>
  way && ('code' in way ? way.code : new URL(way.link).searchParams.get('start'))

/** A draft whose proposer got a link, and the chats of the nominee and of strangers. */
export async function invitedNominee() {
  let now = MONDAY
  const office = await reviewingOffice(() => now)
  const id = await draftProposal(office.db, office.unit, {}, MONDAY)
  const code = (await linkFor(office.db, id))!
  const stranger = (number: string) =>
    office.chatOf({ address: { channel: 'telegram', bot: '1', id: number } })
  const standing = async () =>
    (await office.db.select().from(consents)).filter(({ withdrawnAt }) => !withdrawnAt)
  return {
    ...office,
    id,
    code,
    stranger,
    nominee: stranger('90001'),
    standing,
    passDays: (days: number) => {
      now = new Date(now.getTime() + days * DAY_MS)
    },
  }
}
