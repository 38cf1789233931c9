/** Shortens a clause to what a phone's screen shows of it. */

const LONGEST = 60
/** A part that ends at a comma may stand for the whole from this length on. */
const SHORTEST = 25

/** "Căn cứ Kế hoạch này," tells nothing of the task. */
const REASON = /^C[ăa]n c[^,]{2,40},\s*/iu

export function shortTitle(text: string): string {
  const whole = text
    .replace(REASON, '')
    .replaceAll('\n', ': ')
    .replace(/[.;:\s]+$/, '')
  if (whole.length <= LONGEST) return whole
  const cut = whole.slice(0, LONGEST - 1)
  const pause = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(' ('))
  const end = pause >= SHORTEST ? pause : cut.lastIndexOf(' ')
  const kept = `${cut.slice(0, end > 0 ? end : undefined)}…`
  return kept.charAt(0).toUpperCase() + kept.slice(1)
}
