/**
 * Tests that whatever people tap, type and send, in whatever order: nobody is left without an answer or without a way on,
 * nothing is recorded for another's unit, and what somebody reported stands in the database.
 */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import { choiceValue } from '../../domain/choice.ts'
import { topicValue } from '../../domain/topic-choice.ts'
import { freshDatabase } from '../database.ts'
import { addStaff, BOT, type SeededUnit, seedOffice, YEAR_REPORT } from '../seed.ts'
import { type Chat, openChat } from './chat.ts'

const clock = () => new Date('2026-12-17T02:00:00Z')
const TASKS = [
  YEAR_REPORT,
  { code: 'Q4-a', quarter: 4 as const, dueOn: '2026-12-20', shortTitle: 'Tổng kết khối thi đua' },
]

/** What people write: words that begin things, answers, reports, doubts, nonsense. */
const WORDS = [
  'việc',
  'viec',
  'báo cáo',
  'giới thiệu',
  'gioi thieu',
  'trợ giúp',
  'hủy',
  'dữ liệu của tôi',
  'khối',
  '1',
  '2',
  '3',
  '4',
  '7',
  'đã xong',
  'dang lam 60%',
  'chưa làm',
  'vướng kinh phí',
  'xin lùi hạn đến 15/1',
  'ok',
  'vâng',
  '👍',
  'Nguyễn Thị Lan',
  'Giáo viên, Trường Mầm non Hoa Phượng',
  'Chị Lan đã vận động 30 hộ dân làm đường hoa trong năm 2026, được bà con quý mến.',
  'mai nộp nhé',
  'cho hỏi mẫu báo cáo ở đâu ạ',
  'căn cước của tôi đây',
  '25/12',
  'thôi',
  'xong hết rồi',
  '<b>&',
  '/duyet',
  '/thongbao',
  'tình hình',
  '/donvi U02',
  'nhắc',
  'hoãn vì bão',
]

type Move =
  | { kind: 'types'; words: string }
  | { kind: 'presses'; which: number }
  | { kind: 'photos'; count: number }
  | { kind: 'forges'; which: number }

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('types' as const), words: fc.constantFrom(...WORDS) }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('presses' as const), which: fc.nat(40) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('photos' as const), count: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forges' as const), which: fc.nat(200) }) },
)

/** Who moves: 0 the head of the first unit, 1 of the second, 2 a colleague of the office, 3 a leader, 4 a stranger. */
const anyStory = fc.array(fc.tuple(fc.nat(4), anyMove), { minLength: 5, maxLength: 30 })

/** Values that somebody could make up, of every topic and of the other units' tasks. */
function forgeries(units: SeededUnit[]): string[] {
  const ids = units.flatMap(({ owes }) => Object.values(owes))
  const acts: Record<string, string[]> = {
    exemplar: ['begin', 'send', 'mend', 'withdraw', 'kind'],
    review: ['approve', 'return', 'list', 'stage', 'same'],
    announcement: ['send', 'stop', 'again', 'withdraw', 'to'],
    received: ['seen', 'question'],
    decision: ['agree', 'decline', 'note', 'pass', 'list'],
    extend: ['ask', 'date'],
    inbox: ['list', 'answer', 'assign', 'read'],
    desk: ['show', 'record', 'task'],
    call: ['list', 'done'],
    pause: ['end', 'confirm'],
    digest: ['blocks', 'difficulties'],
    data: ['erase', 'stop'],
  }
  return [
    ...ids.flatMap((assignmentId) => [
      choiceValue({ act: 'report', assignmentId, status: 'done' }),
      choiceValue({ act: 'pick', assignmentId }),
      choiceValue({ act: 'belongs', assignmentId }),
    ]),
    ...Object.entries(acts).flatMap(([topic, names]) =>
      names.flatMap((act) => [
        topicValue(topic, act, 1),
        topicValue(topic, act, 0, 'x'),
        topicValue(topic, act, 999),
      ]),
    ),
    'nonsense',
  ]
}

async function play(chat: Chat, move: Move, forged: string[]): Promise<unknown[]> {
  const buttons = chat.screen.flatMap(({ choices = [] }) => choices.flat()).reverse()
  switch (move.kind) {
    case 'types':
      return chat.types(move.words)
    case 'photos':
      return chat.sendsPhotos(move.count)
    case 'forges':
      return chat.pressesValue(forged[move.which % forged.length]!)
    case 'presses': {
      const button = buttons[move.which % Math.max(buttons.length, 1)]
      return button ? chat.pressesValue(button.value) : chat.types('việc')
    }
  }
}

/** Reports for a unit by somebody who neither holds its post nor wrote it down as the office. */
const strayReports = (db: Db) =>
  db.execute(sql`select r.id from reports r join assignments a on a.id = r.assignment_id
    where not exists (select from posts p where p.person_id = r.person_id and p.unit_id = a.unit_id)
      and not exists (select from posts p where p.person_id = r.recorded_by and p.role = 'office')`)

test('whatever is tapped and typed, everybody is answered, finds a way on, and speaks for their own unit alone', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      const { db } = await freshDatabase()
      const units = await seedOffice(db, { units: 2, tasks: TASKS })
      const cast = [
        units[0]!.head,
        units[1]!.head,
        await addStaff(db, 'Trần Thu Hà'),
        await addStaff(db, 'Bùi Tuấn Mạnh', 'leader'),
        { address: { ...BOT, id: '999' } },
      ]
      const chats = cast.map((person) => openChat(db, person, clock))
      const forged = forgeries(units)
      for (const [who, move] of story) {
        const came = await play(chats[who]!, move, forged)
        expect(came, `${who} ${JSON.stringify(move)}`).not.toEqual([])
      }
      expect(await strayReports(db)).toEqual([])
      for (const chat of chats.slice(0, 2)) await finishesWork(chat)
      const [{ open } = { open: -1 }] = await db.execute<{ open: number }>(
        sql`select count(*)::int as open from summary.status where status <> 'done'`,
      )
      expect(open).toBe(0)
      // The stranger, the office and the leader were given no unit's figures to answer for.
      const [{ reports } = { reports: 0 }] = await db.execute<{ reports: number }>(
        sql`select count(*)::int as reports from reports where status = 'done'`,
      )
      expect(reports).toBeGreaterThanOrEqual(4)
    }),
    { numRuns: 20 },
  )
}, 240_000)

/** From wherever they are: out with one word, and two taps a task. */
async function finishesWork(chat: Chat): Promise<void> {
  await chat.types('hủy')
  for (const { shortTitle: title = '' } of TASKS) {
    await chat.types('việc')
    const list = chat.screen.at(-1)!
    const line = list.text.split('\n').find((text) => text.includes(title))
    if (line === undefined || line.includes('✅')) continue
    const numbered = `${line.split('.')[0] ?? ''}. Đã xong`
    const labels = (list.choices ?? []).flat().map(({ label }) => label)
    await chat.presses(labels.includes(numbered) ? numbered : 'Đã xong')
  }
}
