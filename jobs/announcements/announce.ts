/** The command `announce`: an announcement from the command line, at once or at a time. */

import { addAnnouncement, draftById, setAnnouncement } from '../../db/announcements/announcements.ts'
import { audienceFacts, type ReachedUnit, reachOf } from '../../db/announcements/audience.ts'
import { audit } from '../../db/audit.ts'
import type { Db, Tx } from '../../db/client.ts'
import { readSettings } from '../../db/settings.ts'
import {
  type Audience,
  audienceOf,
  audienceWord,
  audienceWords,
} from '../../domain/announcements/audience.ts'
import { lengthOf, MOST_BODY, MOST_TITLE, tidyBody } from '../../domain/announcements/limits.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { officeDay } from '../../domain/office-day.ts'
import { tidy } from '../../domain/vietnamese.ts'
import { queueNow } from './queue-announcement.ts'

export type AnnounceOrder = {
  title: string
  text: string
  /** As domain/announcements/audience.ts reads it. */
  to: string
  /** `YYYY-MM-DD HH:MM` by the office's clock; left out: at once, at any hour. */
  at?: string
  /** It goes out where others wait because a bot's month is nearly used up. */
  urgent?: boolean
}

/** All or nothing. Throws CommandError for a title, text, audience or time that will not do. */
export async function announce(db: Db, order: AnnounceOrder, now: Date): Promise<Outcome> {
  const title = checked('title', tidy(order.title), MOST_TITLE)
  const body = checked('text', tidyBody(order.text), MOST_BODY)
  return db.transaction(async (tx) => {
    const { timezone } = await readSettings(tx)
    const at = order.at === undefined ? null : momentOf(order.at, timezone, now)
    const today = officeDay(now, timezone)
    const audience = await audienceMeant(tx, order.to, today)
    const words = audience.groups.map(audienceWord)
    const { urgent = false } = order
    const id = await addAnnouncement(tx, { title, body, audience: words, urgent, createdBy: null, now })
    const units = at
      ? await schedule(tx, id, audience, { at, today, now })
      : await queueNow(tx, await draftById(tx, id), 'command', now)
    return outcomeOf(id, units, at, order.at)
  })
}

async function schedule(
  tx: Tx,
  id: number,
  { units }: Audience,
  { at, today, now }: { at: Date; today: Temporal.PlainDate; now: Date },
): Promise<ReachedUnit[]> {
  await setAnnouncement(tx, id, { state: 'scheduled', scheduledAt: at })
  const facts = { units: units.length, at: at.toISOString() }
  const subject = `announcement:${id}`
  await audit(tx, {
    personId: null,
    through: 'command',
    action: 'announcement.scheduled',
    subject,
    facts,
    at: now,
  })
  return reachOf(
    tx,
    units.map((unit) => unit.id),
    today,
  )
}

function checked(what: string, text: string, most: number): string {
  if (text === '') throw new CommandError(`no_${what}`, `The ${what} is empty.`, `Give it as --${what}.`)
  if (lengthOf(text) <= most) return text
  throw new CommandError(
    `${what}_too_long`,
    `The ${what} has ${lengthOf(text)} characters; at most ${most} are allowed.`,
    'Write a shorter one.',
  )
}

async function audienceMeant(tx: Tx, text: string, today: Temporal.PlainDate): Promise<Audience> {
  const audience = audienceOf(audienceWords(text), await audienceFacts(tx, today))
  const mend = 'Write all, block:K1, unit:CODE, unanswered:TASK, or several of them separated by commas.'
  if (audience.unknown.length > 0) {
    throw new CommandError('bad_audience', `Nobody is meant by: ${audience.unknown.join(', ')}.`, mend)
  }
  if (audience.units.length > 0) return audience
  throw new CommandError('empty_audience', `No unit belongs to "${text}" today. Nothing was queued.`, mend)
}

function momentOf(text: string, timeZone: string, now: Date): Date {
  const mend = 'Write the office time as "YYYY-MM-DD HH:MM", for example "2026-12-17 08:00".'
  if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/.test(text.trim())) {
    throw new CommandError('bad_time', `"${text}" is not a time.`, mend)
  }
  try {
    const plain = Temporal.PlainDateTime.from(text.trim().replace(' ', 'T'), { overflow: 'reject' })
    const at = new Date(plain.toZonedDateTime(timeZone).epochMilliseconds)
    if (at > now) return at
  } catch {
    throw new CommandError('bad_time', `"${text}" is not a time.`, mend)
  }
  throw new CommandError(
    'past_time',
    `${text} has passed.`,
    'Give a later time, or leave --at out to send at once.',
  )
}

function outcomeOf(id: number, units: ReachedUnit[], at: Date | null, atText?: string): Outcome {
  const codes = (reach: ReachedUnit['reach']) =>
    units.filter((unit) => unit.reach === reach).map(({ code }) => code)
  const notJoined = codes('not joined')
  const unreachable = codes('unreachable')
  return {
    json: {
      announcement_id: id,
      recipients: units.length,
      not_joined: notJoined,
      unreachable,
      scheduled_at: at,
    },
    lines: [
      `Announcement ${id} ${at ? `goes out at ${atText}` : 'is queued'} for ${units.length} unit(s).`,
      ...(notJoined.length > 0 ? [`Not joined, so they do not get it: ${notJoined.join(', ')}.`] : []),
      ...(unreachable.length > 0 ? [`Cannot be reached now: ${unreachable.join(', ')}.`] : []),
    ],
  }
}
