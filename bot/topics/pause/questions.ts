/** What a pause has to be asked: from which day units are reminded again, for whom, and what of due dates in it. */
import { audienceFacts } from '../../../db/announcements/audience.ts'
import { type AudienceUnit, audienceWord } from '../../../domain/announcements/audience.ts'
import { laterDates } from '../../../domain/extension.ts'
import { dueAfterPause, unitsToPause } from '../../../domain/reminders/pause.ts'
import type { PauseDraft } from '../../../domain/reminders/pause-draft.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay, weekdayAndDay } from '../../../locales/dates.ts'
import { someUnits } from '../../../locales/some-names.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { awaiting, because, type DatedDraft, type Effect } from './draft.ts'

/** How long storms take. */
const DAYS_OFFERED = [3, 7]
const MOST_NAMES = 5
/** Units that the typed words may have meant; more would bury the question. */
const MOST_CANDIDATES = 6

export async function askUntil(turn: PersonTurn, draft: PauseDraft): Promise<void> {
  const { t, today, calendar } = turn
  const days = laterDates(today, today, calendar, DAYS_OFFERED).map((day) => ({
    label: weekdayAndDay(day, t),
    value: topicValue('pause', 'until', 0, day.toString()),
  }))
  await askInPlace(turn, {
    text: t('pause.until.ask', { because: because(turn, draft.reason) }),
    choices: [days],
    awaits: awaiting('until', draft),
  })
}

/** All with one press, or blocks and units one by one; `candidates` are those that typed words may have meant. */
export async function askWhom(
  turn: PersonTurn,
  draft: DatedDraft,
  { note, candidates = [] }: { note?: string; candidates?: AudienceUnit[] } = {},
): Promise<void> {
  const { t } = turn
  const { units, blocks } = await audienceFacts(turn.tx, turn.today)
  const inUse = blocks.filter(({ code }) =>
    units.some(({ blockCode, ended }) => blockCode === code && !ended),
  )
  const chosen = unitsToPause(draft.audience, units)
  const choice = (label: string, act: string, detail = '') => ({
    label,
    value: topicValue('pause', act, 0, detail),
  })
  const names = someUnits(
    chosen.map(({ shortName }) => shortName),
    MOST_NAMES,
    t,
  )
  const isChosen = (code: string) => draft.audience.includes(audienceWord({ kind: 'block', code }))
  await askInPlace(turn, {
    text: [
      t('pause.whom.ask', { until: shortDay(draft.until) }),
      note,
      chosen.length > 0 ? t('pause.whom.chosen', { n: chosen.length, names }) : undefined,
    ]
      .filter(Boolean)
      .join('\n'),
    choices: [
      ...candidates
        .slice(0, MOST_CANDIDATES)
        .map(({ code, shortName }) => [choice(`${code} ${shortName}`, 'unit', code)]),
      ...(chosen.length > 0
        ? [[choice(t('pause.whom.enough'), 'enough'), choice(t('pause.whom.anew'), 'anew')]]
        : []),
      [choice(t('pause.whom.all'), 'all')],
      ...inUse.map(({ code, name }) => [choice(`${isChosen(code) ? '☑' : '☐'} ${name}`, 'block', code)]),
    ],
    awaits: awaiting('whom', draft),
  })
}

export async function askNewDue(turn: PersonTurn, draft: DatedDraft, { due }: Effect): Promise<void> {
  const { t, calendar } = turn
  const later = dueAfterPause(draft.until, calendar)
  const stay = { label: t('pause.newDue.stay'), value: topicValue('pause', 'due', 0, 'stay') }
  const move = {
    label: t('pause.newDue.move', { day: shortDay(later) }),
    value: topicValue('pause', 'due', 0, later.toString()),
  }
  await askInPlace(turn, {
    text: t('pause.newDue.ask', { n: due.length, units: new Set(due.map(({ unitId }) => unitId)).size }),
    choices: [[stay, move]],
    awaits: awaiting('newDue', draft),
  })
}
