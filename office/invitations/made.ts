/** Makes invitations and tells of them: a link to press, a code to type, and until when. */
import type { Tx } from '../../db/client.ts'
import { createInvitation } from '../../db/people/invitations.ts'
import type { LivePost } from '../../db/people/live-posts.ts'
import type { Settings } from '../../db/settings.ts'
import { type CodeBot, type CodeBots, codeBotsFor } from './code-bots.ts'

export type HandedOut = LivePost & {
  /** Null while no bot's name is known: the code can be typed all the same. */
  link: string | null
  code: string
  /** The bot to write the code to, where links carry none; null while none is configured, and when all are full. */
  codeBot: CodeBot | null
  expiresAt: Temporal.ZonedDateTime
  /** An earlier link and code of this post stopped working. */
  replacesOpen: boolean
}

export type Inviting = {
  /** The names of the bots whose links carry a code; links name the first. */
  botUserNames: string[]
  codeBots?: CodeBots
  settings: Settings
  now: Date
}

/** One invitation for each post. */
export async function makeInvitations(tx: Tx, posts: LivePost[], inviting: Inviting): Promise<HandedOut[]> {
  const { botUserNames, codeBots, settings, now } = inviting
  const [bot] = botUserNames
  const people = posts.map(({ personId }) => personId)
  const places = codeBots ? await codeBotsFor(tx, people, codeBots, now) : null
  const made: HandedOut[] = []
  for (const post of posts) {
    const days = settings.invitation_days
    const { token, code, expiresAt, replacesOpen } = await createInvitation(tx, {
      postId: post.postId,
      days,
      now,
    })
    made.push({
      ...post,
      link: bot ? `https://t.me/${bot}?start=${token}` : null,
      code,
      codeBot: places?.get(post.personId) ?? null,
      expiresAt: Temporal.Instant.fromEpochMilliseconds(expiresAt.getTime()).toZonedDateTimeISO(
        settings.timezone,
      ),
      replacesOpen,
    })
  }
  return made
}

/** What scripts get. */
export const invitationsJson = (made: HandedOut[]) =>
  made.map(({ unitCode, person, role, link, code, codeBot, expiresAt }) => ({
    unit: unitCode,
    person,
    role,
    link,
    code,
    // Scripts know it by this name, whatever the platform.
    zalo_bot: codeBot?.name ?? null,
    expires_at: timeWithZone(expiresAt),
  }))

/** One invitation to read, and to pass on. */
export function invitationLines({
  unitCode,
  unit,
  person,
  role,
  link,
  code,
  codeBot,
  expiresAt,
  replacesOpen,
}: HandedOut): string[] {
  return [
    [`${person} (${role})`, unit && `${unit} (${unitCode})`].filter(Boolean).join(', '),
    `  link: ${link ?? 'none, since no bot is configured or it does not answer'}`,
    `  code: ${spacedCode(code)}`,
    ...(codeBot ? [`  ${codeBot.channel}: write the code to the bot ${codeBot.name}`] : []),
    `  Works once, until ${timeWithZone(expiresAt)}.`,
    ...(replacesOpen ? ['  The link and the code that were made before work no more.'] : []),
  ]
}

/** "123 456", as a code is read aloud and copied. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** 2026-11-30T09:00:00+07:00 */
const timeWithZone = (moment: Temporal.ZonedDateTime): string =>
  moment.toString({ timeZoneName: 'never', smallestUnit: 'second' })
