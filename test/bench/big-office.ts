/** An office of many units in a database of its own: a year's plan, answers to most of it, and exemplary people with photos. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { seedCalendar } from '../../db/calendar/seed.ts'
import { connect, type Db } from '../../db/client.ts'
import { startLocalPostgres } from '../../db/local-postgres.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { importPlan } from '../../db/plans/import-plan.ts'
import { importUnits } from '../../db/plans/import-units.ts'
import { readPlanFile } from '../../domain/imports/plans/file.ts'
import { jpeg } from '../sample-files.ts'

const PHOTO_BYTES = 300_000

/** The day on which the plan came. */
const when = { today: Temporal.PlainDate.from('2026-02-24'), now: new Date('2026-02-24T01:00:00Z') }

/** Resolves with the address of the database. Each photo is another one, and nothing can make it smaller. */
export async function openBigOffice({ units, photos }: { units: number; photos: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'))
  chmodSync(folder, 0o755)
  const server = await startLocalPostgres(join(folder, 'postgres'))
  await migrateDatabase(server.url)
  const { db, close } = connect(server.url, { max: 1 })
  await seedCalendar(db)
  const plan = readPlanFile(readFileSync(new URL('../../db/seed/plan-83.yaml', import.meta.url), 'utf8'))
  if (!('data' in plan)) throw new Error('the plan cannot be read')
  await db.transaction((tx) => importPlan(tx, plan.data, when))
  const bytes = Buffer.from(unitList(units))
  const { list, done } = await db.transaction((tx) => importUnits(tx, { bytes, endGone: false, ...when }))
  if (!done) throw new Error(list.problems.map(({ problem }) => problem).join(' '))
  await answerMost(db)
  await addExemplars(db, photos)
  await close()
  return {
    url: server.url,
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function unitList(count: number): string {
  const lines = Array.from({ length: count }, (_, n) =>
    [
      `U${n}`,
      `Trường Tiểu học và Trung học cơ sở số ${n}`,
      `Trường ${n}`,
      `truong_hoc,K${n % 8},Khối thi đua số ${n % 8},${n < 8},Nguyễn Thị Hương ${n},Hiệu trưởng,,named,${n === 0},${n === 1}`,
    ].join(','),
  )
  return [
    'code,name,shortName,unitType,blockCode,blockName,isBlockLead,headName,headTitle,phone,inSeed,isCoordinatingOffice,isPropaganda',
    ...lines,
  ].join('\n')
}

/** Four of five have answered, in all ways there are. */
async function answerMost(db: Db): Promise<void> {
  await db.execute(sql`
    insert into reports (assignment_id, status, percent, difficulty, note, person_id, via, reported_at)
    select a.id, (array['done', 'done', 'in_progress', 'blocked'])[1 + a.id % 4],
      case when a.id % 4 = 2 then 60 end, case when a.id % 4 = 3 then 'money' end,
      case when a.id % 4 = 3 then 'Chưa có kinh phí tổ chức hội nghị, đề nghị cấp bổ sung' end,
      p.person_id, 'telegram', make_date(a.year, a.quarter * 3, 20)
    from assignments a join posts p on p.unit_id = a.unit_id and p.role = 'head'
    where a.id % 5 > 0`)
}

async function addExemplars(db: Db, count: number): Promise<void> {
  await db.execute(sql`
    insert into contacts (channel, bot, external_id, person_id, joined_at)
    select 'telegram', '1', '7' || person_id, person_id, '2026-03-01' from posts where role = 'head' limit 1`)
  await db.execute(sql`
    insert into exemplars (unit_id, proposer_id, year, quarter, kind, name, folded_name, role, field, deed, review, stage,
      begun_at, changed_at, submitted_at)
    select u.id, p.person_id, 2026, 4, 'person', 'Trần Thị Gương ' || u.id, 'x', 'Giáo viên', 'education',
      'Nhiều năm tận tụy dạy học cho trẻ em vùng đảo, vận động học sinh bỏ học trở lại lớp.', 'approved', 'discovered',
      '2026-11-01', '2026-11-01', '2026-11-01'
    from units u join posts p on p.unit_id = u.id and p.role = 'head' order by u.id limit ${count}`)
  await db.execute(sql`
    insert into consents (exemplar_id, subject, purpose, method, recorded_by, given_at)
    select x.id, 'nominee', purpose, 'message', x.proposer_id, '2026-11-01'
    from exemplars x, unnest(array['store', 'publish_name', 'publish_photo']) purpose`)
  const head = jpeg(1280, 960)
  for (let n = 1; n <= count; n++) {
    const bytes = Buffer.concat([head, randomBytes(PHOTO_BYTES - head.length)])
    await db.execute(sql`
      with kept as (
        insert into media (sha256, bytes, byte_size, content_type, width, height)
        values (${`photo ${n}`}, ${bytes}, ${bytes.length}, 'image/jpeg', 1280, 960) returning id)
      insert into attachments (contact_id, person_id, exemplar_id, exemplar_part, placed_at, ref, message_id, state,
        media_id, not_before, received_at)
      select c.id, c.person_id, x.id, 'photo', '2026-11-01', '{"ref": "x", "kind": "photo"}', ${`photo ${n}`}, 'stored',
        kept.id, '2026-11-01', '2026-11-01'
      from kept, contacts c, (select id from exemplars order by id offset ${n - 1} limit 1) x`)
  }
}
