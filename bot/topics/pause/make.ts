/** Makes the pause that was previewed, and where the office wants it tells the units. */
import { reachOf } from '../../../db/announcements/audience.ts'
import { audit } from '../../../db/audit.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { makePause } from '../../../db/reminders/pauses.ts'
import { decideAlone } from '../../../db/reminders/reminders.ts'
import { shortDay, weekdayAndDay } from '../../../locales/dates.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { because, type DatedDraft, type Effect, effectOf } from './draft.ts'
import { goOn } from './next.ts'
import { previewed } from './preview.ts'
import { endChoice } from './running.ts'

/** `shown` is what the button's preview said; what has changed since is shown first. */
export async function make(
  turn: PersonTurn,
  draft: DatedDraft,
  shown: string,
  tells: boolean,
): Promise<void> {
  const { tx, t, now, today, person } = turn
  // No reminder is planned meanwhile, and a colleague's pause has moved its due dates before ours are counted.
  await decideAlone(tx)
  const effect = await effectOf(turn, draft)
  if (effect.units.length === 0 || previewed(draft, effect) !== shown) return goOn(turn, draft)
  const newDue = draft.newDue === 'stay' || effect.due.length === 0 ? null : draft.newDue
  const id = await makePause(tx, {
    unitIds: effect.units.map((unit) => unit.id),
    from: today,
    until: draft.until,
    reason: draft.reason || null,
    newDue,
    madeBy: person.id,
    now,
  })
  const told = tells ? await tellUnits(turn, id, draft, { ...effect, newDue }) : 0
  await audit(tx, {
    personId: person.id,
    through: 'chat',
    action: 'pause.made',
    subject: `pause:${id}`,
    facts: {
      units: effect.units.length,
      until: draft.until.toString(),
      due_moved: newDue ? effect.due.length : 0,
      due_moved_to: newDue?.toString() ?? null,
      told,
    },
    at: now,
  })
  await askInPlace(turn, {
    text: [
      t('pause.made.head', { n: effect.units.length, until: weekdayAndDay(draft.until, t) }),
      ...(newDue ? [t('pause.made.moved', { n: effect.due.length, day: shortDay(newDue) })] : []),
      ...(tells ? [t('pause.made.told', { n: told })] : []),
    ].join(' '),
    choices: [[endChoice(turn, id)]],
  })
}

/** One message each, however many of the units somebody answers for. Returns to how many people. */
async function tellUnits(
  turn: PersonTurn,
  id: number,
  { reason, until }: DatedDraft,
  { units, due, newDue }: Effect & { newDue: Temporal.PlainDate | null },
): Promise<number> {
  const { tx, t, now, today } = turn
  const moved = new Set(newDue ? due.map(({ unitId }) => unitId) : [])
  const ids = units.map((unit) => unit.id)
  const posts = (await reachOf(tx, ids, today)).flatMap((unit) =>
    unit.holders.map((holder) => ({ ...holder, unitId: unit.id })),
  )
  const people = Map.groupBy(
    posts.filter(({ contactId }) => contactId !== null),
    ({ personId }) => personId,
  )
  for (const [personId, held] of people) {
    const hasMoved = held.some(({ unitId }) => moved.has(unitId))
    const text = [
      t('pause.told.head', { because: because(turn, reason), until: weekdayAndDay(until, t) }),
      hasMoved && newDue ? t('pause.told.moved', { day: weekdayAndDay(newDue, t) }) : t('pause.told.stays'),
      t('pause.told.help'),
    ].join(' ')
    const to = { contactId: held[0]?.contactId ?? null, personId, unitId: held[0]?.unitId }
    await enqueue(tx, { key: `pause:${id}:${personId}`, kind: 'announcement', ...to, message: { text }, now })
  }
  return people.size
}
