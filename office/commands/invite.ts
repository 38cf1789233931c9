/** `invite`: a one-time link and a code for a unit's head or somebody else of it, for staff, or for every head. */
import type { Db, Tx } from '../../db/client.ts'
import { readOffice } from '../../db/office.ts'
import { joinedPeople, unitsWithHeads } from '../../db/people/invitees.ts'
import type { LivePost } from '../../db/people/live-posts.ts'
import { readSettings } from '../../db/settings.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { type CodeBots, fullLines } from '../invitations/code-bots.ts'
import { colleagueOf, headOf, staffNamed } from '../invitations/invitees-named.ts'
import { invitationLines, invitationsJson, makeInvitations } from '../invitations/made.ts'
import { writeInvitationSheet } from '../invitations/sheet.ts'
import { platformNamed } from '../named/platform.ts'

export type InviteRequest = {
  /** The code of a unit: its head, or with `post` and `name` somebody else of it. */
  unit?: string
  post?: string
  name?: string
  phone?: string
  /** The name of somebody of the office. */
  staff?: string
  /** Every head who has not joined. */
  all?: boolean
  /** With `all`: every head who cannot be reached on this platform, wherever else they have joined. */
  channel?: string
  /** With `all`: the path of the sheet to hand out, without its ending. */
  sheet?: string
  botUserNames: string[]
  codeBots?: CodeBots
  now: Date
  today: Temporal.PlainDate
}

/** Makes the invitations; earlier ones of the same posts work no more. */
export async function invite(db: Db, request: InviteRequest): Promise<Outcome> {
  const { unit, staff, all = false } = request
  if ([unit !== undefined, staff !== undefined, all].filter(Boolean).length !== 1) {
    throw new CommandError(
      'bad_usage',
      'It is not clear whom to invite.',
      'Give one of --unit CODE, --staff NAME and --all.',
    )
  }
  if (request.channel !== undefined && !all) {
    throw new CommandError(
      'bad_usage',
      '--channel chooses among all heads.',
      'Give it with --all, or leave it out: an invitation works on every platform.',
    )
  }
  return all ? inviteAll(db, request) : inviteOne(db, request)
}

async function inviteOne(db: Db, request: InviteRequest): Promise<Outcome> {
  const settings = await readSettings(db)
  const made = await db.transaction(async (tx) =>
    makeInvitations(tx, [await inviteeOf(tx, request)], { ...request, settings }),
  )
  const lines = [...made.flatMap(invitationLines), ...fullLines(made, request.codeBots)]
  return { json: { invitations: invitationsJson(made) }, lines }
}

async function inviteeOf(tx: Tx, request: InviteRequest): Promise<LivePost> {
  const { unit, staff = '', post, name, phone, today } = request
  if (unit === undefined) return staffNamed(tx, staff, phone, today)
  if (post !== undefined && name !== undefined) return colleagueOf(tx, unit, { post, name, phone }, today)
  if (post === undefined && name === undefined && phone === undefined) return headOf(tx, unit, today)
  throw new CommandError(
    'bad_usage',
    'To invite somebody other than the head, both the post and the name are needed.',
    'Give --post deputy or --post clerk, and --name "…".',
  )
}

async function inviteAll(db: Db, request: InviteRequest): Promise<Outcome> {
  const { sheet, today } = request
  const channel = request.channel === undefined ? undefined : platformNamed(request.channel)
  const settings = await readSettings(db)
  const office = await readOffice(db, settings)
  return db.transaction(async (tx) => {
    const all = await unitsWithHeads(tx, today)
    const heads = all.flatMap(({ head }) => head ?? [])
    const joined = await joinedPeople(
      tx,
      heads.map(({ personId }) => personId),
      channel,
    )
    const missing = heads.filter(({ personId }) => !joined.has(personId))
    const made = await makeInvitations(tx, missing, { ...request, settings })
    // Inside the transaction: if it cannot be written, the invitations on the last sheet stay good.
    const written =
      sheet !== undefined && made.length > 0
        ? await writeInvitationSheet(sheet, made, { office, settings, botUserName: request.botUserNames[0] })
        : null
    const vacant = all.filter(({ head }) => head === null).map(({ code }) => code)
    const replaced = made.filter(({ replacesOpen }) => replacesOpen).length
    return {
      json: {
        invitations: invitationsJson(made),
        joined: heads.length - missing.length,
        vacant,
        sheet: written,
      },
      lines: [
        `Invited: ${made.length}. Joined${channel ? ` ${channel}` : ''} already: ${heads.length - missing.length}.`,
        ...(vacant.length > 0 ? [`No head to invite: ${vacant.join(', ')}.`] : []),
        ...(replaced > 0 ? [`The earlier links and codes of ${replaced} of them work no more.`] : []),
        ...(written
          ? [`To print and hand out: ${written.html}. The same as a table: ${written.csv}.`]
          : made.flatMap(invitationLines)),
        ...fullLines(made, request.codeBots),
      ],
    }
  })
}
