/** Puts an announcement's messages into the outbox: to all, again to those it did not reach, and changes of it. */
import { sql } from 'drizzle-orm'
import { audienceOf } from '../../domain/announcements/audience.ts'
import { planDeliveries } from '../../domain/announcements/deliveries.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { Tx } from '../client.ts'
import { type Announcement, setAnnouncement } from './announcements.ts'
import { audienceFacts, type ReachedUnit, reachOf } from './audience.ts'
import { countMessages, putMessage, type Round, sentMessages } from './messages.ts'

type When = { today: Temporal.PlainDate; now: Date }

/** To every unit of its audience as that is now. Resolves with these units. */
export async function queueAnnouncement(
  tx: Tx,
  announcement: Announcement,
  message: OutgoingMessage,
  { today, now }: When,
): Promise<ReachedUnit[]> {
  const { units } = audienceOf(announcement.audience, await audienceFacts(tx, today))
  const reached = await reachOf(
    tx,
    units.map(({ id }) => id),
    today,
  )
  await putAll(tx, announcement.id, reached, { round: 'first', suffix: '', message, now })
  await setAnnouncement(tx, announcement.id, { state: 'queued', queuedAt: now })
  return reached
}

/** To the units that it did not reach and in which somebody can be reached now. Resolves with how many. */
export async function queueAgain(
  tx: Tx,
  { id }: Announcement,
  message: OutgoingMessage,
  { today, now }: When,
): Promise<number> {
  const missed = await tx.execute<{ id: number }>(sql`
    select u.id::int from summary.announcement_units s join units u on u.code = s.unit_code
    where s.announcement_id = ${id} and s.state in ('failed', 'unknown', 'cancelled')
      and (u.ended_on is null or u.ended_on > ${today.toString()})`)
  const units = await reachOf(
    tx,
    missed.map((unit) => unit.id),
    today,
  )
  const reached = units.filter(({ reach }) => reach === 'reached')
  if (reached.length === 0) return 0
  await putAll(tx, id, reached, { round: 'again', suffix: `:${await countMessages(tx, id)}`, message, now })
  await setAnnouncement(tx, id, { stoppedAt: null, settledAt: null })
  return reached.length
}

async function putAll(
  tx: Tx,
  announcementId: number,
  units: ReachedUnit[],
  { suffix, ...rest }: { round: Round; suffix: string; message: OutgoingMessage; now: Date },
): Promise<void> {
  await Promise.all(
    planDeliveries(units).map((delivery) => {
      const key = `announcement:${announcementId}:${delivery.personId ?? 0}:${delivery.unitId}${suffix}`
      return putMessage(tx, { announcementId, key, delivery, ...rest })
    }),
  )
}

export type Change = {
  /** Names the change: each message is changed by it once. */
  at: Date
  rounds: Round[]
  /** Only what says something else than these texts: it was under way when the change was made. */
  otherThan?: string[]
  /** The pictures and files that came with it go as well. */
  takesBack?: boolean
  /** What stands there from now on, for somebody who said at a time that they had seen it, or not yet. */
  message(acknowledgedAt: Date | null): OutgoingMessage
  now: Date
}

/** Changes what has arrived, where the platform can; elsewhere the new words follow. Resolves with how many messages. */
export async function changeSent(
  tx: Tx,
  announcementId: number,
  { at, rounds, otherThan, takesBack, message, now }: Change,
): Promise<number> {
  const sent = await sentMessages(tx, announcementId, rounds, otherThan)
  const put = await Promise.all(
    sent.map(({ id, externalId, otherIds, acknowledgedAt, ...to }) =>
      putMessage(tx, {
        announcementId,
        round: 'change',
        key: `announcement-change:${id}:${at.getTime()}`,
        delivery: { ...to, follows: false },
        message: {
          ...message(acknowledgedAt),
          replaces: externalId,
          ...(takesBack && otherIds ? { removes: otherIds } : {}),
        },
        now,
      }),
    ),
  )
  return put.filter(Boolean).length
}
