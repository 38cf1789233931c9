/** For whom a platform is chosen, as the command line names it; an unknown code or name gets the near ones. */

import type { Tx } from '../../db/client.ts'
import { type ChoiceFor, peopleChosenFor } from '../../db/people/channel-choices.ts'
import { findLivePosts } from '../../db/people/live-posts.ts'
import { knownUnits } from '../../db/plans/units.ts'
import { CommandError } from '../../domain/command.ts'
import { normalisePhone } from '../../domain/phone.ts'
import { nearWords } from '../../domain/replies/near-words.ts'
import { fold } from '../../domain/vietnamese.ts'

export type Whom = { block?: string; unit?: string; person?: string; phone?: string }

/**
 * Everybody when nobody is named. Throws a CommandError on what is unknown or not clear. A choice is made for people who
 * hold a post, and taken back (`reset`) from those who left, too.
 */
export async function whomMeant(
  tx: Tx,
  whom: Whom,
  { reset, today }: { reset: boolean; today: Temporal.PlainDate },
): Promise<ChoiceFor> {
  const { block, unit, person } = whom
  if ([block, unit, person].filter((each) => each !== undefined).length > 1) {
    throw new CommandError(
      'bad_usage',
      'It is not clear for whom.',
      'Give one of --block CODE, --unit CODE and --person NAME, or none for everybody.',
    )
  }
  if (person !== undefined)
    return {
      scope: 'person',
      subject: personMeant(await peopleToName(tx, person, { reset, today }), person, whom.phone),
    }
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

type Named = { personId: number; person: string; phone: string | null }

/** Of two with one name, a choice can only be taken back from the one who has it. */
async function peopleToName(
  tx: Tx,
  name: string,
  { reset, today }: { reset: boolean; today: Temporal.PlainDate },
): Promise<Named[]> {
  const chosen = reset ? await peopleChosenFor(tx) : []
  const hasIt = chosen.some(({ person }) => fold(person) === fold(name))
  return hasIt ? chosen : findLivePosts(tx, today)
}

/** The id of one of these; of two with one name, the one with that phone. */
function personMeant(people: readonly Named[], name: string, phone: string | undefined): string {
  const number = phone === undefined ? undefined : normalisePhone(phone)?.phone
  const meant = people.filter(
    (one) => fold(one.person) === fold(name) && (number === undefined || one.phone === number),
  )
  const [found, ...others] = new Set(meant.map(({ personId }) => personId))
  if (others.length > 0) {
    const mend = 'Add --phone with the number of the one you mean.'
    throw new CommandError('several_people', `More than one person is called ${name}.`, mend)
  }
  if (found !== undefined) return String(found)
  const names = [...new Set(people.map(({ person }) => person))]
  const near = nearWords(name, names)
  throw new CommandError(
    'no_such_person',
    `Nobody who holds a post is called ${name}${number ? ' and has that phone' : ''}.`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Write the full name, in quotes.',
  )
}
