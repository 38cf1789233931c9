/** The weekly digests as they arrive: on their day and hour, with the very figures of the views, to whom they concern. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { type BlockFigures, type Counts, percentDone } from '../../domain/digests/digest-figures.ts'
import { drawPng } from '../../locales/draw-png.ts'
import { translator } from '../../locales/i18n.ts'
import { progressChart } from '../../locales/progress-chart.ts'
import { test } from './everywhere.ts'
import type { Phone } from './phones/phone.ts'

/** The quarter's figures by block, and of all, as the office pulls them. */
async function pulled(db: Db) {
  const sums = sql`sum(asked)::int as asked, sum(done)::int as done, sum(in_progress)::int as in_progress,
    sum(not_started)::int as not_started, sum(blocked)::int as blocked, sum(silent)::int as silent`
  const quarter = sql`where year = 2026 and quarter = 4`
  const [all] = await db.execute<Counts & { asked: number }>(
    sql`select ${sums} from summary.unit_progress ${quarter}`,
  )
  const blocks = await db.execute<Omit<BlockFigures, 'doneBefore'>>(sql`
    select block_code as code, (select name from blocks where code = block_code) as name, ${sums}
    from summary.unit_progress ${quarter} group by block_code order by block_code`)
  return { all: all!, blocks: [...blocks] }
}

/** The picture that these figures make. */
function pictureOf({ all, blocks }: Awaited<ReturnType<typeof pulled>>, doneBefore: Record<string, number>) {
  const figures = {
    year: 2026,
    quarter: 4,
    asked: all.asked,
    counts: all,
    doneBefore: Object.values(doneBefore).reduce((sum, n) => sum + n, 0),
    blocks: blocks.map((block) => ({ ...block, doneBefore: doneBefore[block.code] ?? 0 })),
  }
  const nothingElse = { answers: 0, overdue: 0, overdueUnits: [], carriedOver: 0, dueNext: [], requests: [] }
  const chart = progressChart(
    { ...nothingElse, ...figures, quarter: 4, exemplars: { count: 0, names: [] }, unreached: 0 },
    { asOf: '8h00', today: Temporal.PlainDate.from('2026-12-14') },
    translator('vi', {}),
  )
  return drawPng(chart).bytes
}

const says = async (person: Phone, words: string) => {
  person.types(words)
  await person.waitFor('Đã ghi nhận')
}

test('on Monday at eight the leader reads text and a picture with the figures of the views, to the digit', async ({
  open,
}) => {
  const world = await open('2026-12-03 08:00', ['MN01', 'MN02', 'CB03'])
  const { db } = world
  const leader = await world.joinedStaff('Bùi Tuấn Mạnh', 'leader')
  const giang = await world.joined('MN01', 'Giang')
  const nhien = await world.joined('CB03', 'Nhiên')
  await says(giang, 'việc 2 xong rồi')
  await world.goTo('2026-12-10 08:00')
  await says(giang, 'việc 1, 3 xong rồi')
  await says(nhien, 'việc 1 xong rồi, việc 2 đang làm')
  await world.goTo('2026-12-14 07:59')
  await world.goTo('2026-12-14 08:00')
  await world.goTo('2026-12-14 08:00')
  const digest = await leader.waitFor('Báo cáo đồng chí Bùi Tuấn Mạnh')
  const figures = await pulled(db)
  const { asked, done, in_progress, not_started, blocked, silent } = figures.all
  expect(digest.text).toContain(
    `Việc trong kỳ: ${asked}. Đã xong ${done} (${percentDone(done, asked)}%), đang làm ${in_progress}, ` +
      `chưa làm ${not_started}, vướng mắc ${blocked}, chưa trả lời ${silent}.`,
  )
  expect({ done, in_progress }).toEqual({ done: 4, in_progress: 1 })
  expect(digest.text).toContain('So với tuần trước: +3 việc xong, 4 lượt báo.')
  const pictures = await leader.files()
  expect(pictures).toHaveLength(1)
  expect(pictures[0]?.bytes.equals(pictureOf(figures, { K4: 1 }))).toBe(true)

  await leader.answers('Xem theo khối', digest)
  const byBlock = await leader.waitFor('theo khối:')
  for (const block of figures.blocks) {
    expect(byBlock.text).toContain(
      `${block.name}: ${block.done}/${block.asked} việc đã xong (${percentDone(block.done, block.asked)}%), ` +
        `${block.silent} chưa trả lời`,
    )
  }
})

test('on Friday at three each head reads of their own open work; whoever has none is left in peace', async ({
  open,
}) => {
  const world = await open('2026-12-08 08:00', ['MN01', 'MN02', 'CB03'])
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const giang = await world.joined('MN01', 'Giang')
  const lan = await world.joined('MN02', 'Lan')
  const nhien = await world.joined('CB03', 'Nhiên')
  await says(giang, 'xong hết rồi')
  await says(lan, 'việc 1 xong rồi')
  await world.goTo('2026-12-11 14:59')
  await world.goTo('2026-12-11 15:00')
  const hers = await lan.waitFor('Đang chờ:')
  expect(hers.text).toContain('Trường Mầm non Hải Âu')
  expect(hers.text).not.toContain('Báo cáo tổng kết năm 2026')
  const his = await nhien.waitFor('Đang chờ:')
  expect(his.text).toContain('1. Báo cáo tổng kết năm 2026, phương hướng 2027 (hạn 31/12)')
  for (const [text = '', others] of [
    [hers.text, /Hoa Phượng|Xuân Đám|Hương Giang/],
    [his.text, /Hoa Phượng|Hải Âu|Hương Giang|Mai Lan/],
  ] as const) {
    expect(text).not.toMatch(others)
  }
  await office.waitFor('đã gửi 2 đồng chí của 2 đơn vị còn việc mở')
  await giang.waitForQuiet(300)
  expect(await giang.screen()).not.toContain('Đang chờ:')
})

test('a Friday that is a holiday is heard of on the day before, a Monday in the Tết days after them', async ({
  open,
}) => {
  const world = await open('2026-12-28 08:00', ['MN01'])
  const leader = await world.joinedStaff('Bùi Tuấn Mạnh', 'leader')
  await world.joined('MN01', 'Giang')
  const sentOn = async (): Promise<string[]> =>
    (
      await world.db.execute<{ key: string }>(sql`select key from outbox where kind = 'digest' order by id`)
    ).map(({ key }) => key.replace(/:\d+:/, ' '))
  for (const day of ['2026-12-31', '2027-01-01']) await world.goTo(`${day} 15:00`)
  expect(await sentOn()).toEqual(['digest:units 2026-12-31'])
  for (const day of ['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12', '2027-02-15'])
    await world.goTo(`${day} 08:00`)
  expect(await sentOn()).toEqual(['digest:units 2026-12-31', 'digest:leaders 2027-02-15'])
  await leader.waitFor('Số liệu đến 8h00 ngày 15/02/2027')
})
