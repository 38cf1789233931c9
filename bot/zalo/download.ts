/** Fetches a photo that somebody sent, by the link that Zalo gave: anything may stand in it. */
import type { LookupAddress } from 'node:dns'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { type Agent, get as getSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { MediaRef } from '../../domain/message.ts'
import { SendError } from '../channel.ts'
import { toSendError } from './errors.ts'
import { publicAddresses } from './public-address.ts'

/** Bytes. Zalo publishes no limit; others who read its photos take 5 to 10 MB. */
export const MAX_FILE_SIZE = 10 * 1024 * 1024
const MOST_REDIRECTS = 3

export type DownloadOptions = {
  agent: Agent
  /** Through a proxy it is the proxy that finds the host; the name may mean nothing here. */
  proxied: boolean
  /** Finds a host's addresses; rejects with SendError when one of them is not of the internet. */
  find?: (host: string) => Promise<LookupAddress[]>
  /** Zalo's own root, as configured: what it serves is fetched wherever it stands. */
  apiRoot: string
  downloadMs: number
}

/** Rejects with SendError: `rejected` when it is gone, too big or not on the internet, `retry` on trouble of the network. */
export async function download(media: MediaRef, options: DownloadOptions): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(options.downloadMs)
  try {
    return await collect(await open(media.ref, options, signal))
  } catch (error) {
    const failure = toSendError(error)
    // Nothing was sent, so nothing can have been sent twice.
    throw failure.failure === 'unknown' ? new SendError('retry', failure.message) : failure
  }
}

/** Follows redirects, each as careful as the first link; resolves when the bytes begin. */
async function open(link: string, options: DownloadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  let next: URL | null = URL.parse(link)
  for (let hops = 0; next && hops <= MOST_REDIRECTS; hops++) {
    const response = await request(next, options, signal)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) return response
    response.destroy()
    const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined
    if (!isRedirect) {
      const failure = statusCode >= 500 || statusCode === 429 ? 'retry' : 'rejected'
      throw new SendError(failure, `the file server answered ${statusCode}`)
    }
    next = URL.parse(headers.location ?? '', next)
  }
  throw new SendError('rejected', 'the link leads nowhere')
}

async function request(address: URL, options: DownloadOptions, signal: AbortSignal) {
  const { protocol } = address
  if (protocol !== 'https:' && protocol !== 'http:') throw new SendError('rejected', 'no link of the web')
  const lookup = await lookupOf(address, options)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const get = protocol === 'https:' ? getSecure : getPlain
  const agent = protocol === 'https:' ? options.agent : undefined
  get(address, { agent, signal, lookup }, resolve).on('error', reject)
  return promise
}

/** How the connection finds the host: at the addresses just looked at, whatever the name means a moment later. */
async function lookupOf(
  { protocol, host, hostname }: URL,
  { apiRoot, proxied, find = publicAddresses }: DownloadOptions,
): Promise<LookupFunction | undefined> {
  if (host === new URL(apiRoot).host) return undefined
  // The proxy takes what is encrypted, and nothing else.
  const byProxy = proxied && protocol === 'https:'
  const addresses = await find(hostname).catch((error) => {
    if (byProxy && !(error instanceof SendError)) return []
    throw error
  })
  const [first] = addresses
  if (byProxy) return undefined
  if (!first) throw new SendError('rejected', 'the link leads nowhere')
  return (_, { all }, found) => (all ? found(null, addresses) : found(null, first.address, first.family))
}

async function collect(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response) {
    size += chunk.byteLength
    // Leaving the loop closes the connection.
    if (size > MAX_FILE_SIZE) throw new SendError('rejected', 'the file is too big')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
