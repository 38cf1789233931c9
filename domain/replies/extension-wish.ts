/** Hears a wish for a later date in a reply: "xin lùi hạn đến 15/1", "xin gia hạn thêm 1 tuần". */
import { readDay } from './day-reader.ts'
import { daysIn, namesDate } from './reply-dates.ts'
import { FILLERS } from './reply-moods.ts'
import { type Sign, signsOf } from './reply-signs.ts'
import { tokensOf } from './reply-tokens.ts'

export type Wish = {
  /** The day named, or so many days more; neither: they have to be asked. */
  on?: Temporal.PlainDate
  days?: number
  /** More is said than the wish, such as why: somebody has to read it. */
  saysMore: boolean
}

const WISH = new RegExp(
  [
    'lui (?:thoi )?han|lui thoi gian|gia han',
    '(?:xin|cho|de nghi|phep) (?:\\w+ ){0,3}lui',
    '^lui (?:den|sang|toi|lai|them|qua|ngay)|^lui(?= \\d)',
    'xin (?:them|nop (?:cham|muon)) \\d',
  ].join('|'),
)
/** "Không cần lùi hạn", "đã được gia hạn", "có được lùi hạn không": no wish. */
const NO_WISH = /\b(?:khong|khoi|chua|da|duoc)(?: (?:can|xin|phai|muon|duoc))* (?:lui|gia han)\b/
const COUNT = /\b(\d{1,2}|mot|hai|ba) (ngay|hom|tuan)\b(?! (?:nay|nua la))/
const NUMBERS: Record<string, number> = { mot: 1, hai: 2, ba: 3 }

export function readWish(text: string, today: Temporal.PlainDate): Wish | null {
  const tokens = tokensOf(text)
  const plain = tokens.map((token) => token.plain).join(' ')
  if (!WISH.test(plain) || NO_WISH.test(plain)) return null
  const saysMore = signsOf(tokens).some(({ sign, plain: word }) => !saysNoMore(sign) && !AROUND.has(word))
  const on = daysIn(plain, today).toSorted(Temporal.PlainDate.compare).at(-1)
  if (on) return { on, saysMore }
  const [, count = '', step] = COUNT.exec(plain) ?? []
  if (!step) return { saysMore }
  return { days: (NUMBERS[count] ?? Number(count)) * (step === 'tuan' ? 7 : 1), saysMore }
}

const BESIDE = new Set<Sign>([
  'plea',
  'comma',
  'stop',
  'day',
  'number',
  'when',
  'later',
  'will',
  'question',
  'questionMark',
])
const saysNoMore = (sign: Sign): boolean => sign in FILLERS || BESIDE.has(sign)
/** Words of the wish itself that the reader of reports has no sign for. */
const AROUND = new Set(['lui', 'thoi', 'den', 'sang', 'toi', 'them', 'qua', 'lai', 'cho', 'gia', 'sau'])

/**
 * The day typed in answer to "which date?". A date without a year is the nearest one, even if it has just passed: then
 * it can be said that it has, instead of reading it as next year's.
 */
export function readWishedDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const plain = tokensOf(text)
    .map((token) => token.plain)
    .join(' ')
  return readDay(text, namesDate(plain) ? today.subtract({ months: 3 }) : today)
}
