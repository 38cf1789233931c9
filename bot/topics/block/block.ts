/** "khối": how the units of their own block stand, for those who answer for the unit that leads it. */
import { type BlockProgress, blocksLedBy } from '../../../db/answers/block-progress.ts'
import { quarterOf } from '../../../domain/quarter.ts'
import { shortDay } from '../../../locales/dates.ts'
import { someUnits } from '../../../locales/some-names.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { sayHelp } from '../../commands.ts'
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'

const MOST_NAMES = 10

export const block: Topic = {
  audience: ['unit'],
  commands: [{ words: ['khoi'], run: showOwnBlock }],
  press: (turn) => turn.say({ text: turn.t('talk.oldButton') }),
}

async function showOwnBlock(turn: PersonTurn): Promise<void> {
  const blocks = await blocksLedBy(turn.tx, turn.person.unitIds, turn.today)
  turn.asked = NOTHING_ASKED
  // To anybody else the word means nothing: no unit is shown how another stands.
  if (blocks.length === 0) return sayHelp(turn)
  await turn.say({ text: blocks.map((one) => blockText(turn, one)).join('\n\n') })
}

function blockText({ t, today }: PersonTurn, { name, tasks }: BlockProgress): string {
  const quarter = t(`opening.quarter.${quarterOf(today)}`)
  if (tasks.length === 0) return t('desk.block.nothing', { name, quarter, year: today.year })
  const lines = tasks.map(({ title, dueOn, done, asked, silent }) => {
    const stands = t('desk.block.task', { title, due: shortDay(dueOn), done, asked })
    const names = someUnits(silent, MOST_NAMES, t)
    return `- ${stands} ${silent.length > 0 ? t('desk.block.silent', { names }) : t('desk.block.allSaid')}`
  })
  return [t('desk.block.head', { name, quarter, year: today.year }), ...lines].join('\n')
}
