/** What is looked at each minute, one thing after the other; a trouble with one is no trouble for the rest. */
import type { Minute } from './minute.ts'
import { nudgeAnnouncements } from './nudge-announcements.ts'
import { prune } from './prune.ts'
import { sendAnnouncements } from './send-announcements.ts'
import { sendDigests } from './send-digests.ts'
import { tick as remind } from './send-reminders.ts'
import { tellOfficeOfNotes } from './tell-office-of-notes.ts'
import { tryOtherChat } from './try-other-chat.ts'
import { watchBots } from './watch-bots.ts'

/** Each asks the database what is due and does it once, whoever asks, however often. */
const JOBS: Record<string, (minute: Minute) => Promise<void>> = {
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
