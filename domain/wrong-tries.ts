/** How often a chat may be wrong about its invitation, and for how long it is then refused. */

const MOST_WRONG_TRIES = 5
const LOCK_MS = 60 * 60 * 1_000

export type Tries = {
  wrongTries: number
  /** The fifth wrong try closes the chat until then; a right code is refused as well. */
  lockedUntil: Date | null
}

/** After one more wrong try. A lock spends the tries: when it is over, five new ones are left. */
export function afterWrongTry({ wrongTries }: Tries, now: Date): Tries & { left: number } {
  const left = MOST_WRONG_TRIES - wrongTries - 1
  if (left > 0) return { wrongTries: wrongTries + 1, lockedUntil: null, left }
  return { wrongTries: 0, lockedUntil: new Date(now.getTime() + LOCK_MS), left: 0 }
}

export const isLocked = <T extends Tries>(tries: T, now: Date): tries is T & { lockedUntil: Date } =>
  tries.lockedUntil !== null && now < tries.lockedUntil
