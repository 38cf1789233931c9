/** The files that the office asked for or sent in the chat: made and read outside the conversation, and answered there. */
import { setTimeout as sleep } from 'node:timers/promises'
import { makePapers, type PapersOptions } from './make-papers.ts'
import { previewImports } from './preview-imports.ts'

const IDLE_MS = 1_000

/** Looks every second until `stop`; all that waits stands in the database, so a restart loses nothing. */
export async function runOfficeFiles(options: PapersOptions, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    for (const job of [makePapers, previewImports])
      await job(options).catch((error: unknown) => options.log('office_file_waits', { error }))
    await sleep(IDLE_MS, undefined, { signal: stop }).catch(() => {})
  }
}
