/** Sends what waits in the outbox, for one bot that this process holds. The only caller of Channel.send. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Channel, SendError } from '../bot/channel.ts'
import type { Db } from '../db/client.ts'
import { asksOf } from '../db/messages/offer-by-number.ts'
import { type Claimed, claim, recoverAbandoned } from '../db/messages/outbox-sending.ts'
import { filesToSend } from '../db/messages/outgoing-files.ts'
import type { BotLimit } from '../domain/bot-limits.ts'
import type { Log } from '../domain/log.ts'
import { createBell } from './bell.ts'
import { keepWithinPlan } from './bots/keep-within-plan.ts'
import { outcomeOf } from './dispatch/delivery-outcome.ts'
import { createOnTheWay } from './dispatch/on-the-way.ts'
import { createOutcomeRecorder } from './dispatch/outcome-recorder.ts'
import { createPacer } from './dispatch/pacer.ts'
import { createSendQueue } from './dispatch/send-queue.ts'
import { createWayRound } from './dispatch/way-round.ts'
import { freshReminders } from './reminders/refresh-reminders.ts'

const MOST_IN_FLIGHT = 500
/** How often an idle sender asks for what other processes, or the command line, have put into the outbox. */
const IDLE_MS = 1_000
const RETRY_MS = 500
/** A platform takes about one message a second in one chat. */
const CHAT_REST_MS = 1_000
/** How soon a message is tried again whose files are still on their way to us. */
const FILES_COME_MS = 2_000
/** So long whoever wrote waits at most until it is known what their phone shows. */
const LONGEST_ARRIVAL_MS = 5_000

export type DispatchOptions = {
  db: Db
  channel: Channel
  /** Messages a second for this bot. */
  rate: number
  /** Between two messages to one chat; default a second, as platforms ask for. */
  chatRestMs?: number
  /** Of the bot's plan, where its platform sets one. */
  limit?: BotLimit
  clock: () => Date
  log: Log
}

export type Dispatch = {
  /** Something was put into the outbox: look at once, not at the next tick. */
  wake(): void
  /** Resolves when what is just leaving for a chat, by its id on the platform, is written down; waits a little at most. */
  arrived(chat: string): Promise<void>
  /** Sends until `stop`; resolves when nothing is in flight and every outcome is recorded. */
  run(stop: AbortSignal): Promise<void>
}

export function createDispatch({
  db,
  channel,
  rate,
  chatRestMs = CHAT_REST_MS,
  limit,
  clock,
  log,
}: DispatchOptions): Dispatch {
  const bot = { channel: channel.name, bot: channel.bot }
  /** A quarter of a second's worth: the smaller it is, the sooner an answer overtakes what goes to many. */
  const batch = Math.min(Math.max(Math.ceil(rate / 4), 4), 250)
  const bell = createBell()
  const onTheWay = createOnTheWay()
  let asked = false

  const wake = () => {
    asked = true
    bell.ring()
  }

  async function run(stop: AbortSignal): Promise<void> {
    const pacer = createPacer(rate)
    const queue = createSendQueue(chatRestMs)
    const recorder = createOutcomeRecorder(db, log, wake)
    const wayRound = createWayRound({ db, bot, recorder, clock, log })
    let inFlight = 0
    let troubles = 0
    let refilling: Promise<void> | null = null

    /** What cannot be looked over now goes back: a claimed row must never be forgotten. */
    const refreshed = async (claimed: Claimed[]) => {
      try {
        const fresh = await freshReminders(db, claimed, clock())
        const { leaving, elsewhere } = await keepWithinPlan(db, fresh, { bot, limit, now: clock() })
        for (const id of elsewhere)
          void recorder.add({ id, state: 'failed', failure: 'out_of_quota', at: clock() })
        return leaving
      } catch (error) {
        for (const { id } of claimed) void recorder.add({ id, state: 'again', notBefore: clock() })
        throw error
      }
    }

    const refill = async () => {
      do {
        asked = false
        try {
          const claimed = await claim(db, bot, batch, clock())
          queue.add(await refreshed(claimed))
          if (claimed.length > 0) bell.ring()
        } catch (error) {
          log('claim_failed', { error })
          await sleep(RETRY_MS)
        }
        // What was put in while we were asking is asked for again, not left to the next tick.
      } while (asked && queue.size() < batch / 2 && !stop.aborted)
      refilling = null
    }

    /** The bytes that go with a message; null when it has to wait for them, or for the database. */
    const filesOf = async ({ id, message }: Claimed) => {
      const files = await filesToSend(db, message.files ?? []).catch((error) =>
        log('files_not_read', { error }),
      )
      if (!files)
        void recorder.add({ id, state: 'again', notBefore: new Date(clock().getTime() + FILES_COME_MS) })
      return files ?? null
    }

    const deliver = async (row: Claimed) => {
      const files = row.message.files ? await filesOf(row) : []
      if (files === null) return
      try {
        const sent = await channel.send(row.to, row.message, files, row.already)
        troubles = 0
        wayRound.well()
        const asks = asksOf(row, channel.abilities)
        await recorder.add({ id: row.id, state: 'sent', ...sent, asks, at: clock() })
      } catch (error) {
        await notDelivered(row, error)
      }
    }

    const notDelivered = async (row: Claimed, error: unknown) => {
      const failure =
        error instanceof SendError ? error : new SendError('unknown', 'the channel broke its promise')
      log('send_failed', { outbox: row.id, failure: failure.failure, reason: failure.message })
      const { outcome, pauseMs } = outcomeOf(row, failure, { troubles, now: clock() })
      if (pauseMs > 0) troubles++
      pacer.pause(pauseMs)
      const rest = await wayRound.after(failure, () => [row, ...queue.empty()])
      queue.add(rest?.filter((other) => other !== row) ?? [])
      if (!rest || rest.includes(row)) await recorder.add(outcome)
    }

    const send = async (row: Claimed) => {
      inFlight++
      const delivery = deliver(row)
      onTheWay.add(row.to.id, delivery)
      await delivery
      inFlight--
      wake()
    }

    while (!stop.aborted) {
      try {
        await recoverAbandoned(db, bot)
        break
      } catch (error) {
        log('claim_failed', { error })
        await bell.wait(RETRY_MS, stop)
      }
    }
    while (!stop.aborted) {
      if (queue.size() < batch / 2) refilling ??= refill()
      const row = inFlight < MOST_IN_FLIGHT ? queue.next() : undefined
      if (!row) {
        await bell.wait(Math.min(IDLE_MS, queue.restLeft()), stop)
        continue
      }
      // One turn for a message, though one with files may be several calls: 429 is what slows us down then.
      await pacer.turn(stop)
      if (stop.aborted) queue.add([row])
      else void send(row)
    }
    while (inFlight > 0 || refilling) await sleep(10)
    for (const row of queue.empty()) void recorder.add({ id: row.id, state: 'again', notBefore: clock() })
    await recorder.settled()
  }

  return { wake, arrived: (chat) => onTheWay.arrived(chat, LONGEST_ARRIVAL_MS), run }
}
