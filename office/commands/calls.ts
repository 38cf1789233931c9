/** `calls`: the call list, with the phones of the heads and what each unit owes. */
import { readCalendar } from '../../db/calendar.ts'
import type { Db } from '../../db/client.ts'
import { findLivePosts, type LivePost } from '../../db/live-posts.ts'
import { readReminderFacts } from '../../db/reminder-facts.ts'
import { readSettings } from '../../db/settings.ts'
import { timesReminded } from '../../db/times-reminded.ts'
import { type Call, callList } from '../../domain/call-list.ts'
import type { Outcome } from '../../domain/command.ts'
import { showPhone } from '../../domain/phone.ts'
import { table } from '../../domain/table.ts'

type CallJson = {
  unit: string
  unit_name: string
  /** Empty where nobody holds a post of the unit. */
  recipient: string
  phone: string | null
  reason: Call['reason']
  tasks: { code: string; due_on: Temporal.PlainDate; times_reminded: number }[]
}

export async function calls(db: Db, today: Temporal.PlainDate): Promise<Outcome> {
  const settings = await readSettings(db)
  const cadence = { before: settings.remind_before, overdue: settings.remind_overdue }
  // What nobody did in a whole year is no matter for a call.
  const wanted = { dueFrom: today.subtract({ years: 1 }), inPlaceOn: today, timeZone: settings.timezone }
  const list = callList(await readReminderFacts(db, wanted), today, await readCalendar(db), cadence)
  const reminded = await timesReminded(db)
  const posts = Map.groupBy(await findLivePosts(db, today), ({ unitId }) => unitId)

  const found = list.map((call) => callJson(call, callee(posts.get(call.unit.id) ?? []), reminded))
  return {
    json: { calls: found },
    lines: [
      ...section('Answered nothing, or not yet done, after every reminder', found, 'silent'),
      ...section('Reached by no message: nobody of the unit has joined', found, 'unreachable'),
      ...(found.length === 0 ? ['Nobody has to be called.'] : []),
    ],
  }
}

/** The head, or else whoever else can speak for the unit. */
const callee = (posts: LivePost[]): LivePost | undefined =>
  posts.find(({ role }) => role === 'head') ?? posts[0]

const callJson = (
  { unit, reason, tasks }: Call,
  person: LivePost | undefined,
  reminded: ReadonlyMap<number, number>,
): CallJson => ({
  unit: unit.code,
  unit_name: unit.name,
  recipient: person?.person ?? '',
  phone: person?.phone ?? null,
  reason,
  tasks: tasks.map(({ id, taskCode, dueOn }) => ({
    code: taskCode,
    due_on: dueOn,
    times_reminded: reminded.get(id) ?? 0,
  })),
})

function section(title: string, all: CallJson[], reason: CallJson['reason']): string[] {
  const some = all.filter((call) => call.reason === reason)
  if (some.length === 0) return []
  return [`${title}: ${some.length}`, ...table(['UNIT', 'NAME', 'WHO', 'PHONE', 'TASKS'], some.map(row)), '']
}

const row = ({ unit, unit_name, recipient, phone, tasks }: CallJson): string[] => [
  unit,
  unit_name,
  recipient || '(nobody)',
  phone ? showPhone(phone) : '(none)',
  tasks.map(taskText).join(', '),
]

const taskText = ({ code, due_on, times_reminded }: CallJson['tasks'][number]): string =>
  `${code} due ${due_on}${times_reminded > 0 ? ` (reminded ${times_reminded}x)` : ''}`
