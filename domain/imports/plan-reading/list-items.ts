/** Takes the tasks and duties out of a plan's outline. */
import { dutiesOf, itemOf, looseItems } from './clause-items.ts'
import { isLabelledLine } from './labelled-words.ts'
import type { Clause } from './outline.ts'
import { opensPeriod } from './period-words.ts'
import type { PlanItem } from './plan-item.ts'
import { type SectionKind, sectionKind } from './section-kind.ts'
import { headingPeriod } from './task-time.ts'
import { isCapitals } from './text-lines.ts'

type Found = { tasks: PlanItem[]; duties: PlanItem[]; unread: { line: number; text: string }[] }

/** `isIntroduction`: whether a clause only introduces a table. */
export function listItems(clauses: readonly Clause[], isIntroduction: (clause: Clause) => boolean): Found {
  const found: Found = { tasks: [], duties: [], unread: [] }
  for (const section of clauses) {
    const kind = kindOf(section)
    if (kind === 'purpose') continue
    if (kind === 'duties') found.duties.push(...dutiesOf(section))
    else {
      const { tasks, unread } = tasksIn(section, { headings: [], period: null, place: 1 }, isIntroduction)
      const isClear = kind === 'tasks' || headingPeriod(section.text) !== undefined || tasks.length < 2
      found.tasks.push(...(isClear ? tasks : tasks.map(unclear)))
      found.unread.push(...unread)
    }
  }
  return found
}

/** A sentence may speak of an aim or of a task without being the heading of such. */
const kindOf = ({ text }: Clause): SectionKind =>
  isCapitals(text) || (text.length <= 80 && !/[.;]$/.test(text)) ? sectionKind(text) : 'other'

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
