/** With which Zalo bot each invited person is to register: the one they have, else one with room. */
import { placesWith } from '../../db/bots/places.ts'
import type { Tx } from '../../db/client.ts'
import { spreadOverBots } from '../../domain/spread-over-bots.ts'

export type ZaloBots = {
  /** `name` as people find it in Zalo; the bot's number while Zalo does not tell. */
  bots: { bot: string; name: string }[]
  /** People that one bot takes. */
  limit: number
}

/** The name of the bot by the person's id. Who is not in it has no place left. */
export async function zaloPlaces(
  tx: Tx,
  people: number[],
  { bots, limit }: ZaloBots,
  now: Date,
): Promise<Map<number, string>> {
  const places = await placesWith(tx, { channel: 'zalo', bots: bots.map(({ bot }) => bot), people, now })
  const nameOf = new Map(bots.map(({ bot, name }) => [bot, name]))
  const newcomers = [...new Set(people)].filter((id) => !places.joined.has(id))
  const given = spreadOverBots(places.bots, { newcomers: newcomers.length, expected: places.expected, limit })
  const all = [...places.joined, ...newcomers.map((id, index) => [id, given[index]] as const)]
  return new Map(all.flatMap(([id, bot]) => (bot ? [[id, nameOf.get(bot) ?? bot]] : [])))
}

/** What to do for those without a place; none when everybody has one, or no Zalo bot is configured. */
export function fullLines(made: { zaloBot: string | null }[], zalo: ZaloBots | undefined): string[] {
  const without = made.filter(({ zaloBot }) => zaloBot === null).length
  if (!zalo || zalo.bots.length === 0 || without === 0) return []
  return [
    `No place in Zalo for ${without}: each Zalo bot takes ${zalo.limit} people and all are full or spoken for.`,
    'Make another bot, add its token to ZALO_BOT_TOKEN after a comma, start the service anew, and invite them again.',
  ]
}
