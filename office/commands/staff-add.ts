/** `staff add`: somebody of the office, or a leader, and their invitation. */
import type { Db } from '../../db/client.ts'
import { holdPost } from '../../db/people/invitees.ts'
import { readSettings } from '../../db/settings.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { type CodeBots, fullLines } from '../invitations/code-bots.ts'
import { invitationLines, invitationsJson, makeInvitations } from '../invitations/made.ts'
import { readPerson } from '../named/person.ts'

export type StaffRequest = {
  name: string
  role: string
  phone?: string
  botUserNames: string[]
  codeBots?: CodeBots
  now: Date
  today: Temporal.PlainDate
}

/** Somebody who is there already is invited anew. */
export async function staffAdd(db: Db, request: StaffRequest): Promise<Outcome> {
  const { role, botUserNames, codeBots, now, today } = request
  if (role !== 'office' && role !== 'leader') {
    throw new CommandError('bad_role', `"${role}" is no role.`, 'Write --role office or --role leader.')
  }
  const person = readPerson(request.name, request.phone)
  const settings = await readSettings(db)
  const made = await db.transaction(async (tx) => {
    const post = await holdPost(tx, { ...person, role, unitId: null, today })
    return makeInvitations(tx, [post], { botUserNames, codeBots, settings, now })
  })
  const lines = [...made.flatMap(invitationLines), ...fullLines(made, codeBots)]
  return { json: { invitations: invitationsJson(made) }, lines }
}
