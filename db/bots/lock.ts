/** Holds a bot for one process: two processes never poll or send the same bot at once. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bot } from '../../domain/message.ts'
import { connect } from '../client.ts'

/** First half of every lock's key: keeps ours apart from others' locks in the same database. */
const NAMESPACE = 830_226

const RETRY_MS = 2_000
const HEARTBEAT_MS = 2_000
/** Below the time after which PostgreSQL gives up a silent connection (5 + 3 × 2 s): we stop before another begins. */
const HEARTBEAT_TIMEOUT_MS = 5_000

export type Hold = {
  /** Aborted when the lock is gone: stop at once. */
  lost: AbortSignal
  release(): Promise<void>
}

async function tryHold(url: string, bot: Bot): Promise<Hold | null> {
  const lost = new AbortController()
  const lose = () => lost.abort(new Error('the lock on the bot is gone'))
  const { client, close } = connect(url, { max: 1, onclose: lose })
  try {
    await client`select set_config('tcp_keepalives_idle', '5', false), set_config('tcp_keepalives_interval', '2', false),
      set_config('tcp_keepalives_count', '3', false)`
    const key = `${bot.channel}:${bot.bot}`
    const [row] = await client`select pg_try_advisory_lock(${NAMESPACE}, hashtext(${key})) as held`
    if (!row?.held) {
      await close()
      return null
    }
  } catch (error) {
    await close()
    throw error
  }
  const beat = setInterval(() => {
    const late = setTimeout(lose, HEARTBEAT_TIMEOUT_MS)
    client`select 1`.then(() => clearTimeout(late), lose)
  }, HEARTBEAT_MS)
  lost.signal.addEventListener('abort', () => {
    clearInterval(beat)
    void client.end({ timeout: 0 })
  })
  return {
    lost: lost.signal,
    async release() {
      clearInterval(beat)
      await close()
    },
  }
}

/** Waits until this process holds the bot; null when `stop` came first. A database that is away is waited for. */
export async function holdBot(
  url: string,
  bot: Bot,
  stop: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<Hold | null> {
  while (!stop.aborted) {
    try {
      const hold = await tryHold(url, bot)
      if (hold) return hold
    } catch (error) {
      onTrouble(error)
    }
    await sleep(RETRY_MS, undefined, { signal: stop }).catch(() => {})
  }
  return null
}
