/** `report`: the papers of a period, written to a file; or its figures, printed. */
import type { Db } from '../../db/client.ts'
import { periodFacts } from '../../db/papers/period-facts.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import type { PeriodFacts } from '../../domain/papers/period-facts.ts'
import { periodName } from '../../domain/quarter.ts'
import { table } from '../../domain/table.ts'
import { periodNamed } from '../named/period.ts'
import { writePaper } from '../paper-file.ts'
import { FORMATS, isFormat, makePaper } from '../papers.ts'
import { reportJson } from '../report-json.ts'

type Order = {
  period: string
  format: string
  /** Where to write it; of JSON, left out, it is printed. */
  out?: string
  /** Where to write the rows behind each figure of the Word report, as CSV. */
  trace?: string
  today: Temporal.PlainDate
  now: Date
}

/** Changes nothing that is counted. A file that somebody has edited is left alone: the new one lies beside it. */
export async function report(db: Db, order: Order): Promise<Outcome> {
  const { format, now } = order
  if (!isFormat(format))
    throw new CommandError('bad_format', `${format} is no format.`, `Write one of: ${FORMATS.join(', ')}`)
  if (order.trace !== undefined && format !== 'docx')
    throw new CommandError('bad_usage', 'Only the Word report can be traced.', 'Write --format docx.')
  const period = periodNamed(order.period)
  const facts = await periodFacts(db, period, order.today)
  if (facts.tasks.length === 0)
    throw new CommandError(
      'no_plan',
      `No plan asks anything in ${facts.period}.`,
      'npx dondoc plan import FILE',
    )
  if (format === 'json' && order.out === undefined) return printed(facts)
  const { name, chunks, trace } = await makePaper(db, facts, format)
  const made = { period: periodName(period), format, now }
  const out = await writePaper(db, order.out ?? name, chunks(), made)
  const traced = order.trace && trace ? await writePaper(db, order.trace, [trace], made) : undefined
  return {
    json: { ...reportJson(facts), out, trace: traced },
    lines: [
      `${out}: ${facts.period}, figures of ${facts.asOf}${closedWords(facts)}.`,
      ...(out === (order.out ?? name) ? [] : ['The file of that name was edited and stays as it is.']),
      ...(traced === undefined ? [] : [`${traced}: the rows behind each figure.`]),
    ],
  }
}

const closedWords = ({ closed, quarters }: PeriodFacts): string =>
  closed.length === 0
    ? ', not closed'
    : closed.length === quarters.length
      ? ', closed'
      : `, closed: Q${closed.map(({ quarter }) => quarter).join(', Q')}`

function printed(facts: PeriodFacts): Outcome {
  return {
    json: reportJson(facts),
    lines: [
      `${facts.period}, figures of ${facts.asOf}${closedWords(facts)}`,
      ...table(
        ['TASK', 'QUARTER', 'ASKED', 'DONE', 'IN PROGRESS', 'NOT STARTED', 'BLOCKED', 'SILENT', 'OVERDUE'],
        facts.tasks
          .filter(({ asked }) => asked > 0)
          .map(({ code, quarter, asked, done, inProgress, notStarted, blocked, silent, overdue }) =>
            [code, quarter, asked, done, inProgress, notStarted, blocked, silent, overdue].map(String),
          ),
      ),
    ],
  }
}
