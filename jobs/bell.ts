/** How a loop waits for work: until somebody rings, or a while has passed. A ring while it was busy is not missed. */
import { EventEmitter, once } from 'node:events'

export type Bell = {
  ring(): void
  /** Resolves at the next ring, after `ms`, or on `stop`; at once if it rang since the last wait. */
  wait(ms: number, stop: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  const emitter = new EventEmitter()
  let rung = false
  return {
    ring() {
      rung = true
      emitter.emit('ring')
    },
    async wait(ms, stop) {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(Math.ceil(ms))])
      if (!rung) await once(emitter, 'ring', { signal }).catch(() => {})
      rung = false
    },
  }
}
