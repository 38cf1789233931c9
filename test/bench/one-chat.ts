/** 320 messages wait in one chat: how much longer a claim takes than where each waits in a chat of its own. */
import { sql } from 'drizzle-orm'
import { connect, type Db } from '../../db/client.ts'
import { claim } from '../../db/messages/outbox-sending.ts'
import { atMost, percentile, report } from './figures.ts'
import { openScene } from './scene.ts'

const WAITING = 320
const CLAIMS = 50
const AT_ONCE = 10

/** So many messages of a bot, shared out among so many chats. */
async function queue(db: Db, bot: string, chats: number): Promise<void> {
  await db.execute(sql`
    with chats as (
      insert into contacts (channel, bot, external_id)
      select 'telegram', ${bot}, n from generate_series(1, ${chats}::int) n returning id)
    insert into outbox (key, kind, priority, contact_id, message, not_before, queued_at)
    select 'bench:' || id || ':' || n, 'answer', 0, id, '{"text": "x"}', now(), now()
    from generate_series(1, ${WAITING / chats}::int) n, chats order by n, id`)
}

/** The middle one of many claims, in milliseconds; what was claimed is put back. */
async function claimMs(db: Db, bot: string): Promise<number> {
  const tookMs: number[] = []
  for (let n = 0; n < CLAIMS; n++) {
    const begun = performance.now()
    const claimed = await claim(db, { channel: 'telegram', bot }, AT_ONCE, new Date())
    tookMs.push(performance.now() - begun)
    if (claimed.length === 0) throw new Error('nothing was claimed')
    await db.execute(sql`update outbox set state = 'waiting' where state = 'sending'`)
  }
  return percentile(tookMs, 0.5)
}

const scene = await openScene()
const { db, close } = connect(scene.databaseUrl, { max: 1 })
await queue(db, '1', WAITING)
const eachMs = await claimMs(db, '1')
await db.execute(sql`update outbox set state = 'sent'`)
await queue(db, '2', 1)
const oneMs = await claimMs(db, '2')
await close()
await scene.close()
report([
  atMost('320 waiting in one chat: a claim over that with one waiting in each', oneMs / eachMs, 3, '', 1),
  atMost('320 waiting in one chat: a claim', oneMs, 20, ' ms', 1),
])
