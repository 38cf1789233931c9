/** The updates that the bot has not confirmed, and the long polls that wait for them. */
import type { ApiUpdate, UpdateContent } from './api-types.ts'
import { badRequest, Refusal } from './refusal.ts'

export type PollParams = { offset?: number; limit?: number; timeout?: number; allowed_updates?: string[] }

/** `again`: redelivered, so that no offset takes it away before it went out. */
type Pending = { update: ApiUpdate; again: boolean }
type Poll = { params: PollParams; end(updates: ApiUpdate[]): void; refuse(refusal: Refusal): void }

export type UpdateQueue = {
  /** Gives it a number; keeps it unless the bot does not want its kind. */
  push(content: UpdateContent): ApiUpdate
  /** Puts an update in once more under its own number, confirmed or not. */
  redeliver(updateId: number): void
  /** Resolves with what there is, else when something comes or the time is over; rejects with Refusal. */
  poll(params: PollParams, gone: AbortSignal): Promise<ApiUpdate[]>
  /** Refuses the poll that waits, if one does. */
  interrupt(why: string): void
  /** Which kinds the bot wants; undefined keeps what it said before, an empty list means the usual ones. */
  want(kinds: string[] | undefined): void
  /** Takes one away: it was delivered by webhook. */
  remove(update: ApiUpdate): void
  clear(): void
  readonly pending: ApiUpdate[]
  readonly wanted: string[]
  /** Every update from now on goes out twice. */
  doubled: boolean
}

/** The server's own cap, whatever a client asks. */
const LONGEST_POLL_SECONDS = 50
/** Kinds that come only when asked for by name. */
const UNUSUAL = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
const OTHER_POLLER = 'terminated by other getUpdates request; make sure that only one bot instance is running'

/** `onPush` hears of everything that was put in. */
export function createUpdateQueue(onPush: (update: ApiUpdate) => void): UpdateQueue {
  const all = new Map<number, ApiUpdate>()
  let pending: Pending[] = []
  let wanted: string[] = []
  let waiting: Poll | null = null
  let isWaking = false
  let nextId = 731_000_001

  /** What happens in one turn of the event loop, an album or a double tap, goes out in one batch. */
  const wake = () => {
    if (isWaking) return
    isWaking = true
    setImmediate(() => {
      isWaking = false
      if (waiting && pending.length > 0) waiting.end(take(waiting.params))
    })
  }

  const put = (update: ApiUpdate, again: boolean) => {
    pending.push({ update, again })
    onPush(update)
    wake()
  }

  function take({ offset = 0, limit = 100 }: PollParams): ApiUpdate[] {
    if (offset < 0) pending = pending.slice(offset)
    else pending = pending.filter(({ update, again }) => again || update.update_id >= offset)
    const taken = pending.slice(0, limit)
    for (const entry of taken) entry.again = false
    return taken.map(({ update }) => update)
  }

  const isWanted = (update: ApiUpdate) =>
    Object.keys(update).some((kind) =>
      wanted.length === 0 ? kind !== 'update_id' && !UNUSUAL.has(kind) : wanted.includes(kind),
    )

  const queue: UpdateQueue = {
    doubled: false,
    get pending() {
      return pending.map(({ update }) => update)
    },
    get wanted() {
      return wanted
    },
    push(content) {
      const update = { update_id: nextId, ...content }
      nextId += 1
      all.set(update.update_id, update)
      if (isWanted(update)) {
        put(update, false)
        if (queue.doubled) put(update, false)
      }
      return update
    },
    redeliver(updateId) {
      const update = all.get(updateId)
      if (!update) throw new Error(`There never was an update ${updateId}`)
      put(update, true)
    },
    poll(params, gone) {
      queue.interrupt(OTHER_POLLER)
      queue.want(params.allowed_updates)
      const updates = take(params)
      const seconds = Math.min(params.timeout ?? 0, LONGEST_POLL_SECONDS)
      if (seconds < 0) return Promise.reject(badRequest('timeout must be non-negative'))
      if (updates.length > 0 || seconds === 0) return Promise.resolve(updates)
      return new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer)
          if (waiting === poll) waiting = null
        }
        const poll: Poll = {
          params,
          end(found) {
            settle()
            resolve(found)
          },
          refuse(refusal) {
            settle()
            reject(refusal)
          },
        }
        const timer = setTimeout(() => poll.end([]), seconds * 1000)
        gone.addEventListener('abort', () => poll.end([]), { once: true })
        waiting = poll
      })
    },
    interrupt: (why) => waiting?.refuse(new Refusal(409, `Conflict: ${why}`)),
    want(kinds) {
      if (kinds) wanted = kinds
    },
    remove(update) {
      const at = pending.findIndex((entry) => entry.update === update)
      if (at >= 0) pending.splice(at, 1)
    },
    clear() {
      pending = []
    },
  }
  return queue
}
