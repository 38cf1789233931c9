/** Which unit: by its code, or by a part of its name however it is typed. */
import { type DeskUnit, deskUnits } from '../../../db/answers/unit-desk.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { unitsTyped } from '../../../domain/typed/units.ts'
import { ask } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { showUnit } from './unit-screen.ts'

const MOST_CANDIDATES = 8
const AWAITS_UNIT = { topic: 'desk', question: 'unit', id: 0 }

export async function askUnit(turn: PersonTurn): Promise<void> {
  await ask(turn, { text: turn.t('desk.find.ask'), awaits: AWAITS_UNIT })
}

export async function findUnit(turn: PersonTurn, typed: string): Promise<void> {
  const { t } = turn
  const { found, ambiguous } = unitsTyped(typed, await deskUnits(turn.tx, turn.today))
  const candidates = [...new Set([...found, ...ambiguous.flatMap(({ units }) => units)])]
  const [only, ...more] = candidates
  if (!only) return ask(turn, { text: t('desk.find.none', { typed }), awaits: AWAITS_UNIT })
  if (more.length === 0) return showUnit(turn, only.id)
  const n = candidates.length
  await ask(turn, {
    text: t(n > MOST_CANDIDATES ? 'desk.find.many' : 'desk.find.several', { typed, n }),
    choices: candidates.slice(0, MOST_CANDIDATES).map((unit) => [candidate(unit)]),
    awaits: AWAITS_UNIT,
  })
}

const candidate = ({ id, code, shortName }: DeskUnit) => ({
  label: `${shortName} (${code})`,
  value: topicValue('desk', 'show', id),
})
