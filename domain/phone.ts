/** Vietnamese telephone numbers, however they were typed, in one form to store and one to read. */

type NormalisedPhone = {
  /** Digits only, with the leading 0: ten for a mobile, eleven for a landline. */
  phone: string
  /** Set where we had to guess: worth a second look. */
  note?: 'leading zero restored'
}

/** What people put between the digits, and the invisible marks that come along from a phone's contact list. */
const LAYOUT = /[\s.()\p{Pd}\p{Cf}]/gu

/** A prefix (from abroad or at home), then the number proper: a landline in area 2x, or a mobile. */
const NUMBER = /^((?:\+|00)?840?|0|)(2\d{9}|[35789]\d{8})$/

/** The number in the one form we store, or null where it is no Vietnamese number. */
export function normalisePhone(text: string): NormalisedPhone | null {
  const match = NUMBER.exec(text.replace(LAYOUT, ''))
  if (!match) return null
  const [, prefix, number] = match
  const phone = `0${number}`
  return prefix === '' ? { phone, note: 'leading zero restored' } : { phone }
}

/** A stored number in groups for the eye: 0900 000 101, 0225 3888 101, 024 3888 1010. */
export function showPhone(phone: string): string {
  return phone.replace(/^(02[48]|0\d{3})(\d{3,4})(\d{3,4})$/, '$1 $2 $3')
}
