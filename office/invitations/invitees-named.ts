/** Whom an invitation is for, as the command line names them; an unknown name gets the near ones. */
import type { Tx } from '../../db/client.ts'
import { holdPost, staffPosts, type UnitWithHead, unitsWithHeads } from '../../db/people/invitees.ts'
import type { LivePost } from '../../db/people/live-posts.ts'
import { CommandError } from '../../domain/command.ts'
import { normalisePhone } from '../../domain/phone.ts'
import { nearWords } from '../../domain/replies/near-words.ts'
import { fold } from '../../domain/vietnamese.ts'
import { readPerson } from '../named/person.ts'

/** The head of a unit. */
export async function headOf(tx: Tx, code: string, today: Temporal.PlainDate): Promise<LivePost> {
  const { head, code: known } = await unitCoded(tx, code, today)
  if (head) return head
  throw new CommandError(
    'no_head',
    `The unit ${known} has no head.`,
    'Name one in the list of units and import it, or invite somebody else with --post and --name.',
  )
}

/** A deputy or clerk of a unit, added where they are not there yet. */
export async function colleagueOf(
  tx: Tx,
  code: string,
  { post, name, phone }: { post: string; name: string; phone?: string },
  today: Temporal.PlainDate,
): Promise<LivePost> {
  if (post !== 'deputy' && post !== 'clerk') {
    const mend = 'Write --post deputy or --post clerk. The head comes with the list of units.'
    throw new CommandError('bad_post', `"${post}" is no post that can be added.`, mend)
  }
  const { id } = await unitCoded(tx, code, today)
  return holdPost(tx, { ...readPerson(name, phone), role: post, unitId: id, today })
}

/** Somebody of the office, or a leader; of two with one name, the one with that phone. */
export async function staffNamed(
  tx: Tx,
  name: string,
  phone: string | undefined,
  today: Temporal.PlainDate,
): Promise<LivePost> {
  const all = await staffPosts(tx, today)
  const number = phone === undefined ? undefined : normalisePhone(phone)?.phone
  const named = all.filter((post) => fold(post.person) === fold(name))
  const meant = named.filter((post) => number === undefined || post.phone === number)
  const [found] = meant
  if (new Set(meant.map(({ personId }) => personId)).size > 1) {
    const mend = 'Add --phone with the number of the one you mean.'
    throw new CommandError('several_people', `More than one person is called ${name}.`, mend)
  }
  if (found) return found
  const near = nearWords(
    name,
    all.map(({ person }) => person),
  )
  throw new CommandError(
    'no_such_person',
    `Nobody of the office is called ${name}${number ? ' and has that phone' : ''}.`,
    `${didYouMean(near)}Somebody new is added with: npx dondoc staff add --name "${name}" --role office`,
  )
}

async function unitCoded(tx: Tx, code: string, today: Temporal.PlainDate): Promise<UnitWithHead> {
  const all = await unitsWithHeads(tx, today)
  const found = all.find((unit) => fold(unit.code) === fold(code))
  if (found) return found
  const codes = all.map((unit) => unit.code)
  throw new CommandError(
    'no_such_unit',
    `No unit has the code ${code}.`,
    codes.length === 0
      ? 'No unit is known yet. Import the list: npx dondoc units import FILE'
      : `${didYouMean(nearWords(code, codes))}The codes stand in the first column of the list of units.`,
  )
}

const didYouMean = (near: string[]): string => (near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : '')
