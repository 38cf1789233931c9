/** For whom a platform is chosen, as the command line names it; an unknown code or name gets the near ones. */

import type { Tx } from '../../db/client.ts'
import type { ChoiceFor } from '../../db/people/channel-choices.ts'
import { findLivePosts } from '../../db/people/live-posts.ts'
import { knownUnits } from '../../db/plans/units.ts'
import { CommandError } from '../../domain/command.ts'
import { normalisePhone } from '../../domain/phone.ts'
import { nearWords } from '../../domain/replies/near-words.ts'
import { fold } from '../../domain/vietnamese.ts'

export type Whom = { block?: string; unit?: string; person?: string; phone?: string }

/** Everybody when nobody is named. Throws a CommandError on what is unknown or not clear. */
export async function whomMeant(tx: Tx, whom: Whom, today: Temporal.PlainDate): Promise<ChoiceFor> {
  const { block, unit, person } = whom
  if ([block, unit, person].filter((each) => each !== undefined).length > 1) {
    throw new CommandError(
      'bad_usage',
      'It is not clear for whom.',
      'Give one of --block CODE, --unit CODE and --person NAME, or none for everybody.',
    )
  }
  if (person !== undefined)
    return { scope: 'person', subject: await personMeant(tx, person, whom.phone, today) }
  if (block === undefined && unit === undefined) return { scope: 'all', subject: '' }
  const known = await knownUnits(tx)
  return block === undefined
    ? { scope: 'unit', subject: codeMeant('unit', unit ?? '', known.units) }
    : { scope: 'block', subject: codeMeant('block', block, known.blocks) }
}

function codeMeant(what: 'unit' | 'block', typed: string, known: readonly { code: string }[]): string {
  const codes = known.map(({ code }) => code)
  const found = codes.find((code) => fold(code) === fold(typed))
  if (found !== undefined) return found
  const near = nearWords(typed, codes)
  const mend =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `The codes stand in the list of units.`
  throw new CommandError(`no_such_${what}`, `No ${what} has the code ${typed}.`, mend)
}

/** The id of somebody who holds a post; of two with one name, the one with that phone. */
async function personMeant(
  tx: Tx,
  name: string,
  phone: string | undefined,
  today: Temporal.PlainDate,
): Promise<string> {
  const posts = await findLivePosts(tx, today)
  const number = phone === undefined ? undefined : normalisePhone(phone)?.phone
  const meant = posts.filter(
    (post) => fold(post.person) === fold(name) && (number === undefined || post.phone === number),
  )
  const [found, ...others] = new Set(meant.map(({ personId }) => personId))
  if (others.length > 0) {
    const mend = 'Add --phone with the number of the one you mean.'
    throw new CommandError('several_people', `More than one person is called ${name}.`, mend)
  }
  if (found !== undefined) return String(found)
  const names = [...new Set(posts.map(({ person }) => person))]
  const near = nearWords(name, names)
  throw new CommandError(
    'no_such_person',
    `Nobody who holds a post is called ${name}${number ? ' and has that phone' : ''}.`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Write the full name, in quotes.',
  )
}
