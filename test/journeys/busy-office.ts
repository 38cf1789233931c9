/** An office with something in every drawer, all of it about one unit, and every screen of it leafed through. */
import { sql } from 'drizzle-orm'
import { announce } from '../../jobs/announcements/announce.ts'
import { jpeg } from '../sample-files.ts'
import { onTelegram } from './phones/on-telegram.ts'
import { until } from './process.ts'
import { proposes, sendsWithMessage } from './proposing.ts'
import { allHandled, presses, valuesSeenBy } from './trying.ts'
import type { World } from './world.ts'

/** The morning for which it is made. */
export const MORNING = '2026-12-10 08:00'

/** What the office begins its work with. */
export const OFFICE_WORDS = [
  '/thongbao',
  '/duyet',
  'duyệt',
  'danh sách gọi',
  '/donvi MN01',
  'hop thu',
  'hoãn vì bão',
  'tình hình',
  'nhắc',
  'gương',
  'khối',
]

/** Of the unit: its names, what its head wrote, whom she put forward, and what was announced to her alone. */
export const ITS_AFFAIRS =
  /Hoa Phượng|Hương Giang|kinh phí|mẫu số 3|Thị Lan|đường hoa|Họp kín|Việc trong kỳ|Cần gọi/

/** Buttons that decide nothing and lead to another screen. */
const LEADS_ON =
  /^(review\.(see|evidence|return|list)|decision\.(show|dates|leaders|reasons|list)|inbox\.(show|assign|task|reply|list)|desk\.(show|record|task|how|note)|announcement\.(ask|go-on|all|edit|recent|open|tasks)|call\.list|digest\.\w+):/
/** How far they lead. */
const DEPTH = 4

/** The first unit's head has proposed somebody, asked for a later date, asked a question, and got an announcement. */
export async function busyOffice(world: World) {
  const { db, telegram } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const leader = await world.joinedStaff('Bùi Tuấn Mạnh', 'leader')
  const head = await world.joined('MN01', 'Giang')
  await proposes(onTelegram(head, telegram), jpeg(64, 48))
  await sendsWithMessage(onTelegram(head, telegram), jpeg(32, 24))
  head.types('báo cáo năm bị vướng kinh phí, xin lùi hạn đến 15/1')
  head.types('cho hỏi mẫu số 3 ở đâu ạ')
  await announce(
    db,
    { title: 'Họp kín của trường', text: 'Lúc 8 giờ.', to: 'unit:MN01' },
    new Date(`${MORNING.replace(' ', 'T')}:00+07:00`),
  )
  await until(
    async () => (await db.execute(sql`select from announcements where settled_at is null`)).length === 0,
  )
  const handled = () => allHandled(db, telegram)
  for (const word of [...OFFICE_WORDS, '/thongbao', 'Bản nháp', 'Lời của bản nháp']) office.types(word)
  leader.types('tình hình')
  await handled()
  const pressed = new Set<string>()
  for (let depth = 0; depth < DEPTH; depth++) {
    const seen = await valuesSeenBy(db, [office])
    for (const value of seen.filter((one) => LEADS_ON.test(one) && !pressed.has(one))) {
      presses(telegram, office, value)
      pressed.add(value)
    }
    await handled()
  }
  office.types('hoãn vì bão')
  for (const value of ['pause.until:0:2026-12-17', 'pause.all:0:']) presses(telegram, office, value)
  await handled()
  return { office, leader, head }
}
