/** The weekly digest for leaders and the office: one screen, the figures first, names only where the grace is over. */
import {
  type DigestFigures,
  namedLate,
  type OpenRequest,
  percentDone,
} from '../domain/digests/digest-figures.ts'
import type { Choice, OutgoingMessage } from '../domain/message.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { type BotCounters, countersLines } from './bot-messages.ts'
import { fullDay, shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'
import { someUnits } from './some-names.ts'

export type LeaderDigest = {
  reader: string
  /** Leaders are reported to; colleagues of the office read the same. */
  role: 'leader' | 'office'
  personId: number
  today: Temporal.PlainDate
  /** The time of day the figures are of, as it is read. */
  asOf: string
  graceDays: number
  /** Those whose plan has a limit: for the office alone. */
  bots?: readonly BotCounters[]
}

/** Names in one line; the rest are counted. */
const MOST_NAMES = 5
const MOST_NEEDS = 3
const MOST_DUE = 2
/** A title's most letters where several stand in one message. */
const TITLE = 27

/** Without the picture. As long as the worst week makes it, it fits under a picture, see the test. */
export function leaderDigest(figures: DigestFigures, about: LeaderDigest, t: Translate): OutgoingMessage {
  const { reader, role, today, asOf } = about
  const greeting = t(role === 'leader' ? 'digest.toLeader' : 'digest.toOffice', { name: reader })
  const heading = t('digest.quarter', {
    quarter: t(`review.quarter.${figures.quarter}`),
    year: figures.year,
    from: shortDay(today.subtract({ days: 7 })),
    to: shortDay(today),
  })
  const bots = role === 'office' ? countersLines(about.bots ?? [], t) : []
  const unreached = figures.unreached > 0 ? [t('digest.unreached', { n: figures.unreached })] : []
  // One screen holds no more: the lines about the bots stand in the place of needs.
  const mostNeeds = MOST_NEEDS - bots.length
  const parts = [
    `${greeting} ${heading}`,
    [countsLine(figures, t), changeLine(figures, t)].join('\n'),
    [overdueLine(figures, about, t), ...earlier(figures, t), dueLine(figures, t)].join('\n'),
    ...needs(figures, about, mostNeeds, t),
    ...unreached,
    ...exemplarLine(figures, t),
    ...(bots.length > 0 ? [bots.join('\n')] : []),
    t('digest.asOf', { time: asOf, day: fullDay(today) }),
  ]
  return { text: parts.join('\n\n'), choices: digestChoices(figures, t) }
}

const digestChoices = ({ year, quarter }: DigestFigures, t: Translate): Choice[][] => [
  [
    { label: t('digest.byBlock'), value: topicValue('digest', 'blocks') },
    { label: t('digest.difficulties'), value: topicValue('digest', 'difficulties') },
  ],
  [{ label: t('digest.papers'), value: topicValue('papers', 'make', 0, `${year}-Q${quarter}`) }],
]

const countsLine = ({ asked, counts }: DigestFigures, t: Translate): string =>
  t('digest.counts', { ...counts, asked, percent: percentDone(counts.done, asked) })

const changeLine = ({ counts, doneBefore, answers }: DigestFigures, t: Translate): string => {
  const change = counts.done - doneBefore
  const more = change > 0 ? `+${change}` : String(change)
  return answers === 0 && change === 0 ? t('digest.noChange') : t('digest.change', { more, answers })
}

function overdueLine(figures: DigestFigures, { graceDays }: LeaderDigest, t: Translate): string {
  if (figures.overdue === 0) return t('digest.noOverdue')
  const names = namedLate(figures, graceDays)
  const line = t('digest.overdue', { n: figures.overdue, units: figures.overdueUnits.length })
  return names.length === 0
    ? `${line}.`
    : `${line}${t('digest.late', { days: graceDays, names: someUnits(names.map(short), MOST_NAMES, t) })}`
}

const earlier = ({ carriedOver }: DigestFigures, t: Translate): string[] =>
  carriedOver > 0 ? [t('digest.carriedOver', { n: carriedOver })] : []

function dueLine({ dueNext }: DigestFigures, t: Translate): string {
  if (dueNext.length === 0) return t('digest.nothingDue')
  const tasks = dueNext
    .slice(0, MOST_DUE)
    .map(({ title, dueOn, done, asked }) =>
      t('digest.dueTask', { title: short(title), due: shortDay(dueOn), done, asked }),
    )
  const rest = dueNext.length > MOST_DUE ? t('digest.andTasks', { n: dueNext.length - MOST_DUE }) : ''
  return t('digest.due', { tasks: tasks.join('; ') + rest })
}

/** What was passed to this leader first, then the longest waiting. */
function needs(
  { requests }: DigestFigures,
  { personId }: LeaderDigest,
  most: number,
  t: Translate,
): string[] {
  const mine = requests.filter(({ passedTo }) => passedTo === personId)
  const others = requests.filter(({ passedTo }) => passedTo === null)
  const lines = [...mine, ...others].map((request) => requestLine(request, t))
  if (lines.length === 0) return []
  return [[t('digest.needs'), ...lines.slice(0, most).map((line) => `- ${line}`)].join('\n')]
}

/** One difficulty or extension in a line. */
export function requestLine({ kind, unit, title, wishedDueOn }: OpenRequest, t: Translate): string {
  const facts = { unit: short(unit), title: short(title) }
  return kind === 'extension' && wishedDueOn
    ? t('digest.extension', { ...facts, due: shortDay(wishedDueOn) })
    : t('digest.difficulty', facts)
}

function exemplarLine({ exemplars: { count, names } }: DigestFigures, t: Translate): string[] {
  if (count === 0) return []
  const shown = names.slice(0, 2).map(short).join(', ')
  return [
    names.length === 0 ? t('digest.exemplars', { count }) : t('digest.exemplarsNamed', { count, shown }),
  ]
}

/** Cut between words: half a Vietnamese word is another word. */
function short(text: string): string {
  if (text.length <= TITLE) return text
  const cut = text.slice(0, TITLE).lastIndexOf(' ')
  return `${text.slice(0, cut > 0 ? cut : TITLE - 1).replace(/[\s,;:]+$/, '')}…`
}
