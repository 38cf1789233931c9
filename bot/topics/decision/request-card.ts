/** A unit's request as those who decide see it: the unit, the task, what it says, and a button for each decision. */
import type { Request } from '../../../db/answers/requests.ts'
import { dateFault, laterDates } from '../../../domain/extension.ts'
import type { Choice, OutgoingMessage } from '../../../domain/message.ts'
import { showPhone } from '../../../domain/phone.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay, weekdayAndDay } from '../../../locales/dates.ts'
import type { PersonTurn } from '../../turn.ts'

type Decider = 'office' | 'leader'

/** More of somebody's words than this does not fit on a phone's screen. */
const MOST_WORDS = 500
/** The date a leader is offered where the unit named none. */
const LEADERS_STEP = 7

export const requestCard = (turn: PersonTurn, request: Request, as: Decider): OutgoingMessage => ({
  text: textOf(turn, request),
  choices: as === 'office' ? officeChoices(turn, request) : leaderChoices(turn, request),
})

function textOf({ t }: PersonTurn, request: Request): string {
  const { unit, title, wishedDueOn, difficulty, note, asker, askerPhone, passedTo } = request
  const about = { unit, title, due: weekdayAndDay(request.dueOn, t) }
  const words = note && note.length > MOST_WORDS ? `${note.slice(0, MOST_WORDS)}…` : note
  return [
    wishedDueOn
      ? t('decision.card.extension', { ...about, wished: weekdayAndDay(wishedDueOn, t) })
      : t('decision.card.difficulty', about),
    difficulty && t('decision.card.kind', { kind: t(`difficulty.${difficulty}`) }),
    words && t('decision.card.words', { words }),
    t('decision.card.asker', {
      name: asker,
      phone: askerPhone ? showPhone(askerPhone) : t('decision.card.noPhone'),
    }),
    passedTo && t('decision.card.passed', { leader: passedTo }),
  ]
    .filter(Boolean)
    .join('\n')
}

function officeChoices(turn: PersonTurn, request: Request): Choice[][] {
  const { t } = turn
  const button = (label: string, act: string) => ({ label, value: topicValue('decision', act, request.id) })
  const wish = wishStillGood(turn, request)
  return [
    wish
      ? [agreeTo(turn, request, wish), button(t('decision.card.otherDate'), 'dates')]
      : [button(t('decision.card.agree'), 'dates')],
    [button(t('decision.card.note'), 'note'), button(t('decision.card.decline'), 'reasons')],
    [button(t('decision.card.pass'), 'leaders')],
  ]
}

function leaderChoices(turn: PersonTurn, request: Request): Choice[][] {
  const { t, today, calendar } = turn
  const day =
    wishStillGood(turn, request) ??
    laterDates(request.dueOn, today, calendar, [LEADERS_STEP])[0] ??
    request.dueOn
  return [
    [
      agreeTo(turn, request, day),
      { label: t('decision.card.disagree'), value: topicValue('decision', 'decline', request.id, 'leader') },
    ],
    [{ label: t('decision.card.note'), value: topicValue('decision', 'note', request.id) }],
  ]
}

const wishStillGood = ({ today }: PersonTurn, { wishedDueOn, dueOn }: Request) =>
  wishedDueOn && dateFault(wishedDueOn, dueOn, today) === null ? wishedDueOn : null

/** The one tap that agrees. */
export const agreeTo = ({ t }: PersonTurn, { id }: Request, day: Temporal.PlainDate): Choice => ({
  label: t('decision.card.agreeTo', { day: shortDay(day) }),
  value: topicValue('decision', 'agree', id, day.toString()),
})
