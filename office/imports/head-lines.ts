/** Which units have another head, and how to get the new ones to join. */
import type { HeadChange } from '../../db/people/heads.ts'

/** Who heads a unit now and is not reached by any message yet. */
export const toInvite = (heads: readonly HeadChange[]): HeadChange[] =>
  heads.filter(({ to, reached }) => to !== null && !reached)

/** One line for each change of a head; the first heads of units are told as a number. */
export function headLines(heads: readonly HeadChange[]): string[] {
  const first = toInvite(heads).filter(({ from }) => from === null)
  return [
    ...heads.filter(({ from }) => from !== null).map(changeLine),
    ...(first.length > 0
      ? [`Heads to invite: ${first.length}. Invite them all with: npx dondoc invite --all`]
      : []),
  ]
}

function changeLine({ unitCode, from, to, reached }: HeadChange): string {
  if (to === null) return `${unitCode}  ${from} no longer heads it, and nobody else does.`
  const next = reached
    ? 'who has joined already'
    : `who is to be invited: npx dondoc invite --unit ${unitCode}`
  return `${unitCode}  ${from} is followed by ${to}, ${next}`
}
