/** `close`: freezes the figures of a period, so that the same report can be made again; or lets them move again. */
import { audit } from '../../db/audit.ts'
import type { Db, Tx } from '../../db/client.ts'
import { closeQuarter, readClosedQuarters, reopenQuarter } from '../../db/papers/closed-quarters.ts'
import { quarterFigures } from '../../db/papers/quarter-figures.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { isBefore } from '../../domain/day-order.ts'
import { lastDayOfQuarter, type Period, periodName, type Quarter } from '../../domain/quarter.ts'
import { periodNamed } from '../named/period.ts'

type Order = {
  period: string
  /** Lets the figures move again. */
  reopen: boolean
  /** Close a quarter that is not over without asking. */
  yes: boolean
  confirm?: (question: string) => Promise<boolean>
  today: Temporal.PlainDate
  now: Date
}

/** Quarters that were closed before stay as they are. */
export async function close(db: Db, order: Order): Promise<Outcome> {
  const period = periodNamed(order.period)
  if (order.reopen) return db.transaction((tx) => reopen(tx, period, order.now))
  const running = period.quarters.filter(
    (quarter) => !isBefore(lastDayOfQuarter(period.year, quarter), order.today),
  )
  if (running.length > 0 && !order.yes) await askAbout(period, running, order)
  return db.transaction((tx) => freeze(tx, period, order.now))
}

async function askAbout({ year }: Period, running: Quarter[], { confirm }: Order): Promise<void> {
  const which = running.map((quarter) => periodName({ year, quarters: [quarter] })).join(', ')
  const question = `${which} is not over: what units still report would no longer count. Close it?`
  if (await confirm?.(question)) return
  throw new CommandError(
    'not_confirmed',
    `Nothing was closed, for ${which} is not over.`,
    'Close it when it is over, or now with --yes.',
  )
}

async function freeze(tx: Tx, { year, quarters }: Period, now: Date): Promise<Outcome> {
  const closed: string[] = []
  const before: string[] = []
  const lines: string[] = []
  for (const quarter of quarters) {
    const name = periodName({ year, quarters: [quarter] })
    const figures = await quarterFigures(tx, year, quarter)
    if (figures.tasks.length === 0)
      throw new CommandError('no_plan', `No plan asks anything in ${name}.`, `npx dondoc plan show ${year}`)
    if (!(await closeQuarter(tx, year, figures, now))) {
      before.push(name)
      const [kept] = await readClosedQuarters(tx, year, [quarter])
      lines.push(`${name} was closed on ${kept?.closedAt.toISOString().slice(0, 10)}, and stays as it is.`)
      continue
    }
    closed.push(name)
    const { answers } = figures
    const done = answers.filter(({ status }) => status === 'done').length
    lines.push(`${name} is closed: ${done} of ${answers.length} done. Later answers are marked late.`)
    const facts = { asked: answers.length, done }
    await audit(tx, {
      personId: null,
      through: 'command',
      action: 'quarter.closed',
      subject: `quarter:${name}`,
      facts,
      at: now,
    })
  }
  return { json: { closed, closed_before: before }, lines }
}

async function reopen(tx: Tx, { year, quarters }: Period, now: Date): Promise<Outcome> {
  const reopened: string[] = []
  for (const quarter of quarters) {
    const name = periodName({ year, quarters: [quarter] })
    if (!(await reopenQuarter(tx, year, quarter))) continue
    reopened.push(name)
    await audit(tx, {
      personId: null,
      through: 'command',
      action: 'quarter.reopened',
      subject: `quarter:${name}`,
      at: now,
    })
  }
  if (reopened.length === 0)
    throw new CommandError(
      'not_closed',
      `Nothing of ${periodName({ year, quarters })} is closed.`,
      'Nothing needs to be opened.',
    )
  return { json: { reopened }, lines: [`Open again, with today's figures: ${reopened.join(', ')}`] }
}
