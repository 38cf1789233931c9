/** Reads when something is to go out: "8h thứ hai", "14:30", "25/12 8h", "8 giờ rưỡi sáng mai". */
import { daysIn } from '../replies/reply-dates.ts'

/** 8h, 8g30, 8 giờ 30, 14:30, 8h rưỡi; but the 25 of "8h 25/12" is no minute. */
const TIME = /(?<![\d/.:-])(\d{1,2})(?:\s*(?:gio|g|h)(?![a-z])|:(?=\d))\s*(?:(\d{2})(?![\d/.:-])|(ruoi)\b)?/g
const AFTERNOON = /\b(?:chieu|toi)\b/
const FILLERS = /\b(?:luc|vao|khoang|hom|nay|sang|trua|chieu|toi|phut)\b|[,.;]/g
/** A day without a year that went by less than a month ago is past; else the next one is meant. */
const FORESEEN = { months: 11 }
const JUST_PAST = { months: 1 }

/** By the office's clock; `past` when it lies behind, `unclear` when there is no hour or not one day. */
export function readMoment(
  text: string,
  now: Temporal.PlainDateTime,
): Temporal.PlainDateTime | 'past' | 'unclear' {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim()
  const [time, ...more] = [...plain.matchAll(TIME)]
  const at = time && more.length === 0 ? timeOf(time, AFTERNOON.test(plain)) : null
  const day = dayNamed(plain.replace(TIME, ' '), now.toPlainDate())
  if (!at || day === 'unclear') return 'unclear'
  if (day === 'past') return 'past'
  const moment = day.toPlainDateTime(at)
  return Temporal.PlainDateTime.compare(moment, now) > 0 ? moment : 'past'
}

function timeOf([, hours, minutes, half]: RegExpExecArray, isAfternoon: boolean): Temporal.PlainTime | null {
  const hour = Number(hours) + (isAfternoon && Number(hours) < 12 ? 12 : 0)
  const minute = half ? 30 : Number(minutes ?? 0)
  return hour < 24 && minute < 60 ? Temporal.PlainTime.from({ hour, minute }) : null
}

/** No word of a day is today. */
function dayNamed(plain: string, today: Temporal.PlainDate): Temporal.PlainDate | 'past' | 'unclear' {
  if (plain.replace(FILLERS, '').trim() === '') return today
  const [only, ...more] = daysIn(plain, today, FORESEEN)
  if (only) return more.length === 0 ? only : 'unclear'
  return daysIn(plain, today.subtract(JUST_PAST), JUST_PAST).length > 0 ? 'past' : 'unclear'
}
