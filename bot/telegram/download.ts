/** Fetches a file that somebody sent. */
import type { MediaRef } from '../../domain/message.ts'
import { SendError } from '../channel.ts'
import type { Client } from './client.ts'
import { toSendError } from './errors.ts'

/** Bytes. What getFile gives at most. */
export const MAX_FILE_SIZE = 20 * 1024 * 1024

/** Rejects with SendError: `rejected` when it is too big or gone, `retry` on trouble of the network. */
export async function download(client: Client, media: MediaRef, downloadMs: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(downloadMs)
  try {
    const { file_path: path, file_size: size = 0 } = await client.call(
      'getFile',
      { file_id: media.ref },
      signal,
    )
    if (path === undefined) throw new SendError('rejected', 'the file is gone')
    if (size > MAX_FILE_SIZE) throw tooBig()
    return await collect(client, path, signal)
  } catch (error) {
    const failure = toSendError(error)
    // Nothing was sent, so nothing can have been sent twice.
    throw failure.failure === 'unknown' ? new SendError('retry', failure.message) : failure
  }
}

async function collect(client: Client, path: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await client.open(path, signal)
  if (response.statusCode !== 200) {
    response.destroy()
    const failure = (response.statusCode ?? 500) >= 500 ? 'retry' : 'rejected'
    throw new SendError(failure, `the file server answered ${response.statusCode}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response) {
    size += chunk.byteLength
    // Leaving the loop closes the connection.
    if (size > MAX_FILE_SIZE) throw tooBig()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooBig = () => new SendError('rejected', 'the file is too big')
