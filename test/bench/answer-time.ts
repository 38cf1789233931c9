/** Twenty presses a second: what our own code and the database add to the way from a press to its answer. */

import type { Channel } from '../../bot/channel.ts'
import { handleUpdate } from '../../bot/handle-update.ts'
import { officeFacts } from '../../bot/office-facts.ts'
import { createTelegram } from '../../bot/telegram/channel.ts'
import { connect } from '../../db/client.ts'
import { createDispatch } from '../../jobs/dispatch.ts'
import { createUpdates } from '../../jobs/take-updates.ts'
import { translator } from '../../locales/i18n.ts'
import { atMost, percentile, report } from './figures.ts'
import { log, openScene } from './scene.ts'
import { settleUnitHeads } from './unit-heads.ts'

const PER_SECOND = 20
const SECONDS = 30
/** The first ones compile the code and open the connections. */
const WARM_UP = 5 * PER_SECOND
const TAPS = WARM_UP + PER_SECOND * SECONDS
const GOAL_MS = 15
/** So high that no answer waits for its turn: that wait is the platform's limit and no work of ours. */
const SEND_RATE = 1_000

const scene = await openScene()
const { telegram } = scene
await settleUnitHeads(scene.db, telegram, TAPS)

const { db, close } = connect(scene.databaseUrl, { max: 12 })
const clock = () => new Date()
const platform = createTelegram({ token: telegram.token, apiRoot: telegram.url, log, t: translator('vi') })
const cameIn = new Map<string, number>()
const tookMs: number[] = []
/** The same channel with a stopwatch: from the moment an update is handed over to that of its answer. */
const channel: Channel = {
  ...platform,
  send(to, message) {
    tookMs.push(performance.now() - (cameIn.get(to.id) ?? Number.NaN))
    return platform.send(to, message)
  },
}
const handling = { db, channel, facts: officeFacts(db, {}), clock }
const dispatch = createDispatch({ db, channel, rate: SEND_RATE, clock, log })
const { store, run } = createUpdates({
  db,
  channel,
  clock,
  log,
  handle: (update) => handleUpdate(handling, update),
  abandon: () => Promise.reject(new Error('an update was given up')),
  onHandled: dispatch.wake,
})
const stop = new AbortController()
const running = [
  dispatch.run(stop.signal),
  run(stop.signal),
  channel.receive((updates) => {
    for (const { chat } of updates) cameIn.set(chat, performance.now())
    return store(updates)
  }, stop.signal),
]
await telegram.ask('tap', 'Đã xong', PER_SECOND)
await telegram.until('editMessageText', TAPS)
stop.abort()
await Promise.all(running)
await close()
await scene.close()

const measured = tookMs.slice(WARM_UP)
const at = (share: number) => percentile(measured, share)
report([
  { what: '20 taps a second: our part of an answer, p50', measured: `${at(0.5).toFixed(1)} ms` },
  atMost('the same, p99', at(0.99), GOAL_MS, ' ms', 1),
  { what: 'the same, max', measured: `${at(1).toFixed(1)} ms` },
])
