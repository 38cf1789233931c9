/** Fetches one file that somebody sent: looked into, then kept, put off, or given up with a word to the sender. */
import { hash } from 'node:crypto'
import { type Channel, SendError } from '../../bot/channel.ts'
import type { Db } from '../../db/client.ts'
import {
  downloadFailed,
  type FileFailure,
  refuse,
  storeMedia,
  type WaitingFile,
} from '../../db/messages/downloads.ts'
import type { NewMedia } from '../../db/messages/media.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { inspectFile } from '../../domain/files/file-content.ts'
import type { Log } from '../../domain/log.ts'
import { retryAfter } from './download-retry.ts'
import { fileAnswer } from './file-answer.ts'

export type FetchOptions = { db: Db; channel: Channel; clock: () => Date; log: Log }

/** Nothing is written after `over`. Rejects only when the database is away, and then the file simply waits on. */
export async function fetchFile(options: FetchOptions, file: WaitingFile, over: AbortSignal): Promise<void> {
  const { db, channel, clock, log } = options
  try {
    const found = await bring(channel, file)
    if (over.aborted) return
    if (typeof found === 'string') return await giveUp(options, file, found)
    await storeMedia(db, file.id, found)
    log('file_stored', { attachment: file.id, contentType: found.contentType, byteSize: found.bytes.length })
  } catch (error) {
    if (over.aborted) return
    // Whatever went wrong is not tried for ever. An error's own words may hold the bytes that did not go in.
    const failed = error instanceof SendError ? error : new SendError('unknown', nameOf(error))
    log('download_failed', { attachment: file.id, failure: failed.failure, reason: failed.message })
    const next = retryAfter(file.attempts, failed, clock())
    if (typeof next === 'string') await giveUp(options, file, next)
    else await downloadFailed(db, file.id, { ...next, failure: failed.failure })
  }
}

/** The bytes with what they are, or why they cannot be kept. */
async function bring(channel: Channel, { ref }: WaitingFile): Promise<NewMedia | FileFailure> {
  const { maxFileSize } = channel.abilities
  if ((ref.byteSize ?? 0) > maxFileSize) return 'too_large'
  const bytes = await channel.download(ref)
  if (bytes.length > maxFileSize) return 'too_large'
  const content = await inspectFile(bytes)
  if (!content.ok) return content.reason
  const { contentType, width, height } = content
  return { bytes, sha256: hash('sha256', bytes), contentType, width, height }
}

async function giveUp(
  { db, channel, clock, log }: FetchOptions,
  file: WaitingFile,
  failure: FileFailure,
): Promise<void> {
  const { id, contactId, personId } = file
  await db.transaction(async (tx) => {
    if (!(await refuse(tx, id, failure))) return
    const message = await fileAnswer(tx, file, failure, channel.abilities.maxFileSize)
    await enqueue(tx, { key: `file:${id}`, kind: 'answer', contactId, personId, message, now: clock() })
  })
  log('file_given_up', { attachment: id, failure })
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.constructor.name : 'unknown')
