/** A person as the office names them on the command line. */
import { CommandError } from '../../domain/command.ts'
import { normalisePhone } from '../../domain/phone.ts'
import { tidy } from '../../domain/vietnamese.ts'

/** The name and phone in the forms we keep; throws a CommandError on what is neither. */
export function readPerson(name: string, phone?: string): { name: string; phone: string | null } {
  if (!/\p{L}/u.test(name)) {
    throw new CommandError('bad_name', `"${name}" is no name.`, 'Write the full name, in quotes.')
  }
  const number = phone === undefined ? null : normalisePhone(phone)
  if (phone !== undefined && number === null) {
    throw new CommandError(
      'bad_phone',
      `"${phone}" is no Vietnamese phone number.`,
      'Write ten digits for a mobile, such as "0912 345 678", or eleven for a landline.',
    )
  }
  return { name: tidy(name), phone: number?.phone ?? null }
}
