/** Reads the answer to "by which day?": 25/12, ngày 25, 25, mai, thứ 6. */
import { daysIn } from './reply-dates.ts'
import { tokensOf } from './reply-tokens.ts'

/** The one day meant, today or later; null when there is none, or more than one. */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const plain = tokensOf(text)
    .map((token) => token.plain)
    .join(' ')
  // To this question a bare number is a day of the month.
  const [only, ...more] = daysIn(/^\d{1,2}$/.test(plain) ? `ngay ${plain}` : plain, today)
  return more.length === 0 ? (only ?? null) : null
}
