/** `erase`: removes what is kept about one of our people, or about a nominee, and tells how much of what it removed. */
import type { Db, Tx } from '../../db/client.ts'
import { eraseExemplar, isProposal } from '../../db/forgetting/erase-exemplar.ts'
import { erasePerson, isAnything } from '../../db/forgetting/erase-person.ts'
import { readOffice } from '../../db/office.ts'
import { readSettings } from '../../db/settings.ts'
import { tryOut } from '../../db/try-out.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { exemplarCode } from '../../domain/exemplars/exemplar.ts'
import { officeTranslator } from '../../locales/i18n.ts'
import { describe, personKept } from '../named/person-kept.ts'

type Order = {
  phone?: string
  /** Where a number is shared, or no longer kept. */
  name?: string
  /** A proposal's code, such as G12. */
  exemplar?: string
  /** Tells what would be removed, and removes nothing. */
  dryRun: boolean
  /** Whoever calls has seen whom it is about, or does not mind. */
  yes: boolean
  /** Asks a person; false where nobody is there. */
  confirm?: (question: string) => Promise<boolean>
  today: Temporal.PlainDate
  now: Date
}

type Erased = {
  /** How many of each kind. */
  removed: Record<string, number>
  /** What stays, and why. */
  stays: string[]
}

/** Nothing that was counted in a summary counts less afterwards. */
export async function erase(db: Db, order: Order): Promise<Outcome> {
  const meant = await subjectOf(db, order)
  const trial = await tryOut(db, meant.erase)
  if (!isAnything(trial.removed)) return told(meant.whom, trial, 'Nothing is left to erase.')
  if (order.dryRun) return told(meant.whom, trial, 'Nothing was erased: this was a dry run.')
  const question = [...linesOf(meant.whom, trial), 'Erase it for good?'].join('\n')
  if (!order.yes && !(await order.confirm?.(question))) return unconfirmed(meant.whom, trial)
  return told(meant.whom, await db.transaction(meant.erase), 'Erased.')
}

type Subject = { whom: string; erase(tx: Tx): Promise<Erased> }

async function subjectOf(db: Db, order: Order): Promise<Subject> {
  const { phone, name, exemplar } = order
  const isPerson = phone !== undefined || name !== undefined
  if (isPerson === (exemplar !== undefined)) {
    throw new CommandError(
      'bad_usage',
      'Say whose data it is.',
      'Write --phone "0912 345 678" for one of our people, or --exemplar G12 for a nominee.',
    )
  }
  return exemplar === undefined ? personMeant(db, order) : exemplarMeant(db, exemplar, order)
}

async function personMeant(db: Db, { phone, name, today, now }: Order): Promise<Subject> {
  const person = await db.transaction((tx) => personKept(tx, { phone, name }, today))
  const settings = await readSettings(db)
  const nameless = officeTranslator(settings, await readOffice(db, settings))('data.nameless')
  const stays = ['What they reported for their unit stays: it is the unit’s work.']
  if (person.posts.length > 0)
    stays.push(
      'Name and phone stay as long as they hold a post: end it with the list of units, then erase again.',
    )
  return {
    whom: describe(person),
    async erase(tx) {
      const by = { personId: null, through: 'command' as const, now }
      return { removed: await erasePerson(tx, person.id, { ...by, today, nameless }), stays }
    },
  }
}

async function exemplarMeant(db: Db, code: string, { now }: Order): Promise<Subject> {
  const id = Number(/^g?(\d{1,15})$/i.exec(code.trim())?.[1] ?? 0)
  if (!(await isProposal(db, id))) {
    throw new CommandError(
      'no_such_exemplar',
      `There is no proposal ${code}.`,
      'Write its code, such as G12.',
    )
  }
  return {
    whom: `Proposal ${exemplarCode(id)}`,
    async erase(tx) {
      const removed = await eraseExemplar(tx, id, { personId: null, through: 'command', now })
      const stays = ['Its place in the counts stays, without a name.']
      return { removed: removed ?? {}, stays: removed ? stays : [] }
    },
  }
}

function linesOf(whom: string, { removed, stays }: Erased): string[] {
  const counts = Object.entries(removed).flatMap(([kind, n]) => (n > 0 ? `  ${kind}: ${n}` : []))
  return [whom, ...counts, ...stays]
}

const told = (whom: string, erased: Erased, end: string): Outcome => ({
  json: erased,
  lines: [...linesOf(whom, erased), end],
})

function unconfirmed(whom: string, erased: Erased): Outcome {
  const message = 'Nothing was erased, for nobody has agreed to it.'
  const mend = 'Call it again with --yes, or at a terminal and answer y.'
  return {
    refused: true,
    json: { ...erased, error: { code: 'not_confirmed', message, mend } },
    lines: [...linesOf(whom, erased), message, mend],
  }
}
