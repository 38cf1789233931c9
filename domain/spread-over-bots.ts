/** Which of several bots each newcomer is to join, so that none gets more people than its plan allows. */

export type BotPeople = { bot: string; people: number }

/**
 * A bot for each newcomer, always the one with the fewest people; null when all are full. `expected` others hold an
 * invitation and have not come yet: nobody knows to which bot each of them will, so they are spread in the same way.
 */
export function spreadOverBots(
  bots: readonly BotPeople[],
  { newcomers, expected, limit }: { newcomers: number; expected: number; limit: number },
): (string | null)[] {
  const filled = bots.map((bot) => ({ ...bot }))
  const next = (): string | null => {
    const open = filled.filter(({ people }) => people < limit)
    const [first] = open.toSorted((a, b) => a.people - b.people)
    if (first) first.people++
    return first?.bot ?? null
  }
  for (let n = 0; n < expected; n++) next()
  return Array.from({ length: newcomers }, next)
}
