/** When whoever started the program wants it to end. */

/** Ctrl-C, and a service manager. A terminal that is closed sends SIGHUP, which a service may have to outlive. */
const ASKING: NodeJS.Signals[] = ['SIGINT', 'SIGTERM']

/**
 * Aborted by the first of these signals. Those that follow change nothing, for what is being put away must not be
 * left half put away; what then hangs longer than `withinMs` is left, and the process ends.
 */
export function askedToStop(withinMs: number, signals = ASKING): AbortSignal {
  const stopping = new AbortController()
  const ask = () => {
    if (stopping.signal.aborted) return
    stopping.abort()
    setTimeout(() => process.exit(0), withinMs).unref()
  }
  for (const signal of signals) process.on(signal, ask)
  return stopping.signal
}

/** Resolves when it is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
