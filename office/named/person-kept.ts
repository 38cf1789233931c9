/** Whom the office means by a phone number or a name, among everybody we know: people without a post too. */
import type { Tx } from '../../db/client.ts'
import { type PersonKept, peopleKept } from '../../db/people/people.ts'
import { CommandError } from '../../domain/command.ts'
import { normalisePhone, showPhone } from '../../domain/phone.ts'
import { fold } from '../../domain/vietnamese.ts'

/** Exactly one person; throws a CommandError when there is none, or when it may be several. */
export async function personKept(
  tx: Tx,
  said: { phone?: string; name?: string },
  today: Temporal.PlainDate,
): Promise<PersonKept> {
  const phone = said.phone === undefined ? undefined : phoneOf(said.phone)
  const found = (await peopleKept(tx, phone, today)).filter(
    (person) => said.name === undefined || fold(person.name) === fold(said.name),
  )
  const [person, ...others] = found
  const whom = [said.name, phone && showPhone(phone)].filter(Boolean).join(', ')
  if (!person) {
    throw new CommandError(
      'no_such_person',
      `Nobody is kept here as ${whom}.`,
      'If the number was erased before, nothing is left of it; or name the person: --name "Full Name".',
    )
  }
  if (others.length > 0) {
    throw new CommandError(
      'several_people',
      `Several people are kept as ${whom}: ${found.map(describe).join('; ')}.`,
      'Say which one, with --phone and --name together.',
    )
  }
  return person
}

function phoneOf(text: string): string {
  const phone = normalisePhone(text)?.phone
  if (phone) return phone
  throw new CommandError(
    'bad_phone',
    `"${text}" is no Vietnamese phone number.`,
    'Write ten digits for a mobile, such as "0912 345 678", or eleven for a landline.',
  )
}

/** "Nguyễn Thị Hương Giang, 0900 000 025 (head of MN01)" */
export function describe({ name, phone, posts }: PersonKept): string {
  const held = posts.map(({ role, unitCode }) => (unitCode ? `${role} of ${unitCode}` : role)).join(', ')
  return `${[name, phone && showPhone(phone)].filter(Boolean).join(', ')} (${held || 'no post'})`
}
