/** Who gets which weekly digest on a day, in which words: asked of the database, and queued by nobody here. */
import { usedOfPlans } from '../../db/bots/use.ts'
import type { Db, Tx } from '../../db/client.ts'
import { digestFigures } from '../../db/digests/figures.ts'
import { blocksLed, proposalsByPerson } from '../../db/digests/people.ts'
import { staffMembers } from '../../db/people/staff.ts'
import { readReminderFacts } from '../../db/reminders/facts.ts'
import { readSettings } from '../../db/settings.ts'
import type { BotLimits } from '../../domain/bot-limits.ts'
import type { DigestKind } from '../../domain/digests/digest-day.ts'
import type { DigestFigures } from '../../domain/digests/digest-figures.ts'
import { type UnitDigestState, unitDigests } from '../../domain/digests/unit-digest.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { clockTime } from '../../locales/dates.ts'
import type { Translate } from '../../locales/i18n.ts'
import { leaderDigest } from '../../locales/leader-digest.ts'
import { progressChart } from '../../locales/progress-chart.ts'
import { unitDigest } from '../../locales/unit-digest.ts'
import { officeWords } from '../office-words.ts'

/** `leaders` is the one with all figures, `units` each head's own open work; the office may get both. */
export type PlannedDigest = {
  recipient: string
  personId: number
  contactId: number | null
  /** Null for leaders and the office. */
  unit: { id: number; code: string } | null
  /** The open tasks it speaks of. */
  tasks: string[]
  message: OutgoingMessage
}

export type PlannedDigests = {
  digests: PlannedDigest[]
  /** The picture that goes with the one for leaders, as SVG. */
  chart: string | null
}

const WEEK_MS = 7 * 24 * 3_600_000

export async function planDigests(
  db: Db | Tx,
  kind: DigestKind,
  on: Temporal.PlainDate,
  now: Date,
  limits: BotLimits = {},
): Promise<PlannedDigests> {
  const settings = await readSettings(db)
  const t = await officeWords(db, settings)
  const { timezone: timeZone } = settings
  const since = new Date(now.getTime() - WEEK_MS)
  const figures = await digestFigures(db, { today: on, since, timeZone })
  if (!figures) return { digests: [], chart: null }
  const office =
    settings.digest_office === 'both' || settings.digest_office === kind
      ? await staffMembers(db, 'office', on)
      : []
  if (kind === 'units')
    return { digests: await forUnits(db, { on, timeZone, figures, office }, t), chart: null }
  const asOf = clockTime(now, timeZone, settings.language)
  const bots = await usedOfPlans(db, limits)
  const about = { today: on, asOf, graceDays: settings.digest_grace_days, bots }
  const readers = [
    ...(await staffMembers(db, 'leader', on)).map((reader) => ({ ...reader, role: 'leader' as const })),
    ...office.map((reader) => ({ ...reader, role: 'office' as const })),
  ]
  return {
    digests: readers.map(({ name, role, personId, contactId }) => ({
      recipient: name,
      personId,
      contactId,
      unit: null,
      tasks: [],
      message: leaderDigest(figures, { ...about, reader: name, role, personId }, t),
    })),
    chart: progressChart(figures, { asOf, today: on }, t),
  }
}

type ForUnits = {
  on: Temporal.PlainDate
  timeZone: string
  figures: DigestFigures
  office: Awaited<ReturnType<typeof staffMembers>>
}

async function forUnits(
  db: Db | Tx,
  { on, timeZone, figures, office }: ForUnits,
  t: Translate,
): Promise<PlannedDigest[]> {
  const facts = await readReminderFacts(db, { dueFrom: on.subtract({ years: 1 }), inPlaceOn: on, timeZone })
  const [proposals, leads] = [await proposalsByPerson(db, on.year), await blocksLed(db)]
  const blocks = new Map(figures.blocks.map((block) => [block.code, block]))
  const states = unitDigests(facts, on)
  const digests = states.map((state): PlannedDigest => {
    const led = state.units.flatMap(({ id }) => blocks.get(leads.get(id) ?? '') ?? [])
    const content = { ...state, proposals: proposals.get(state.personId) ?? {}, block: led[0] ?? null }
    return {
      recipient: state.recipient,
      personId: state.personId,
      contactId: state.contactId,
      unit: state.units[0] ?? null,
      tasks: [...new Set(state.open.map(({ taskCode }) => taskCode))],
      message: unitDigest({ ...content, today: on }, t),
    }
  })
  const told = office.map(({ personId, contactId, name }) => ({
    recipient: name,
    personId,
    contactId,
    unit: null,
    tasks: [],
    message: { text: officeText(name, states, facts.units.length, t) },
  }))
  return [...digests, ...told]
}

/** What went to the units, for the office that answers for it. */
function officeText(
  name: string,
  states: readonly Omit<UnitDigestState, 'proposals'>[],
  units: number,
  t: Translate,
): string {
  const reached = states.filter(({ contactId }) => contactId !== null)
  const open = new Set(states.flatMap((state) => state.open.map(({ unitId }) => unitId)))
  const written = new Set(reached.flatMap((state) => state.open.map(({ unitId }) => unitId)))
  const text = t('digest.officeUnits', {
    name,
    people: reached.length,
    units: written.size,
    tasks: new Set(reached.flatMap((state) => state.open.map(({ id }) => id))).size,
  })
  const [quiet, missed] = [units - open.size, open.size - written.size]
  return [
    text,
    ...(quiet > 0 ? [t('digest.officeQuiet', { n: quiet })] : []),
    ...(missed > 0 ? [t('digest.officeUnreached', { n: missed })] : []),
  ].join('\n')
}
