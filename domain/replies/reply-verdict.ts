/** Weighs what the statements of a reply say together. */

import type { Status } from '../status.ts'
import type { Finding } from './reply-meaning.ts'

/**
 * The status that all findings together give; undefined when there are none. `last` are those after the last "but",
 * which correct what stood before it. Parts done and parts not is in progress.
 */
export function verdictOf(all: Finding[], last: Finding[]): Finding | undefined {
  const delivered = all.findLastIndex(({ status, plain }) => status === 'done' && plain)
  // "Viết xong, nộp rồi": a draft that was delivered afterwards counts no more.
  const findings = all.filter(({ from }, i) => from !== 'draft' || i > delivered)
  const some = (status: Status) => findings.some((finding) => finding.status === status)
  const plainly = (status: Status, among = findings) =>
    among.some((finding) => finding.status === status && finding.plain)

  if (some('blocked')) {
    const lasting = findings.some(
      ({ status, plain, from }) => status === 'blocked' && plain && from !== 'hindrance',
    )
    const stops = lasting || (plainly('blocked') && !plainly('in_progress'))
    const overcome = plainly('done') && !(plainly('blocked', last) && !plainly('done', last))
    return { status: 'blocked', plain: stops && !overcome }
  }
  if (plainly('done') && (some('in_progress') || some('not_started'))) {
    const missing = findings.some(
      ({ status, from }) => from === 'unfinished' || (status === 'not_started' && from !== 'plan'),
    )
    return { status: 'in_progress', plain: missing || (plainly('in_progress') && !plainly('not_started')) }
  }
  if (plainly('in_progress')) return { status: 'in_progress', plain: !plainly('not_started') }
  if (plainly('not_started')) {
    const begun = findings.some(
      ({ status, from }) => status === 'done' || (status === 'in_progress' && from !== 'plan'),
    )
    return { status: 'not_started', plain: !begun }
  }
  if (some('in_progress')) return { status: 'in_progress', plain: some('done') }
  if (some('not_started')) return { status: some('done') ? 'in_progress' : 'not_started', plain: false }
  return some('done') ? { status: 'done', plain: plainly('done') } : undefined
}
