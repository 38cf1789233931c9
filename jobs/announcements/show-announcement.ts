/** One look at an announcement on its way: what changed meanwhile is made true, and whoever sent it is shown how it fares. */

import { type Announcement, lockUnsettled, setAnnouncement } from '../../db/announcements/announcements.ts'
import { announcementFigures, announcementPace, unitFigures } from '../../db/announcements/figures.ts'
import { followMessages, holdBack } from '../../db/announcements/messages.ts'
import { editsInPlace, type LastShown, lastShown, show } from '../../db/announcements/progress.ts'
import { changeSent } from '../../db/announcements/rounds.ts'
import type { Tx } from '../../db/client.ts'
import { reword } from '../../db/messages/outbox.ts'
import { staffMembers } from '../../db/people/staff.ts'
import { readSettings, type Settings } from '../../db/settings.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { officeDay } from '../../domain/office-day.ts'
import { announcementMessage, type Voice, withdrawnMessage } from '../../locales/announcement-message.ts'
import { sendingMessage, settledMessage } from '../../locales/announcement-progress.ts'
import { officeWords } from '../office-words.ts'

/** At first people watch; then a look now and then is enough. */
const OFTEN_FOR_MS = 10_000
const OFTEN_MS = 1_000
const SELDOM_MS = 3_000

export type Look = {
  /** Something was put into the outbox. */
  queued: boolean
  /** It is over: the message that was shown, and the one that took its place. */
  settled?: { personId: number | null; before: OutgoingMessage | null; after: OutgoingMessage }
}

/** In one transaction. Nothing to do when it is settled, or in somebody else's hand. */
export async function lookAt(tx: Tx, id: number, now: Date): Promise<Look> {
  const announcement = await lockUnsettled(tx, id, now)
  if (!announcement) return { queued: false }
  const settings = await readSettings(tx)
  const voice = { settings, t: await officeWords(tx, settings) }
  await followMessages(tx, id)
  const mended = await mend(tx, announcement, voice, now)
  const [figures] = await announcementFigures(tx, [id])
  if (!figures) return { queued: mended }

  const pace = await announcementPace(tx, id, now)
  const isOver = pace.waiting === 0
  const message = isOver
    ? settledMessage(figures, await unitFigures(tx, id), voice.t)
    : sendingMessage(figures, pace, voice.t)
  const last = await lastShown(tx, id)
  // What is under way has no id yet that could be edited.
  if (last?.state === 'sending') return { queued: mended }
  if (announcement.settledAt && isOver) return showConfirmed(tx, announcement, last, message, settings, now)
  const isNews = isOver
    ? last?.message.text !== message.text
    : isWorthShowing(announcement, last, message, now)
  const queued = isNews && (await showNext(tx, announcement, last, message, settings, now))
  if (!isOver) return { queued: queued || mended }
  await setAnnouncement(tx, id, { settledAt: now })
  return {
    queued: queued || mended,
    settled: { personId: last?.personId ?? null, before: last?.message ?? null, after: message },
  }
}

/** Units confirmed it after the end was shown: the figures change in their place, where they can; nobody gets another message. */
async function showConfirmed(
  tx: Tx,
  announcement: Announcement,
  last: LastShown | null,
  message: OutgoingMessage,
  settings: Settings,
  now: Date,
): Promise<Look> {
  const isNews = last !== null && last.message.text !== message.text && (await standsToEdit(tx, last))
  // Looked at again in a moment.
  if (isNews && now.getTime() - last.queuedAt.getTime() < OFTEN_MS) return { queued: false }
  if (isNews) await showNext(tx, announcement, last, message, settings, now)
  await setAnnouncement(tx, announcement.id, { settledAt: now })
  return { queued: isNews }
}

/** What was edited once can be again; of what was not, the chat's earlier messages tell. */
async function standsToEdit(tx: Tx, { state, contactId, externalId, message }: LastShown): Promise<boolean> {
  if (state !== 'sent' || contactId === null) return false
  return message.replaces ? message.replaces === externalId : editsInPlace(tx, contactId)
}

/** What was under way when the office stopped, changed or withdrew it follows now. */
async function mend(tx: Tx, announcement: Announcement, voice: Voice, now: Date): Promise<boolean> {
  const { id, title, body, urgent, state, queuedAt, stoppedAt, editedAt, withdrawnAt } = announcement
  if (stoppedAt || withdrawnAt) await holdBack(tx, id)
  if (state === 'withdrawn' && withdrawnAt) {
    const message = withdrawnMessage(title ?? '', withdrawnAt, voice)
    const rounds = ['first', 'again', 'nudge'] as const
    return (
      (await changeSent(tx, id, {
        at: withdrawnAt,
        rounds: [...rounds],
        takesBack: true,
        message: () => message,
        now,
      })) > 0
    )
  }
  if (!editedAt) return false
  const text = { id, title: title ?? '', body: body ?? '', urgent, sentAt: queuedAt ?? now }
  const message = (acknowledgedAt: Date | null) =>
    announcementMessage({ ...text, editedAt }, voice, { acknowledgedAt })
  // Whoever had not got the earlier words yet got these at once.
  const otherThan = [message(null), announcementMessage(text, voice)].map((one) => one.text)
  return (await changeSent(tx, id, { at: editedAt, rounds: ['first', 'again'], otherThan, message, now })) > 0
}

function isWorthShowing(
  { queuedAt }: Announcement,
  last: LastShown | null,
  message: OutgoingMessage,
  now: Date,
): boolean {
  if (!last) return true
  // An edit that became a message of its own: where nothing can be edited, the beginning and the end are enough.
  if (last.state === 'sent' && last.message.replaces && last.message.replaces !== last.externalId)
    return false
  const age = now.getTime() - (queuedAt ?? now).getTime()
  const rest = age < OFTEN_FOR_MS ? OFTEN_MS : SELDOM_MS
  return countsIn(last.message) !== countsIn(message) && now.getTime() - last.queuedAt.getTime() >= rest
}

/** Without the pace, which never stands still. */
const countsIn = ({ text }: OutgoingMessage) => text.split('\n', 3).join('\n')

/** False when there is nobody to show it to. */
async function showNext(
  tx: Tx,
  { id, createdBy }: Announcement,
  last: LastShown | null,
  message: OutgoingMessage,
  { timezone }: Settings,
  now: Date,
): Promise<boolean> {
  if (last?.state === 'waiting') return reword(tx, last.id, { ...message, replaces: last.message.replaces })
  if (last?.contactId && last.externalId) {
    const { personId, contactId, externalId } = last
    await show(tx, id, { contactId, personId }, { ...message, replaces: externalId }, now)
    return true
  }
  const writers = last ? [] : await staffMembers(tx, 'office', officeDay(now, timezone))
  const writer = writers.find(({ personId }) => personId === createdBy)
  if (!writer?.contactId) return false
  await show(tx, id, { contactId: writer.contactId, personId: writer.personId }, message, now)
  return true
}
