/** The pauses that are running, each with the way to end it; that is asked back, for reminders go out again at once. */
import { audit } from '../../../db/audit.ts'
import { endPause, type Pause, runningPauses } from '../../../db/reminders/pauses.ts'
import type { Choice } from '../../../domain/message.ts'
import { newPause } from '../../../domain/reminders/pause-draft.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay, weekdayAndDay } from '../../../locales/dates.ts'
import { someUnits } from '../../../locales/some-names.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { awaiting, because } from './draft.ts'
import { goOn } from './next.ts'

const MOST_NAMES = 5

/** The word by which a pause is brought up: what runs already is shown first. */
export async function begin(turn: PersonTurn, reason: string): Promise<void> {
  const { t } = turn
  const running = await runningPauses(turn.tx, turn.today)
  if (running.length === 0) return goOn(turn, newPause(reason))
  const ends = running.map(({ id }, index) => endChoice(turn, id, running.length > 1 ? index + 1 : undefined))
  const another = { label: t('pause.running.another'), value: topicValue('pause', 'new') }
  await askInPlace(turn, {
    text: running.map((pause) => pauseText(turn, pause)).join('\n\n'),
    choices: [...ends.map((choice) => [choice]), [another]],
    awaits: awaiting('running', newPause(reason)),
  })
}

/** Numbered where there are several. */
export const endChoice = ({ t }: PersonTurn, id: number, number?: number): Choice => ({
  label: `${number === undefined ? '' : `${number}. `}${t('pause.running.end')}`,
  value: topicValue('pause', 'end', id),
})

export async function askEnd(turn: PersonTurn, id: number): Promise<void> {
  const { tx, t, today } = turn
  const pause = (await runningPauses(tx, today)).find((one) => one.id === id)
  if (!pause) return askInPlace(turn, { text: t('pause.over') })
  const yes = { label: t('pause.running.end'), value: topicValue('pause', 'end-yes', id) }
  const no = { label: t('pause.running.goesOn'), value: topicValue('pause', 'show') }
  await askInPlace(turn, {
    text: [pauseText(turn, pause), t('pause.running.askEnd')].join('\n\n'),
    choices: [[yes, no]],
  })
}

export async function end(turn: PersonTurn, id: number): Promise<void> {
  const { tx, t, now, today, person } = turn
  const ended = await endPause(tx, id, today, now)
  if (ended)
    await audit(tx, {
      personId: person.id,
      through: 'chat',
      action: 'pause.ended',
      subject: `pause:${id}`,
      at: now,
    })
  await askInPlace(turn, { text: t(ended ? 'pause.ended' : 'pause.over') })
}

function pauseText(turn: PersonTurn, { from, until, reason, units, dueMovedTo, madeBy }: Pause): string {
  const { t } = turn
  return [
    t('pause.running.head', {
      because: because(turn, reason),
      from: shortDay(from),
      until: weekdayAndDay(until, t),
      by: madeBy ?? '',
    }),
    t('pause.preview.units', { n: units.length, names: someUnits(units, MOST_NAMES, t) }),
    ...(dueMovedTo ? [t('pause.running.moved', { day: shortDay(dueMovedTo) })] : []),
  ].join('\n')
}
