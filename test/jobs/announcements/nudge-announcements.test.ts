/** Units that do not confirm an announcement: asked once, a working day later, and then called. */
import { expect, test } from 'vitest'
import { unconfirmedAnnouncements } from '../../../db/announcements/announcements.ts'
import { changeSetting } from '../../../db/settings.ts'
import { nudgeAnnouncements } from '../../../jobs/announcements/nudge-announcements.ts'
import { openChat } from '../../bot/chat.ts'
import { announcing, compose, figures, look } from '../../bot/topics/announcing.ts'
import { addPerson } from '../../seed.ts'

async function sentToThree() {
  const here = await announcing()
  here.at('2026-12-14T02:00:00Z')
  await compose(here.office)
  await here.office.presses('Gửi 3 đơn vị')
  for (const index of [0, 1, 2]) await here.head(index).receives()
  const nudge = async (moment: string) => {
    here.at(moment)
    await nudgeAnnouncements({ db: here.db, clock: here.clock, log: () => {} })
  }
  return { ...here, nudge }
}

test('who has not confirmed is asked once, in the sending hours of the next working day', async () => {
  const { db, head, nudge, at } = await sentToThree()
  await head(1).presses('Đã nhận')
  await nudge('2026-12-14T08:00:00Z')
  await nudge('2026-12-15T00:10:00Z')
  expect(await head(0).receives()).toEqual([])
  await nudge('2026-12-15T00:30:00Z')
  await nudge('2026-12-15T00:31:00Z')
  await nudge('2026-12-16T00:31:00Z')
  expect(await head(1).receives()).toEqual([])
  const came = await head(0).receives()
  expect(came.map(({ text }) => text)).toEqual([
    'Kính gửi đồng chí Nguyễn Thị Hương Giang. Thông báo “Nộp danh sách” gửi ngày 14/12 chưa có xác nhận của Trường Tiểu học số 1. Đề nghị đồng chí xem và chọn “Đã nhận”.',
  ])
  at('2026-12-16T02:00:00Z')
  await head(0).presses('Đã nhận')
  expect(head(0).last()).toContain('Nộp trước thứ Sáu.')
  expect(await figures(db)).toMatchObject({ acknowledged: 2 })
})

test('weekends, holidays and the office’s own patience are kept', async () => {
  const { db, head, at, office, clock } = await announcing()
  const nudge = (moment: string) => {
    at(moment)
    return nudgeAnnouncements({ db, clock, log: () => {} })
  }
  await changeSetting(db, 'announcement_nudge_days', 2, new Date())
  // New Year's Day is a Friday; two working days after Thursday are Monday and Tuesday.
  at('2026-12-31T02:00:00Z')
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  await head(0).receives()
  for (const day of ['2027-01-01', '2027-01-02', '2027-01-04']) await nudge(`${day}T02:00:00Z`)
  expect(await head(0).receives()).toEqual([])
  await nudge('2027-01-05T02:00:00Z')
  expect(await head(0).receives()).toHaveLength(1)
})

test('what was withdrawn is asked about no more, and what never arrived is not asked about', async () => {
  const { head, nudge, office } = await sentToThree()
  await office.pressesValue('announcement.withdraw-yes:1:')
  await head(0).receives()
  await nudge('2026-12-15T02:00:00Z')
  expect(await head(0).receives()).toEqual([])
})

test('a working day after that, the silent units stand on the call list, until they confirm', async () => {
  const { db, head, nudge, units } = await sentToThree()
  await head(1).presses('Đã nhận')
  const nudgedAt = new Date('2026-12-15T02:00:00Z')
  expect(await unconfirmedAnnouncements(db, nudgedAt)).toEqual([])
  await nudge(nudgedAt.toISOString())
  expect(await unconfirmedAnnouncements(db, new Date('2026-12-15T01:00:00Z'))).toEqual([])
  const row = { announcementId: 1, title: 'Nộp danh sách' }
  expect(await unconfirmedAnnouncements(db, nudgedAt)).toEqual([
    { unitId: units[0]?.id, ...row },
    { unitId: units[2]?.id, ...row },
  ])
  await head(0).receives()
  await head(0).types('đã nhận')
  expect(await unconfirmedAnnouncements(db, nudgedAt)).toEqual([{ unitId: units[2]?.id, ...row }])
})

test('somebody of two silent units is asked in one message that names both', async () => {
  const { db, units, office, head, at, clock } = await announcing({ units: 2 })
  at('2026-12-14T02:00:00Z')
  const clerk = await addPerson(db, { unitIds: units.map(({ id }) => id), name: 'Đỗ Văn Hai', role: 'clerk' })
  const chat = openChat(db, clerk, clock)
  await compose(office)
  await office.presses('Gửi 2 đơn vị')
  await chat.receives()
  await head(0).receives()
  at('2026-12-15T02:00:00Z')
  await look(db, clock())
  await nudgeAnnouncements({ db, clock, log: () => {} })
  const came = await chat.receives()
  expect(came).toHaveLength(1)
  expect(came[0]?.text).toContain('Trường Tiểu học số 1, Trường Tiểu học số 2')
  await chat.presses('Đã nhận')
  expect(await figures(db)).toMatchObject({ acknowledged: 2 })
})
