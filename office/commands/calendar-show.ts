/** `calendar show`: the days of a year that differ from the week, and which of them are not decided yet. */
import { calendarDaysOf } from '../../db/calendar/days.ts'
import type { Db } from '../../db/client.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import type { CalendarDay } from '../../domain/imports/calendar-file.ts'
import { table } from '../../domain/table.ts'

export async function calendarShow(db: Db, year: string): Promise<Outcome> {
  if (!/^\d{4}$/.test(year))
    throw new CommandError('bad_year', `"${year}" is not a year.`, 'Write a year like 2026.')
  const days = await calendarDaysOf(db, Number(year))
  const proposed = days.filter(({ confidence }) => confidence === 'proposed')
  return {
    json: {
      year: Number(year),
      days: days.map(({ date, works, name, confidence, note }) => ({ date, works, name, confidence, note })),
      proposed: proposed.length,
    },
    lines: [
      ...(days.length > 0
        ? table(['DAY', '', '', 'SURE', 'NAME'], days.map(row))
        : [`No holiday of ${year} is known, so only weekends are free: npx dondoc calendar import FILE`]),
      ...(proposed.length > 0
        ? [
            `Mind: ${proposed.map(({ date }) => date).join(', ')} are only proposed. Once that is decided, correct the`,
            'file and import it again: reminders go by this calendar.',
          ]
        : []),
    ],
  }
}

const row = ({ date, works, confidence, name, note }: CalendarDay): string[] => [
  String(date),
  date.toLocaleString('en', { weekday: 'short' }),
  works ? 'worked' : 'free',
  confidence,
  note ? `${name} (${note})` : name,
]
