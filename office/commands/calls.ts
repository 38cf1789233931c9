/** `calls`: the call list, with the phones of the heads and what each unit owes. */

import type { Db } from '../../db/client.ts'
import { type CallToMake, callsToMake } from '../../db/reminders/call-list.ts'
import type { Outcome } from '../../domain/command.ts'
import { showPhone } from '../../domain/phone.ts'
import { table } from '../../domain/table.ts'

type CallJson = {
  unit: string
  unit_name: string
  /** Empty where nobody holds a post of the unit. */
  recipient: string
  phone: string | null
  reason: CallToMake['reason']
  tasks: { code: string; due_on: Temporal.PlainDate; times_reminded: number }[]
  announcements: string[]
  last_called_on: Temporal.PlainDate | null
}

export async function calls(db: Db, today: Temporal.PlainDate): Promise<Outcome> {
  const found = (await callsToMake(db, today)).map(callJson)
  return {
    json: { calls: found },
    lines: [
      ...section('Answered nothing, or not yet done, after every reminder', found, 'silent'),
      ...section('Reached by no message: nobody of the unit has joined', found, 'unreachable'),
      ...section('Has not confirmed an announcement, though asked to', found, 'unconfirmed'),
      ...(found.length === 0 ? ['Nobody has to be called.'] : []),
    ],
  }
}

const callJson = ({ unit, reason, tasks, announcements, person, lastCalledOn }: CallToMake): CallJson => ({
  unit: unit.code,
  unit_name: unit.name,
  recipient: person?.person ?? '',
  phone: person?.phone ?? null,
  reason,
  tasks: tasks.map(({ code, dueOn, timesReminded }) => ({
    code,
    due_on: dueOn,
    times_reminded: timesReminded,
  })),
  announcements,
  last_called_on: lastCalledOn,
})

function section(title: string, all: CallJson[], reason: CallJson['reason']): string[] {
  const some = all.filter((call) => call.reason === reason)
  if (some.length === 0) return []
  return [
    `${title}: ${some.length}`,
    ...table(['UNIT', 'NAME', 'WHO', 'PHONE', 'LAST CALLED', 'ABOUT'], some.map(row)),
    '',
  ]
}

const row = ({
  unit,
  unit_name,
  recipient,
  phone,
  tasks,
  announcements,
  last_called_on,
}: CallJson): string[] => [
  unit,
  unit_name,
  recipient || '(nobody)',
  phone ? showPhone(phone) : '(none)',
  last_called_on?.toString() ?? '',
  [...tasks.map(taskText), ...announcements].join(', '),
]

const taskText = ({ code, due_on, times_reminded }: CallJson['tasks'][number]): string =>
  `${code} due ${due_on}${times_reminded > 0 ? ` (reminded ${times_reminded}x)` : ''}`
