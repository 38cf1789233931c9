/** The simulator's clock over HTTP: it goes forward, everything happens on the way, and the timeline tells why. */
import { expect, test } from 'vitest'
import type { TimelineDay } from '../../../bot/simulator/timeline.ts'
import { openSimulator } from './open-simulator.ts'

type Timeline = { days: TimelineDay[]; hasOlder: boolean }

test('a jump to the end of the quarter sends each reminder on its own day, and the timeline says why', async () => {
  const simulator = await openSimulator()
  await simulator.joined('CB03')
  expect(await simulator.post('/simulator/clock', { to: '2027-01-05' })).toMatchObject({ status: 200 })
  const { days, hasOlder } = await simulator.get<Timeline>('/simulator/timeline?days=100')
  const waves = days.flatMap(({ day, entries }) =>
    entries.flatMap(({ reasons }) =>
      reasons
        .filter((reason) => reason.includes('31/12'))
        .map((reason) => `${day}: ${reason.split(' · ')[0]}`),
    ),
  )
  expect(waves).toEqual([
    'thứ Hai, 04/01/2027: T+1 + T+3',
    'thứ Năm, 31/12/2026: T-0',
    'thứ Tư, 30/12/2026: T-1',
    'thứ Hai, 28/12/2026: T-3',
    'thứ Năm, 24/12/2026: T-7',
    'thứ Năm, 17/12/2026: T-14',
  ])
  const moved = days.flatMap(({ entries }) => entries.flatMap((entry) => entry.moved))
  expect(moved[0]).toContain('T+1 đúng ra là thứ Sáu 01/01/2027 (Tết Dương lịch)')
  // Of a long time only the newest days are told, each of them whole.
  const newest = await simulator.get<Timeline>('/simulator/timeline?days=3')
  expect({ hasOlder, newest }).toEqual({
    hasOlder: false,
    newest: { days: days.slice(0, 3), hasOlder: true },
  })
}, 120_000)

test('the clock goes to the next thing that happens, and a day ahead', async () => {
  const simulator = await openSimulator()
  await simulator.joined('CB03')
  await simulator.post('/simulator/clock', { to: 'next' })
  const { days } = await simulator.get<Timeline>('/simulator/timeline')
  expect(days).toMatchObject([{ day: 'thứ Năm, 01/10/2026', entries: [{ time: '7h30' }] }])
  // The quarter's opening, and nothing of what was past when the plan came.
  expect(days[0]?.entries[0]?.reasons).toHaveLength(1)
  const turn = async () => JSON.parse((await simulator.post('/simulator/clock', { to: 'day' })).text)
  expect(await turn()).toEqual({ said: 'Không có gì phải gửi.' })
  // On Friday afternoon the weekly digest goes out.
  expect(await turn()).toEqual({ said: 'Đã gửi 1 tin.' })
})

test('the clock never goes back, nor to a day that is none, and says so', async () => {
  const simulator = await openSimulator()
  const answers = [
    await simulator.post('/simulator/clock', { to: '2026-09-30' }),
    await simulator.post('/simulator/clock', { to: '2036-09-30' }),
    await simulator.post('/simulator/clock', { to: '2026-02-30' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  expect(answers[0]?.text).toContain('Đồng hồ chỉ đi tới')
})

test('a form of another site is refused, and so is nonsense', async () => {
  const simulator = await openSimulator()
  const form = new FormData()
  form.append('file', new File(['x'], 'x.txt'))
  const there = '/simulator/people/1/files'
  expect(await simulator.post(there, form, 'https://elsewhere.example')).toMatchObject({ status: 403 })
  expect(await simulator.post(there, new FormData())).toMatchObject({ status: 400 })
  expect(await simulator.post('/simulator/people/99999/text', { text: 'việc' })).toMatchObject({
    status: 404,
  })
  expect(await simulator.post('/simulator/people/1/text', { text: '' })).toMatchObject({ status: 400 })
})
