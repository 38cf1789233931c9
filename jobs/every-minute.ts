/** What is looked at each minute, one thing after the other; a trouble with one is no trouble for the rest. */

import { nudgeAnnouncements } from './announcements/nudge-announcements.ts'
import { sendAnnouncements } from './announcements/send-announcements.ts'
import { leaveGoneBots } from './bots/leave-gone-bots.ts'
import { watchBots } from './bots/watch-bots.ts'
import { sendDigests } from './digests/send-digests.ts'
import type { Minute } from './minute.ts'
import { prune } from './prune.ts'
import { tick as remind } from './reminders/send-reminders.ts'
import { tryOtherChat } from './reminders/try-other-chat.ts'
import { tellOfficeOfNotes } from './tell-office-of-notes.ts'

/** Each asks the database what is due and does it once, whoever asks, however often. */
const JOBS: Record<string, (minute: Minute) => Promise<void>> = {
  // First: whoever is written to below is written to where they are reached.
  goneBots: leaveGoneBots,
  announcements: sendAnnouncements,
  nudges: nudgeAnnouncements,
  remind,
  notes: tellOfficeOfNotes,
  digest: sendDigests,
  otherChat: tryOtherChat,
  bots: watchBots,
  prune,
}

export async function everyMinute(minute: Minute): Promise<void> {
  for (const [job, run] of Object.entries(JOBS)) {
    await run(minute).catch((error: unknown) => minute.log('job_failed', { job, error }))
  }
}
