/** The phone number in a cell of the list, with what is wrong or doubtful about it. */
import { normalisePhone, showPhone } from '../../phone.ts'
import { tidy } from '../../vietnamese.ts'
import type { Cell } from './complain.ts'

/** 912000000 in a column that is too narrow, saved as text: 9.12E+08, or 9,12E+08 where commas part decimals. */
const IN_POWERS_OF_TEN = /^\d+([.,]\d+)?E\+?\d+$/i

export function readPhone({ text, wrong, doubtful }: Cell): string | null {
  if (!text) {
    doubtful(
      'noPhone',
      'There is no phone number.',
      'Add it when it is known; until then invite the head by a code.',
    )
    return null
  }
  if (IN_POWERS_OF_TEN.test(text)) {
    wrong(
      'shortenedPhone',
      'Excel shortened this number, and its last digits were lost.',
      'Format the column as text and type the number again, such as 0912 345 678.',
    )
    return null
  }
  const numbers = numbersIn(text)
  const read = numbers.find(({ phone }) => MOBILE.test(phone)) ?? numbers[0]
  if (read && numbers.length > 1)
    doubtful(
      'twoPhones',
      `There are several numbers; ${showPhone(read.phone)} was read.`,
      'Leave the one that messages are for.',
    )
  else if (!read)
    wrong(
      'badPhone',
      'This is not a Vietnamese phone number.',
      'Write ten digits for a mobile, such as 0912 345 678, or eleven for a landline; zeros, not the letter O.',
    )
  else if (read.note)
    doubtful(
      'zeroRestored',
      `The number lacks its leading zero; it was read as ${showPhone(read.phone)}.`,
      'Check it, and format the column as text before typing numbers.',
    )
  return read?.phone ?? null
}

const MOBILE = /^0[35789]/

/** Words that say what kind of number it is. */
const LABEL = /(?<!\p{L})(?:đtdđ|sđt|đt|dđ|di động|zalo|tel)(?!\p{L})[:.]?|\(\)/giu

/** All the numbers of a cell; none where a part of it is no number. */
function numbersIn(text: string) {
  const bare = tidy(text.replace(LABEL, '').replace(/\(\s*\)/g, ''))
  for (const parts of [[bare], bare.split(/[;,/|]|(?<!\p{L})(?:và|hoặc)(?!\p{L})/u), bare.split(' ')]) {
    const numbers = parts.map(normalisePhone)
    if (numbers.every((number) => number !== null)) return numbers
  }
  return []
}
