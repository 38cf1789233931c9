/** Puts the weekly digests into the outbox, each once a person and day. */
import { hash } from 'node:crypto'
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db } from '../../db/client.ts'
import { keepMedia } from '../../db/messages/media.ts'
import { enqueue, sentAs } from '../../db/messages/outbox.ts'
import { decideAlone } from '../../db/reminders/reminders.ts'
import { readSettings, type Settings } from '../../db/settings.ts'
import type { BotLimits } from '../../domain/bot-limits.ts'
import { DIGEST_KINDS, type DigestKind, isDigestDay, MOVE_OF } from '../../domain/digests/digest-day.ts'
import { officeDay } from '../../domain/office-day.ts'
import { drawPng } from '../../locales/draw-png.ts'
import type { Minute } from '../minute.ts'
import { type PlannedDigest, planDigests } from './plan-digests.ts'

/** Each kind's day of the week and hour, and which way it moves off a free day. */
export const scheduleOf = (kind: DigestKind, settings: Settings) => {
  const [weekday, time] = kind === 'leaders' ? settings.digest_leaders : settings.digest_units
  return { weekday, time, move: MOVE_OF[kind] }
}

export type DigestOrder = { on: Temporal.PlainDate; now: Date; notBefore: Date; limits?: BotLimits }

/** Queues one kind for a day; what was queued before is not queued again. All of it, or nothing. */
export function queueDigests(
  db: Db,
  kind: DigestKind,
  { on, now, notBefore, limits }: DigestOrder,
): Promise<PlannedDigest[]> {
  return db.transaction(async (tx) => {
    await decideAlone(tx)
    const { digests, chart } = await planDigests(tx, kind, on, now, limits)
    const fresh: PlannedDigest[] = []
    for (const digest of digests) {
      if (!(await sentAs(tx, keyOf(kind, digest, on)))) fresh.push(digest)
    }
    const picture = chart === null || fresh.length === 0 ? null : drawPng(chart)
    const media =
      picture &&
      (await keepMedia(tx, { ...picture, sha256: hash('sha256', picture.bytes), contentType: 'image/png' }))
    for (const { message, contactId, personId, unit, ...digest } of fresh) {
      await enqueue(tx, {
        key: keyOf(kind, { personId, ...digest }, on),
        kind: 'digest',
        contactId,
        personId,
        unitId: unit?.id,
        message: media === null ? message : { ...message, files: [{ media, name: `${on}.png` }] },
        notBefore,
        now,
      })
    }
    return fresh
  })
}

const keyOf = (kind: DigestKind, { personId }: Pick<PlannedDigest, 'personId'>, on: Temporal.PlainDate) =>
  `digest:${kind}:${personId}:${on}`

/** On its day, from its hour on: a service that was down at that hour sends it later the same day. */
export async function sendDigests({ db, clock, log, limits }: Minute): Promise<void> {
  const now = clock()
  const settings = await readSettings(db)
  const on = officeDay(now, settings.timezone)
  const calendar = await readCalendar(db)
  for (const kind of DIGEST_KINDS) {
    const { weekday, time, move } = scheduleOf(kind, settings)
    const hour = on.toZonedDateTime({ timeZone: settings.timezone, plainTime: time }).epochMilliseconds
    if (!isDigestDay(calendar, on, weekday, move) || now.getTime() < hour) continue
    if (lastQueued.get(db)?.[kind] === on.toString()) continue
    const queued = await queueDigests(db, kind, { on, now, notBefore: now, limits })
    lastQueued.set(db, { ...lastQueued.get(db), [kind]: on.toString() })
    if (queued.length > 0) log('digests_queued', { kind, day: on.toString(), messages: queued.length })
  }
}

/** For which day each kind was looked at: once is enough, and a restart looks again without harm. */
const lastQueued = new WeakMap<Db, Partial<Record<DigestKind, string>>>()
