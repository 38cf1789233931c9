/** Finds how much of a task a reply says is done: "60%", "3/5 việc", "được một nửa". Reads words without tone marks. */

const TENS = 'muoi|hai muoi|ba muoi|bon muoi|nam muoi|sau muoi|bay muoi|tam muoi|chin muoi'.split('|')

/** "100% cán bộ tham gia" measures people, not the task. */
const PEOPLE =
  '(?:can bo|giao vien|hoc sinh|dang vien|chien si|doan vien|hoi vien|nguoi|ho dan|ho gia|quan so|cbcs|cb|gv|vien chuc)'
const PERCENT = new RegExp(
  `(?<![\\d/.,-])(\\d{1,3})(?:[.,-]\\d+)?\\s*(?:%|phan tram)(?! (?:so )?${PEOPLE}\\b)`,
  'g',
)
const SPOKEN = new RegExp(`\\b(${TENS.toReversed().join('|')}) phan tram`, 'g')

/** A day looks the same, so a fraction needs a word that measures before it, or one that is counted after it. */
const MEASURING = '(?:duoc|lam|dat|xong|hoan thanh|moi|ky|nop)'
const COUNTED = `(?:${[
  'viec|cong viec|nhiem vu|noi dung|phan|muc|tieu chi|chi tieu|khoi luong|ho so|van ban|bieu|ban|bai|buoi',
  'nguoi|to|khoi|thon|truong|don vi',
].join('|')})`
const PARTS = '(\\d{1,2}) ?(?:/|tren) ?(\\d{1,2})'
const FRACTION = new RegExp(
  `\\b${MEASURING} ${PARTS}(?! thang)\\b|(?<!(?:ngay|hom) )\\b${PARTS} ${COUNTED}\\b`,
  'g',
)
const SPOKEN_SHARES: Record<string, number> = {
  'mot phan ba': 33,
  'hai phan ba': 67,
  'mot phan tu': 25,
  'ba phan tu': 75,
}
const HALF = /(?<!\b(?:hon|qua|gan|non|tren|duoi|chua|gia) )\b(?:mot nua|1 nua|phan nua|duoc nua)\b/g

/** The percentages said, each once. */
export function percentagesIn(plain: string): number[] {
  const percents = [...plain.matchAll(PERCENT)].map(([, percent]) => Number(percent))
  const spoken = [...plain.matchAll(SPOKEN)].map(([, tens]) => (TENS.indexOf(tens!) + 1) * 10)
  const fractions = [...plain.matchAll(FRACTION)].map(([, a, b, c, d]) =>
    share(Number(a ?? c), Number(b ?? d)),
  )
  const shares = Object.keys(SPOKEN_SHARES)
    .filter((words) => plain.includes(words))
    .map((words) => SPOKEN_SHARES[words]!)
  const halves = [...plain.matchAll(HALF)].map(() => 50)
  return [
    ...new Set(
      [...percents, ...spoken, ...fractions, ...shares, ...halves].filter((percent) => percent <= 100),
    ),
  ]
}

/** The words without their fractions, which would be taken for days. */
export const withoutFractions = (plain: string): string => plain.replace(FRACTION, '')

/** A share in percent; above 100 when the two numbers are no share. */
const share = (part: number, whole: number): number =>
  whole > 1 ? Math.round((part / whole) * 100) : Infinity
