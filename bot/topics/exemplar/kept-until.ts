/** How long what was begun is kept. */
import type { Proposal } from '../../../db/exemplars/exemplars.ts'
import { officeDay } from '../../../domain/office-day.ts'
import type { PersonTurn } from '../../turn.ts'

/** The last day of a draft; one that waits for the nominee's word lasts as long as their link. */
export function keptUntil(
  { settings }: Pick<PersonTurn, 'settings'>,
  { changedAt, awaitsNominee }: Proposal,
): Temporal.PlainDate {
  const days = awaitsNominee ? settings.consent_link_days : settings.draft_days
  return officeDay(changedAt, settings.timezone).add({ days })
}
