/** Zalo: one full bot of the free plan, its pace kept, and the way from a message over polling to the answer. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { readConfig } from '../../config.ts'
import { connect } from '../../db/client.ts'
import { startLocalPostgres } from '../../db/local-postgres.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { startService } from '../../main.ts'
import { startZaloServer } from '../zalo-server.ts'
import { atMost, memory, percentile, report } from './figures.ts'
import { log } from './scene.ts'

/** What a bot of the free plan takes. */
const PEOPLE = 50
const PER_SECOND = 5
const TEXT = 'Phòng kính đề nghị đồng chí báo cáo kết quả thực hiện Kế hoạch trong quý IV. '.repeat(3)

const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'))
chmodSync(folder, 0o755)
const postgres = await startLocalPostgres(join(folder, 'postgres'))
await migrateDatabase(postgres.url)
const { db, close } = connect(postgres.url, { max: 2 })
const zalo = await startZaloServer()
const people = Array.from({ length: PEOPLE }, (_, index) =>
  zalo.person({ displayName: `Trưởng ${index}`, started: true }),
)

const serve = (rate: number) =>
  startService(
    readConfig({
      DATABASE_URL: postgres.url,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.url,
      ZALO_SEND_RATE: String(rate),
      HTTP_PORT: '0',
    }),
    { log },
  )

/** Milliseconds from the first to the last message that arrived, over what the pace makes ideal. */
async function announce(): Promise<number> {
  const ids = JSON.stringify(people.map(({ id }) => id))
  await db.execute(sql`
    with chats as (
      insert into contacts (channel, bot, external_id)
      select 'zalo', ${zalo.token.split(':')[0] ?? ''}, id from jsonb_array_elements_text(${ids}::text::jsonb) as id
      returning id)
    insert into outbox (key, kind, priority, contact_id, message, not_before, queued_at)
    select 'bench:' || id, 'announcement', 1, id, jsonb_build_object('text', ${TEXT}::text), now(), now() from chats`)
  const service = await serve(PER_SECOND)
  let first = Number.NaN
  while (zalo.calls('sendMessage').length < PEOPLE) {
    if (Number.isNaN(first) && zalo.calls('sendMessage').length > 0) first = performance.now()
    await sleep(5)
  }
  const took = performance.now() - first
  await service.stop()
  return took / (((PEOPLE - 1) / PER_SECOND) * 1000)
}

/** Milliseconds from each person's message to the answer on their phone, one person after the other. */
async function talk(): Promise<number[]> {
  // So high that no answer waits for its turn.
  const service = await serve(1_000)
  const took: number[] = []
  for (const person of people) {
    const began = performance.now()
    person.types('trợ giúp')
    await person.waitFor('')
    took.push(performance.now() - began)
  }
  await service.stop()
  // The first ones compile the code and open the connections.
  return took.slice(5)
}

const ratio = await announce()
const answers = await talk()
for (const violation of zalo.violations) console.error('violation:', violation)
await zalo.stop()
await close()
await postgres.stop()
rmSync(folder, { recursive: true, force: true })
report([
  atMost(`${PEOPLE} on one bot at ${PER_SECOND}/s: time over the ideal`, ratio, 1.1, '', 3),
  { what: 'message to answer over polling, p50', measured: `${percentile(answers, 0.5).toFixed(0)} ms` },
  { what: 'the same, p99', measured: `${percentile(answers, 0.99).toFixed(0)} ms` },
  memory(),
])
