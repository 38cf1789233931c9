/** A bar of ten cells for a message that shows how far something has come. */

const CELLS = 10

/** `▓▓▓░░░░░░░` for 3 of 10. Full only when all is done, and empty only while nothing is. */
export function progressBar(done: number, all: number): string {
  const share = all > 0 ? (done / all) * CELLS : CELLS
  const filled = done > 0 && done < all ? Math.min(Math.max(Math.round(share), 1), CELLS - 1) : share
  return '▓'.repeat(filled) + '░'.repeat(CELLS - filled)
}
