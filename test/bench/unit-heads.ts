/** Unit heads who have joined, each with one task and a message in their chat that asks about it. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { outbox } from '../../db/schema/index.ts'
import { translator } from '../../locales/i18n.ts'
import { statusChoices } from '../../locales/task-list.ts'
import type { Telegram } from './telegram.ts'

const FIRST_CHAT = 200_000
const ROWS_AT_ONCE = 1_000

/** Puts them into an empty database and onto the platform: everything of the n-th head has the number n. */
export async function settleUnitHeads(db: Db, telegram: Telegram, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  await addUnits(db, telegram.bot, count)
  await telegram.ask(
    'open',
    numbers.map((n) => FIRST_CHAT + n),
  )
  const t = translator('vi')
  const rows = []
  for (const n of numbers) {
    const message = { text: `Nhiệm vụ ${n} đến đâu rồi ạ?`, choices: statusChoices(n, t) }
    const externalId = String(await telegram.ask('show', FIRST_CHAT + n, message))
    const past = { notBefore: new Date(), queuedAt: new Date(), sentAt: new Date(), state: 'sent' as const }
    rows.push({
      key: `bench:${n}`,
      kind: 'reminder' as const,
      priority: 1,
      contactId: n,
      personId: n,
      message,
      externalId,
      ...past,
    })
  }
  while (rows.length > 0) await db.insert(outbox).values(rows.splice(0, ROWS_AT_ONCE))
}

/** The tasks are due in a year, so that no reminder falls into the measurement. */
async function addUnits(db: Db, bot: string, count: number): Promise<void> {
  const numbers = sql`generate_series(1, ${count}::int) as n`
  const inAYear = sql`current_date + 365`
  await db.execute(sql`insert into blocks (code, name) values ('K1', 'Khối 1')`)
  await db.execute(sql`insert into units (code, name, short_name, unit_type, block_code)
    select 'U' || n, 'Trường ' || n, 'Trường ' || n, 'truong_hoc', 'K1' from ${numbers} order by n`)
  await db.execute(sql`insert into people (full_name) select 'Trưởng ' || n from ${numbers} order by n`)
  await db.execute(sql`insert into posts (person_id, unit_id, role, from_day)
    select n, n, 'head', current_date - 300 from ${numbers} order by n`)
  await db.execute(sql`insert into contacts (channel, bot, external_id, person_id, joined_at)
    select 'telegram', ${bot}, ${FIRST_CHAT}::int + n, n, now() from ${numbers} order by n`)
  await db.execute(sql`insert into conversations (person_id, state, updated_at)
    select n, '{"offered": [], "awaits": null}', now() from ${numbers}`)
  await db.execute(sql`insert into plans (code, number, title, year, issued_on, facts, imported_at)
    values ('KH', '1', 'Kế hoạch', extract(year from now()), current_date, '{}', now())`)
  await db.execute(sql`insert into tasks (plan_id, code, section, position, quarter, full_text, short_title, title_basis,
      audience, audience_basis, evidence, evidence_basis, due_on, due_basis, asks_unit_heads)
    values (1, 'II.1', 'II', 1, 4, 'Tổ chức phong trào thi đua', 'Phong trào thi đua', 'plan', '{all_units}', 'plan',
      '{}', 'plan', ${inAYear}, 'plan', true)`)
  await db.execute(sql`insert into assignments (task_id, unit_id, year, quarter, due_on, urged_from)
    select 1, n, extract(year from now()), 4, ${inAYear}, ${inAYear} from ${numbers} order by n`)
}
