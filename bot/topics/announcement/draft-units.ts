/** Units chosen by typing their codes or parts of their names; what was not found or is not clear is said. */

import { type Announcement, setAnnouncement } from '../../../db/announcements/announcements.ts'
import { audienceFacts } from '../../../db/announcements/audience.ts'
import { type AudienceUnit, audienceOf, audienceWord } from '../../../domain/announcements/audience.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { unitsTyped } from '../../../domain/typed/units.ts'
import { someUnits } from '../../../locales/some-names.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { askNext } from './draft-next.ts'
import { withDraft } from './draft-of-writer.ts'
import { awaiting, draftChoice } from './draft-questions.ts'

const MOST_NAMES = 5
/** More would bury the question. */
const MOST_CANDIDATES = 6

type Units = { all: AudienceUnit[]; chosen: AudienceUnit[] }

/** `anew`: those chosen so far are left out again. */
export const askUnits = (turn: PersonTurn, id: number, detail: string): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    const audience = detail === 'anew' ? [] : onlyUnits(draft)
    if (detail === 'anew') await setAnnouncement(turn.tx, id, { audience })
    const units = await unitsOf(turn, audience)
    const example = units.all
      .slice(0, 2)
      .map(({ code }) => code)
      .join(', ')
    const text = turn.t('announcement.ask.units', { example })
    await askMore(turn, draft, units, [text, ...chosenLine(turn, units)])
  })

/** One of several that the typed words fitted. */
export const addUnit = (turn: PersonTurn, id: number, code: string): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    const units = await keep(turn, draft, [code])
    await askMore(turn, draft, units, [...chosenLine(turn, units), turn.t('announcement.units.more')])
  })

/** All clear: on to the preview. Else those found are kept, and the rest is asked again. */
export async function takeUnits(turn: PersonTurn, draft: Announcement, text: string): Promise<void> {
  const { t } = turn
  const { all } = await unitsOf(turn, [])
  const { found, unknown, ambiguous } = unitsTyped(text, all)
  const units = await keep(
    turn,
    draft,
    found.map(({ code }) => code),
  )
  if (found.length > 0 && unknown.length + ambiguous.length === 0) {
    return askNext(turn, { ...draft, audience: wordsOf(units.chosen) })
  }
  const lines = [
    ...chosenLine(turn, units),
    ...(unknown.length > 0
      ? [t('announcement.units.unknown', { words: unknown.map((word) => `“${word}”`).join(', ') })]
      : []),
    ...ambiguous.map(({ typed, units: several }) =>
      t('announcement.units.ambiguous', { typed, names: someUnits(several.map(nameOf), MOST_NAMES, t) }),
    ),
    t(units.chosen.length > 0 ? 'announcement.units.more' : 'announcement.units.again'),
  ]
  await askMore(turn, draft, units, lines, [...new Set(ambiguous.flatMap((one) => one.units))])
}

async function askMore(
  turn: PersonTurn,
  { id }: Announcement,
  { chosen }: Units,
  lines: string[],
  candidates: AudienceUnit[] = [],
): Promise<void> {
  const picks = candidates
    .slice(0, MOST_CANDIDATES)
    .map((unit) => [{ label: nameOf(unit), value: topicValue('announcement', 'unit', id, unit.code) }])
  const end =
    chosen.length > 0
      ? [draftChoice(turn, 'enough', 'go-on', id), draftChoice(turn, 'anew', 'units', id, 'anew')]
      : [draftChoice(turn, 'audience', 'ask', id, 'audience')]
  await askInPlace(turn, { text: lines.join('\n'), choices: [...picks, end], awaits: awaiting('units', id) })
}

/** Adds units to those chosen; whoever was chosen in another way before is not meant any more. */
async function keep(turn: PersonTurn, draft: Announcement, codes: string[]): Promise<Units> {
  const words = codes.map((code) => audienceWord({ kind: 'unit', code }))
  const units = await unitsOf(turn, [...onlyUnits(draft), ...words])
  if (codes.length > 0) await setAnnouncement(turn.tx, draft.id, { audience: wordsOf(units.chosen) })
  return units
}

/** Those that may be written to, and those of them that are chosen. */
async function unitsOf({ tx, today }: PersonTurn, words: string[]): Promise<Units> {
  const facts = await audienceFacts(tx, today)
  return { all: audienceOf(['all'], facts).units, chosen: audienceOf(words, facts).units }
}

const onlyUnits = ({ audience }: Announcement) => audience.filter((word) => word.startsWith('unit:'))
const wordsOf = (units: AudienceUnit[]) => units.map(({ code }) => audienceWord({ kind: 'unit', code }))
const nameOf = ({ shortName }: AudienceUnit) => shortName

const chosenLine = ({ t }: PersonTurn, { chosen }: Units): string[] =>
  chosen.length === 0
    ? []
    : [
        t('announcement.units.chosen', {
          n: chosen.length,
          names: someUnits(chosen.map(nameOf), MOST_NAMES, t),
        }),
      ]
