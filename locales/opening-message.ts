/** The words that open a quarter: what the unit will be asked for in it. */
import { choiceValue } from '../domain/choice.ts'
import type { Choice, OutgoingMessage } from '../domain/message.ts'
import type { Quarter } from '../domain/quarter.ts'
import type { Translate } from './i18n.ts'
import { linesOf, type TaskLine, taskLines } from './task-list.ts'

export type QuarterOpened = { year: number; quarter: Quarter; tasks: readonly TaskLine[] }

/** A message of its own, to be acknowledged. A typed number is the task of that line, never its answer. */
export function openingMessage(
  recipient: string,
  units: readonly { name: string }[],
  opening: QuarterOpened,
  t: Translate,
): OutgoingMessage {
  const greeting = t('opening.greeting', {
    name: recipient,
    units: units.map(({ name }) => name).join(', '),
  })
  if (opening.tasks.length === 0) {
    const body = t('opening.nothing', namesOf(opening, t))
    return { text: `${greeting}\n\n${body}`, choices: [[seen(t)]] }
  }
  const choices = openingChoices(t)
  const body = `${t('opening.tasks', namesOf(opening, t))}\n${taskLines(opening.tasks, t)}`
  const text = [greeting, body, t('opening.ask')].join('\n\n')
  return { text, lines: linesOf(opening.tasks), choices: [choices] }
}

/** What a new quarter adds to a message that reminds of other tasks; its lines are numbered from `first`. */
export const openingAfterReminders = (opening: QuarterOpened, first: number, t: Translate): string =>
  `${t('opening.moreTasks', namesOf(opening, t))}\n${taskLines(opening.tasks, t, true, first)}`

export const openingChoices = (t: Translate): Choice[] => [
  seen(t),
  { label: t('opening.details'), value: choiceValue({ act: 'details' }) },
]

const seen = (t: Translate): Choice => ({ label: t('opening.seen'), value: choiceValue({ act: 'seen' }) })

const namesOf = ({ year, quarter, tasks }: QuarterOpened, t: Translate) => ({
  quarter: t(`opening.quarter.${quarter}`),
  year,
  n: tasks.length,
})
