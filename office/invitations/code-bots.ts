/** The bots that people write their code to, and with which of them each invited person is to register. */
import { placesWith } from '../../db/bots/places.ts'
import type { Tx } from '../../db/client.ts'
import type { ChannelName } from '../../domain/message.ts'
import { spreadOverBots } from '../../domain/spread-over-bots.ts'

/** Of a platform whose links carry no code. */
export type CodeBots = {
  channel: ChannelName
  /** `name` as people find it there; the bot's number while the platform does not tell. */
  bots: { bot: string; name: string }[]
  /** People that one bot takes. */
  limit: number
}

export type CodeBot = { channel: ChannelName; name: string }

/** The bot by the person's id: the one they have, else one with room. Who is not in it has no place left. */
export async function codeBotsFor(
  tx: Tx,
  people: number[],
  { channel, bots, limit }: CodeBots,
  now: Date,
): Promise<Map<number, CodeBot>> {
  const places = await placesWith(tx, { channel, bots: bots.map(({ bot }) => bot), people, now })
  const nameOf = new Map(bots.map(({ bot, name }) => [bot, name]))
  const newcomers = [...new Set(people)].filter((id) => !places.joined.has(id))
  const given = spreadOverBots(places.bots, { newcomers: newcomers.length, expected: places.expected, limit })
  const all = [...places.joined, ...newcomers.map((id, index) => [id, given[index]] as const)]
  return new Map(all.flatMap(([id, bot]) => (bot ? [[id, { channel, name: nameOf.get(bot) ?? bot }]] : [])))
}

/** What to do for those without a place; none when everybody has one, or no such bot is configured. */
export function fullLines(made: { codeBot: CodeBot | null }[], codeBots: CodeBots | undefined): string[] {
  const without = made.filter(({ codeBot }) => codeBot === null).length
  if (!codeBots || without === 0) return []
  const { channel, limit } = codeBots
  return [
    `No place in ${channel} for ${without}: each ${channel} bot takes ${limit} people and all are full or spoken for.`,
    `Make another bot, add its token to ${channel.toUpperCase()}_BOT_TOKEN after a comma, start the service anew, and invite them again.`,
  ]
}
