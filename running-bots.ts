/** What the running bots show over HTTP: whether they are well, and where the platforms that call us knock. */
import { useOf } from './db/bots/use.ts'
import type { Db } from './db/client.ts'
import type { BotLimits } from './domain/bot-limits.ts'
import { countersLine } from './locales/bot-messages.ts'
import { translator } from './locales/i18n.ts'
import type { Health } from './office/server.ts'
import type { RunningBot } from './run-bot.ts'

/** A bot from which nothing was heard for so long is not well: a long poll takes half a minute. */
const SILENCE_MS = 120_000

/** One path a platform. Where it has several bots, the address we gave to each names it. */
export function webhooksOf(bots: RunningBot[]): Record<string, (request: Request) => Promise<Response>> {
  const names = new Set(bots.filter((bot) => bot.channel.webhook).map((bot) => bot.channel.name))
  return Object.fromEntries(
    [...names].map((name) => [
      `/webhook/${name}`,
      async (request) => {
        const asked = new URL(request.url).searchParams.get('bot')
        const bot = bots.find(
          ({ channel }) => channel.name === name && (asked === null || channel.bot === asked),
        )
        return (await bot?.channel.webhook?.(request, bot.store)) ?? new Response(null, { status: 404 })
      },
    ]),
  )
}

export async function readHealth(db: Db, bots: RunningBot[]): Promise<Health> {
  const parts: Record<string, string> = {}
  let ready = true
  try {
    await db.execute('select 1')
    parts.database = 'answers'
  } catch {
    ready = false
    parts.database = 'does not answer'
  }
  for (const { channel, leads, isVoid } of bots) {
    const heard = channel.lastHeard()
    const silent = heard === null || Date.now() - heard.getTime() > SILENCE_MS
    if (leads && silent) ready = false
    const state = isVoid ? 'its token is void: set a new one and start again' : silent ? 'not heard' : 'heard'
    parts[`${channel.name} ${channel.userName ?? channel.bot}`] = leads ? state : 'standing by'
  }
  return { ready, parts }
}

/** How full each bot is, a line for each, in the language of the page. */
export async function readCounters(db: Db, bots: RunningBot[], limits: BotLimits): Promise<string[]> {
  const uses = await Promise.all(
    bots.map(({ channel: { name: channel, bot } }) => useOf(db, { channel, bot })),
  )
  return uses.map((use) => countersLine({ use, limit: limits[use.channel] }, translator('en')))
}
