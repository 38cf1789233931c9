/** The pause that a colleague is putting together, kept in the question they were asked last. */
import { audienceFacts } from '../../../db/announcements/audience.ts'
import { dueInPause } from '../../../db/reminders/pauses.ts'
import type { AudienceUnit } from '../../../domain/announcements/audience.ts'
import { unitsToPause } from '../../../domain/reminders/pause.ts'
import {
  type PauseDraft,
  type PauseQuestion,
  pauseQuestion,
  readPauseQuestion,
} from '../../../domain/reminders/pause-draft.ts'
import type { PersonTurn } from '../../turn.ts'

/** Null when they were asked something else since. */
export function draftOf({ asked: { awaits } }: PersonTurn): PauseDraft | null {
  if (awaits?.kind !== 'topic' || awaits.topic !== 'pause') return null
  return readPauseQuestion(awaits.question)?.draft ?? null
}

/** Binds the next words to this question about this draft. */
export const awaiting = (step: PauseQuestion['step'], draft: PauseDraft) => ({
  topic: 'pause',
  question: pauseQuestion({ step, draft }),
  id: 0,
})

export type DatedDraft = PauseDraft & { until: Temporal.PlainDate }

export type Effect = {
  units: AudienceUnit[]
  /** What is open and falls due in the pause. */
  due: { id: number; unitId: number }[]
}

/** What the pause would do as things stand. */
export async function effectOf({ tx, today }: PersonTurn, { until, audience }: DatedDraft): Promise<Effect> {
  const units = unitsToPause(audience, (await audienceFacts(tx, today)).units)
  const unitIds = units.map(({ id }) => id)
  return { units, due: await dueInPause(tx, { unitIds, from: today, until }) }
}

/** " vì bão số 9", or nothing. */
export const because = ({ t }: PersonTurn, reason: string | null): string =>
  reason ? t('pause.because', { reason }) : ''
