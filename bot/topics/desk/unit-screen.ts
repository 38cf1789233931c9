/** One unit on one screen: its head, each task with who reported it and by what way, and what waits for a decision. */
import {
  type DeskHead,
  type DeskTask,
  type DeskUnit,
  deskTasks,
  deskUnits,
  headOf,
  lastCall,
} from '../../../db/answers/unit-desk.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { showPhone } from '../../../domain/phone.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { clockTime, fullDay, shortDay } from '../../../locales/dates.ts'
import type { Translate } from '../../../locales/i18n.ts'
import { taskLines } from '../../../locales/task-list.ts'
import { viaInWords } from '../../../locales/via-words.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'

/** `just` says what has just happened, above everything else. */
export async function showUnit(turn: PersonTurn, unitId: number, just?: string): Promise<void> {
  const { tx, t, today } = turn
  const unit = await unitInPlace(turn, unitId)
  if (!unit) return
  const head = await headOf(tx, unitId, today)
  const tasks = await deskTasks(tx, unitId, today)
  const call = await lastCall(tx, unitId)
  const about = [
    t('desk.unit.head', unit),
    headLine(head, t),
    ...(call ? [t('desk.unit.called', { day: fullDay(call.on), by: call.by })] : []),
  ].join('\n')
  const entries = tasks.map((task, index) => entry(turn, task, index + 1))
  const record = { label: t('desk.record.button'), value: topicValue('desk', 'record', unitId) }
  await askInPlace(turn, {
    text: [just, about, ...(entries.length > 0 ? entries : [t('desk.unit.nothing')])]
      .filter(Boolean)
      .join('\n\n'),
    lines: tasks.map(pickTask),
    choices: tasks.length > 0 ? [[record]] : [],
  })
}

/** The unit, or null after telling them that it is asked no more. */
export async function unitInPlace(turn: PersonTurn, unitId: number): Promise<DeskUnit | null> {
  const unit = (await deskUnits(turn.tx, turn.today)).find(({ id }) => id === unitId)
  if (!unit) await turn.say({ text: turn.t('desk.unit.gone') })
  return unit ?? null
}

/** What the number of a task's line stands for: recording an answer to it. */
export const pickTask = ({ id, shortTitle }: DeskTask) => ({
  label: shortTitle,
  value: topicValue('desk', 'task', id),
})

function headLine(head: DeskHead | null, t: Translate): string {
  if (!head) return t('call.vacant')
  const { name, title, phone, reached } = head
  return t(`desk.unit.${reached}`, {
    who: title ? `${title} ${name}` : name,
    phone: phone ? showPhone(phone) : t('call.noPhone'),
  })
}

function entry(turn: PersonTurn, task: DeskTask, number: number): string {
  const { t } = turn
  const { said, status, overdue, timesReminded, awaits } = task
  const stands = status === 'silent' ? `: ${t('status.silent')}` : ''
  const facts = [
    overdue && t('desk.unit.overdue'),
    timesReminded > 0 && t('desk.unit.reminded', { n: timesReminded }),
    ...awaits.map((kind) => t(`desk.unit.awaits.${kind}`)),
  ].filter((fact) => fact !== false)
  return [taskLines([task], t, true, number) + stands, said && saidLine(turn, said), facts.join(' ')]
    .filter(Boolean)
    .join('\n')
}

function saidLine({ t, settings }: PersonTurn, said: NonNullable<DeskTask['said']>): string {
  const { at, by, via, recordedBy } = said
  const about = {
    time: clockTime(at, settings.timezone, settings.language),
    day: shortDay(officeDay(at, settings.timezone)),
    via: viaInWords(via, t),
    name: by,
    by: recordedBy ?? '',
  }
  if (recordedBy === null) return t('desk.unit.said', about)
  // Of a unit without a head the answer is kept as the colleague's own.
  return t(by === recordedBy ? 'desk.unit.taken' : 'desk.unit.recorded', about)
}
