/** Makes the papers that somebody of the office asked for in the chat, and sends them there. */
import { hash } from 'node:crypto'
import type { Db, Tx } from '../../db/client.ts'
import { keepMedia } from '../../db/messages/media.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { answerPaperRequest, type PaperRequest, waitingPaperRequests } from '../../db/papers/requests.ts'
import { readSettings } from '../../db/settings.ts'
import type { Log } from '../../domain/log.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { parsePeriod } from '../../domain/quarter.ts'
import { periodInWords } from '../../locales/period-words.ts'
import { officeWords } from '../office-words.ts'

/** One file, as it is sent. */
export type Paper = { name: string; contentType: string; bytes: Uint8Array }

export type PapersOptions = {
  db: Db
  clock: () => Date
  log: Log
  /** Rings the senders: something was put into the outbox. */
  wake(): void
  /** Makes the papers of a period, such as 2026-Q4, one after the other. */
  make(period: string): AsyncIterable<Paper>
}

/** Makes what waits. What waits when the program ends is made after the next start. */
export async function makePapers(options: PapersOptions): Promise<void> {
  for (const request of await waitingPaperRequests(options.db)) await answer(options, request)
}

/** Papers that cannot be made are not tried for ever: whoever asked is told, and may ask again. */
async function answer({ db, clock, log, wake, make }: PapersOptions, request: PaperRequest) {
  const { id, contactId, personId, period } = request
  const t = await officeWords(db, await readSettings(db))
  await db.transaction(async (tx) => {
    const now = clock()
    if (!(await answerPaperRequest(tx, id, now))) return
    const files = await kept(tx, make(period)).catch((error: unknown) => {
      log('papers_failed', { request: id, error })
      return null
    })
    const words = periodInWords(parsePeriod(period), t)
    const text = files ? t('papers.ready', { period: words }) : t('papers.failed', { period: words })
    await enqueue(tx, {
      key: `papers:${id}`,
      kind: 'answer',
      contactId,
      personId,
      message: files ? { text, files } : { text },
      now,
    })
  })
  wake()
}

/** Each is kept before the next is made: two of many photos would be much to hold at once. */
async function kept(tx: Tx, papers: AsyncIterable<Paper>): Promise<NonNullable<OutgoingMessage['files']>> {
  const files: NonNullable<OutgoingMessage['files']> = []
  for await (const { name, contentType, bytes } of papers) {
    const media = await keepMedia(tx, { bytes, sha256: hash('sha256', bytes), contentType })
    files.push({ media, name })
  }
  return files
}
