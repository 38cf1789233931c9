/** Keeps who did what with an announcement, and tells a second person who was first. */
import { lastAct } from '../../../db/announcements/acts.ts'
import { type AuditEntry, audit } from '../../../db/audit.ts'
import { momentText } from '../../../locales/announcement-message.ts'
import type { PersonTurn } from '../../turn.ts'

export type Act = 'queued' | 'scheduled' | 'stopped' | 'sent_again' | 'changed' | 'withdrawn' | 'cancelled'

export const record = (
  { tx, person, now }: PersonTurn,
  id: number,
  act: Act,
  facts: AuditEntry['facts'] = {},
): Promise<void> =>
  audit(tx, {
    personId: person.id,
    through: 'chat',
    action: `announcement.${act}`,
    subject: `announcement:${id}`,
    facts,
    at: now,
  })

/** A sentence, with who did this last and when; without, when it was no person's doing. */
export async function saidWithWho(turn: PersonTurn, id: number, act: Act, sentence: string): Promise<string> {
  const last = await lastAct(turn.tx, `announcement.${act}`, `announcement:${id}`)
  if (!last) return sentence
  const by = turn.t('announcement.done.by', { name: last.name, time: momentText(last.at, turn) })
  return `${sentence} ${by}`
}
