/** 5,000 unit heads have pressed "done" while we were away: how fast all of them are recorded and answered. */
import { count } from 'drizzle-orm'
import { reports } from '../../db/schema/index.ts'
import { atLeast, memory, report } from './figures.ts'
import { openScene } from './scene.ts'
import { settleUnitHeads } from './unit-heads.ts'

const TAPS = 5_000

const { db, telegram, start, close } = await openScene()
await settleUnitHeads(db, telegram, TAPS)
await telegram.ask('tap', 'Đã xong')
const service = await start(100_000)
await Promise.all([telegram.until('editMessageText', TAPS), telegram.until('answerCallbackQuery', TAPS)])
const polls = await telegram.ask('seen', 'getUpdates')
const edits = await telegram.ask('seen', 'editMessageText')
const answers = await telegram.ask('seen', 'answerCallbackQuery')
const [recorded] = await db.select({ count: count() }).from(reports)
await service.stop()
await close()
if (recorded?.count !== TAPS) throw new Error(`${recorded?.count} of ${TAPS} taps were recorded`)
const seconds = (Math.max(edits.last, answers.last) - polls.first) / 1000
report([atLeast('5,000 queued taps: recorded and answered a second', TAPS / seconds, 1_000, '/s'), memory()])
