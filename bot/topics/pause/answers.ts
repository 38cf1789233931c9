/** Takes what the office says of a pause, pressed or typed; what cannot be is asked again. */
import { audienceFacts } from '../../../db/announcements/audience.ts'
import { audienceWord } from '../../../domain/announcements/audience.ts'
import { LONGEST_DAYS } from '../../../domain/extension.ts'
import { newDueFault, untilFault } from '../../../domain/reminders/pause.ts'
import type { PauseDraft, PauseQuestion } from '../../../domain/reminders/pause-draft.ts'
import { readWishedDay } from '../../../domain/replies/extension-wish.ts'
import { unitsTyped } from '../../../domain/typed/units.ts'
import { fullDay, shortDay } from '../../../locales/dates.ts'
import type { PersonTurn } from '../../turn.ts'
import type { DatedDraft } from './draft.ts'
import { goOn } from './next.ts'
import { askWhom } from './questions.ts'

/** What was said of due dates was said of another pause. */
export async function takeUntil(
  turn: PersonTurn,
  draft: PauseDraft,
  until: Temporal.PlainDate,
): Promise<void> {
  const fault = untilFault(until, turn.today)
  if (!fault) return goOn(turn, { ...draft, until, newDue: null })
  await turn.say({ text: turn.t(`pause.until.${fault}`, { day: fullDay(until), days: LONGEST_DAYS }) })
}

export const takeAll = (turn: PersonTurn, draft: PauseDraft): Promise<void> =>
  goOn(turn, { ...draft, audience: [audienceWord({ kind: 'all', code: '' })], newDue: null })

/** A press chooses a block or unit, a second one leaves it out again; "all" was another choice. */
export async function toggle(turn: PersonTurn, draft: DatedDraft, kind: 'block' | 'unit', code: string) {
  const word = audienceWord({ kind, code })
  const others = draft.audience.filter((one) => one !== word && one.includes(':'))
  const audience = draft.audience.includes(word) ? others : [...others, word]
  await askWhom(turn, { ...draft, audience, newDue: null })
}

/** `stay` leaves the due dates as they are. */
export async function takeNewDue(
  turn: PersonTurn,
  draft: DatedDraft,
  newDue: Temporal.PlainDate | 'stay',
): Promise<void> {
  const fault = newDue !== 'stay' && newDueFault(newDue, draft.until)
  if (newDue === 'stay' || !fault) return goOn(turn, { ...draft, newDue })
  const facts = { day: fullDay(newDue), until: shortDay(draft.until), days: LONGEST_DAYS }
  await turn.say({ text: turn.t(`pause.newDue.${fault}`, facts) })
}

/** False where no words were asked for. */
export async function takeWords(
  turn: PersonTurn,
  { step, draft }: PauseQuestion,
  text: string,
): Promise<boolean> {
  const { until } = draft
  if (step === 'whom' && until) await takeUnits(turn, { ...draft, until }, text)
  else if (step === 'until') await takeDay(turn, text, (day) => takeUntil(turn, draft, day))
  else if (step === 'newDue' && until)
    await takeDay(turn, text, (day) => takeNewDue(turn, { ...draft, until }, day))
  else return false
  return true
}

async function takeDay(turn: PersonTurn, text: string, take: (day: Temporal.PlainDate) => Promise<void>) {
  const day = readWishedDay(text, turn.today)
  if (day) await take(day)
  else await turn.say({ text: turn.t('pause.dayUnclear') })
}

/** Those found are chosen; what was not found or is not clear is said. */
async function takeUnits(turn: PersonTurn, draft: DatedDraft, text: string): Promise<void> {
  const { t } = turn
  const { units } = await audienceFacts(turn.tx, turn.today)
  const { found, unknown, ambiguous } = unitsTyped(
    text,
    units.filter(({ ended }) => !ended),
  )
  const words = found.map(({ code }) => audienceWord({ kind: 'unit', code }))
  const chosen = { ...draft, audience: [...new Set([...draft.audience, ...words])], newDue: null }
  const unclear = [...unknown, ...ambiguous.map(({ typed }) => typed)]
  await askWhom(turn, chosen, {
    note:
      unclear.length > 0
        ? t('pause.whom.unclear', { words: unclear.map((word) => `“${word}”`).join(', ') })
        : undefined,
    candidates: [...new Set(ambiguous.flatMap((several) => several.units))],
  })
}
