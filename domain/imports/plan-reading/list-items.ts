/** Takes the tasks and duties out of a plan's outline. */
import { dutiesOf, itemOf, looseItems } from './clause-items.ts'
import { ledPeriod } from './due/led-period.ts'
import { opensPeriod } from './due/period-words.ts'
import { headingPeriod } from './due/task-time.ts'
import { isLabelledLine } from './labelled-words.ts'
import type { Clause } from './outline.ts'
import type { PlanItem } from './plan-item.ts'
import { sectionKind } from './section-kind.ts'
import { statedDay } from './stated-day.ts'
import { isCapitals } from './text-lines.ts'

type Line = { line: number; text: string }

/** `skipped`: lines of sections without tasks that set a day all the same. */
type Found = { tasks: PlanItem[]; duties: PlanItem[]; unread: Line[]; skipped: Line[] }

/** `isIntroduction`: whether a clause only introduces a table. */
export function listItems(
  clauses: readonly Clause[],
  isIntroduction: (clause: Clause) => boolean,
  year: number,
): Found {
  const found: Found = { tasks: [], duties: [], unread: [], skipped: [] }
  for (const { clause, above, isDoubtful } of clauses.flatMap(partsOf)) {
    const { kind } = kindOf(clause)
    if (kind === 'purpose') found.skipped.push(...timedLines(clause, year))
    else if (kind === 'duties') found.duties.push(...dutiesOf(clause))
    else {
      const place = clauses.indexOf(clause) + 1
      const { tasks, unread } = tasksIn(clause, { headings: above, period: null, place }, isIntroduction)
      const says = kind === 'tasks' || headingPeriod(clause.text) !== undefined || tasks.length < 2
      found.tasks.push(...(says && !isDoubtful ? tasks : tasks.map(unclear)))
      found.unread.push(...unread)
    }
  }
  return found
}

/** A section that is for several things falls into them, where it has a heading for each. */
function partsOf(section: Clause): { clause: Clause; above: string[]; isDoubtful: boolean }[] {
  const { isMixed } = kindOf(section)
  const parts = section.children.filter((child) => isMixed && beginsAnew(child))
  if (parts.length === 0) return [{ clause: section, above: [], isDoubtful: isMixed }]
  const above = [section.text]
  return section.children.map((clause) => ({ clause, above, isDoubtful: !beginsAnew(clause) }))
}

const beginsAnew = (clause: Clause) =>
  isGroup(clause) && sectionKind(clause.text.slice(0, 20)).kind !== 'other'

/** A sentence may speak of an aim or of a task without being the heading of such. */
const kindOf = ({ text }: Clause) =>
  isCapitals(text) || (text.length <= 80 && !/[.;]$/.test(text))
    ? sectionKind(text)
    : { kind: 'other' as const, isMixed: false }

function timedLines({ line, text, more, children }: Clause, year: number): Line[] {
  const own = [{ line, text }, ...more].filter(({ text }) => {
    const day = statedDay(text, year, false)
    return (day !== null && 'day' in day) || ['month', 'quarter'].includes(ledPeriod(text)?.kind ?? '')
  })
  return [...own, ...children.flatMap((child) => timedLines(child, year))]
}

const unclear = (item: PlanItem): PlanItem => ({ ...item, doubts: [...item.doubts, 'heading_unclear'] })

type Above = { headings: string[]; period: string | null; place: number }

function tasksIn(
  clause: Clause,
  { headings, period, place }: Above,
  isIntroduction: (clause: Clause) => boolean,
): Pick<Found, 'tasks' | 'unread'> {
  if (isLabelledLine(clause.text)) return { tasks: [], unread: [] }
  const { line, text, more, children } = clause
  const isHeading = isCapitals(text) || opensPeriod(text) !== null
  if (!isGroup(clause) && !isIntroduction(clause)) {
    if (!isHeading) return { tasks: [itemOf(clause, headings, period, place)], unread: [] }
    // The paragraphs below a heading are its tasks, unless they lead to an appendix; nothing below it is told.
    const own = more.filter((paragraph) => !/phụ lục|biểu kèm theo/iu.test(paragraph.text))
    const tasks = looseItems({ ...clause, more: own }, [...headings, text])
    return { tasks, unread: more.length > 0 ? [] : [{ line, text }] }
  }
  const labels = [...more, ...children].map((below) => below.text).filter(isLabelledLine)
  const below = children.map((child, index) =>
    tasksIn(
      child,
      {
        headings: [...headings, text, ...labels],
        period: headingPeriod(text)?.label ?? null,
        place: index + 1,
      },
      isIntroduction,
    ),
  )
  const strays = more.filter((stray) => !isLabelledLine(stray.text) && !stray.text.endsWith(':'))
  return {
    tasks: below.flatMap(({ tasks }) => tasks),
    unread: [...strays, ...below.flatMap(({ unread }) => unread)],
  }
}

/** A clause is a heading of tasks, unless what stands under it only tells more of it. */
function isGroup({ text, children }: Clause): boolean {
  const tasks = children.filter((child) => !isLabelledLine(child.text))
  if (tasks.length === 0) return false
  const areDashes = tasks.every(({ kind }) => kind === 'dash' || kind === 'plus')
  return !areDashes || !/[.;]$/.test(text)
}
