/** Whom to call, about what, and how often they were urged: a few at a time, each with a tick. */
import { type CallToMake, callsToMake } from '../../../db/reminders/call-list.ts'
import type { Choice } from '../../../domain/message.ts'
import { showPhone } from '../../../domain/phone.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay } from '../../../locales/dates.ts'
import type { Translate } from '../../../locales/i18n.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'

const AT_ONCE = 5
/** Tasks named of one unit; the rest are counted. */
const MOST_TASKS = 2

/** From the `from`-th unit on; `foot` says what has just been done, and `next` what may follow from it. */
export async function showCalls(
  turn: PersonTurn,
  from: number,
  { foot, next = [] }: { foot?: string; next?: Choice[] } = {},
): Promise<void> {
  const { t } = turn
  const list = await callsToMake(turn.tx, turn.today)
  const shown = list.slice(from, from + AT_ONCE)
  if (shown.length === 0 && from > 0) return showCalls(turn, 0, { foot, next })
  const called = shown.map(({ unit }, index) => ({
    label: t('call.done', { n: index + 1 }),
    value: topicValue('call', 'done', unit.id, from),
  }))
  const more = { label: t('call.next'), value: topicValue('call', 'list', 0, from + AT_ONCE) }
  const place = { n: list.length, from: from + 1, to: from + shown.length }
  const head = t(
    list.length === 0 ? 'call.nobody' : list.length > AT_ONCE ? 'call.headPart' : 'call.head',
    place,
  )
  const how = turn.abilities.buttons || shown.length === 0 ? '' : t('call.how')
  await askInPlace(turn, {
    text: [head, ...shown.map((one, index) => entry(one, index + 1, t)), how, foot]
      .filter(Boolean)
      .join('\n\n'),
    lines: called,
    choices: [
      ...called.map((choice) => [choice]),
      ...(list.length > from + AT_ONCE ? [[more]] : []),
      ...next.map((choice) => [choice]),
    ],
  })
}

function entry(one: CallToMake, number: number, t: Translate): string {
  const { unit, person, reason, lastCalledOn } = one
  const who = person ? `${person.person}, ${person.phone ? showPhone(person.phone) : t('call.noPhone')}` : ''
  const before = lastCalledOn ? ` ${t('call.before', { day: shortDay(lastCalledOn) })}` : ''
  return [
    `${number}. ${unit.name}`,
    who || t('call.vacant'),
    `${t(`call.reason.${reason}`)}${before}`,
    ...matters(one, t),
  ].join('\n')
}

function matters({ tasks, announcements }: CallToMake, t: Translate): string[] {
  const lines = tasks.slice(0, MOST_TASKS).map(({ title, dueOn, timesReminded }) =>
    t(timesReminded > 0 ? 'call.taskReminded' : 'call.task', {
      title,
      due: shortDay(dueOn),
      n: timesReminded,
    }),
  )
  const rest = tasks.length - lines.length
  return [
    ...lines,
    ...(rest > 0 ? [t('call.moreTasks', { n: rest })] : []),
    ...announcements.map((title) => t('call.announcement', { title })),
  ].map((line) => `- ${line}`)
}
