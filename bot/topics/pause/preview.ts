/** What a pause would do, shown before it is made: until when, for whom, which due dates move, whom a word reaches. */
import { reachOf } from '../../../db/announcements/audience.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { weekdayAndDay } from '../../../locales/dates.ts'
import { someUnits } from '../../../locales/some-names.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { awaiting, because, type DatedDraft, type Effect } from './draft.ts'

const MOST_NAMES = 5

export async function showPreview(turn: PersonTurn, draft: DatedDraft, effect: Effect): Promise<void> {
  const { tx, t, today } = turn
  const { units } = effect
  const ids = units.map(({ id }) => id)
  const reached = (await reachOf(tx, ids, today)).filter(({ reach }) => reach === 'reached').length
  const names = units.map(({ shortName }) => shortName)
  const choice = (act: 'tell' | 'quiet') => ({
    label: t(`pause.preview.${act}`),
    value: topicValue('pause', act, 0, previewed(draft, effect)),
  })
  const drop = { label: t('pause.preview.drop'), value: topicValue('pause', 'drop') }
  await askInPlace(turn, {
    text: [
      t('pause.preview.head', { because: because(turn, draft.reason), until: weekdayAndDay(draft.until, t) }),
      t('pause.preview.units', { n: units.length, names: someUnits(names, MOST_NAMES, t) }),
      dueLine(turn, draft, effect),
      reached === units.length
        ? t('pause.preview.reachAll')
        : t('pause.preview.reach', { n: reached, others: units.length - reached }),
    ].join('\n'),
    choices: [[choice('tell')], [choice('quiet'), drop]],
    awaits: awaiting('confirm', draft),
  })
}

/** What was shown, in a button: a pause is made only if it would still do just that. */
export const previewed = ({ until, newDue }: DatedDraft, { units, due }: Effect): string =>
  `${until}.${units.length}.${due.length}.${newDue ?? 'stay'}`

function dueLine({ t }: PersonTurn, { newDue }: DatedDraft, { due }: Effect): string {
  if (due.length === 0) return t('pause.preview.noDue')
  return newDue === null || newDue === 'stay'
    ? t('pause.preview.dueStays', { n: due.length })
    : t('pause.preview.dueMoves', { n: due.length, day: weekdayAndDay(newDue, t) })
}
