/** An announcement changed or withdrawn after it was sent: what stands in every chat from then on. */
import { expect, test } from 'vitest'
import { announcing, compose, figures, labels, look } from './announcing.ts'

test('a change rewords what was sent, confirmed or not, and what still waits, after a yes', async () => {
  const { db, office, head, clock } = await announcing()
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  await head(0).receives()
  await head(1).receives()
  await head(0).presses('Đã nhận')
  await office.pressesValue('announcement.change:1:')
  await office.types('Nộp trước thứ Tư.')
  expect(office.last()).toContain('Nộp trước thứ Tư.')
  expect(await head(1).receives()).toEqual([])
  await office.types('thay noi dung')
  expect(office.last()).toContain('2 tin đã gửi đang được sửa')
  for (const index of [0, 1, 2]) await head(index).receives()
  for (const index of [0, 1, 2]) {
    expect(head(index).screen).toHaveLength(1)
    expect(head(index).last()).toContain('Nộp trước thứ Tư.')
  }
  expect(head(0).last()).toContain('Đã ghi nhận lúc')
  expect(labels(head(0))).toEqual([])
  expect(labels(head(1))).toEqual(['Đã nhận', 'Hỏi thêm'])
  await look(db, clock())
  expect(await head(2).receives()).toEqual([])
})

test('back to the first words: a second change reaches those who had the first', async () => {
  const { office, head, at } = await announcing()
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  await head(0).receives()
  for (const [minute, words] of [
    ['01', 'Nộp trước thứ Tư.'],
    ['02', 'Nộp trước thứ Sáu.'],
  ] as const) {
    at(`2026-11-23T02:${minute}:00Z`)
    await office.pressesValue('announcement.change:1:')
    await office.types(words)
    await office.presses('Thay nội dung')
    await head(0).receives()
    expect(head(0).last()).toContain(words)
  }
})

test('an old yes never sends words that were typed after it', async () => {
  const { office, head } = await announcing()
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  await head(0).receives()
  await office.pressesValue('announcement.change:1:')
  await office.types('Bản thứ nhất.')
  const first = office.screen.at(-1)!
  await office.pressesValue('announcement.change:1:')
  await office.types('Bản thứ hai.')
  office.screen.push(first)
  await office.pressesValue('announcement.rewrite:1:')
  await head(0).receives()
  expect(head(0).last()).toContain('Nộp trước thứ Sáu.')
  await office.types('hủy')
  await head(0).receives()
  expect(head(0).last()).toContain('Nộp trước thứ Sáu.')
})

test('a withdrawal, after a question, takes its place everywhere and holds back the rest', async () => {
  const { db, office, head, clock } = await announcing()
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  await head(0).receives()
  await office.pressesValue('announcement.withdraw:1:')
  expect(office.last()).toContain('Tin ở 1 đơn vị')
  await office.presses('Thu hồi')
  await head(0).receives()
  expect(head(0).screen).toHaveLength(1)
  expect(head(0).last()).toContain('Phòng đã thu hồi thông báo “Nộp danh sách”')
  expect(await head(1).receives()).toEqual([])
  await look(db, clock())
  await office.receives()
  expect(office.last()).toContain('đã thu hồi. Trước đó đã tới 1/3 đơn vị')
  expect(await figures(db)).toMatchObject({ state: 'withdrawn', sent: 1, cancelled: 2 })

  await head(0).pressesValue('received.seen:1:')
  expect(head(0).last()).toContain('đã thu hồi')
  await office.pressesValue('announcement.again:1:')
  expect(await head(1).receives()).toEqual([])
  await office.pressesValue('announcement.withdraw-yes:1:')
  expect(office.last()).toContain('Đồng chí Trần Thu Hà đã làm việc này')
})
