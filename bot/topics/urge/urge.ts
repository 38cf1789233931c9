/** "Nhắc": what goes out today and next, and the tasks that units have not answered, each with a way to write to those. */
import { audienceFacts } from '../../../db/announcements/audience.ts'
import { type RemindersAhead, remindersAhead } from '../../../db/reminders/ahead.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { weekdayAndDay } from '../../../locales/dates.ts'
import { ask } from '../../ask.ts'
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'

export const urge: Topic = {
  audience: ['office'],
  commands: [{ words: ['nhac viec', 'nhac'], run: showReminders }],
  press: (turn) => turn.say({ text: turn.t('talk.oldButton') }),
}

/** Writing to those who have not answered is an announcement. */
async function showReminders(turn: PersonTurn): Promise<void> {
  const { tx, t, today } = turn
  const { tasks } = await audienceFacts(tx, today)
  const open = tasks.filter(({ isCurrent, silent }) => isCurrent && silent.length > 0)
  const lines = open.map(({ title, silent }, index) =>
    t('urge.task', { number: index + 1, title, n: silent.length }),
  )
  const apart = open.map(({ code }, index) => ({
    label: t('urge.apart', { number: index + 1 }),
    value: topicValue('announcement', 'to', 0, code),
  }))
  await ask(turn, {
    text: [
      dayText(turn, await remindersAhead(tx, today)),
      open.length > 0 ? [t('urge.open'), ...lines].join('\n') : t('urge.allAnswered'),
    ].join('\n\n'),
    lines: apart,
    choices: apart.map((choice) => [choice]),
  })
}

function dayText({ t, today }: PersonTurn, { today: now, next }: RemindersAhead): string {
  const { sent, waiting, unreached } = now
  const counts = [
    ...(sent > 0 ? [t('urge.sent', { n: sent })] : []),
    ...(waiting > 0 ? [t('urge.waiting', { n: waiting })] : []),
    ...(unreached > 0 ? [t('urge.unreached', { n: unreached })] : []),
  ]
  const day = weekdayAndDay(today, t)
  return [
    counts.length > 0 ? t('urge.today', { day, counts: counts.join(', ') }) : t('urge.nothingToday', { day }),
    next ? t('urge.next', { day: weekdayAndDay(next.on, t), n: next.people }) : t('urge.nothingNext'),
  ].join('\n')
}
