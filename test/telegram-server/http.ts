/** The server's face to the network: finds the method in the address, reads the body, writes the answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCalls, type JournalEntry, type Outcome, suffer } from './calls.ts'
import type { Faults } from './faults.ts'
import type { Platform } from './platform.ts'
import type { Rates } from './rate-limit.ts'
import { Refusal } from './refusal.ts'
import { readParams, type SentParams } from './sent-params.ts'

export type HttpOptions = {
  token: string
  platform: Platform
  faults: Faults
  rates: Rates
  journal: JournalEntry[]
  violations: string[]
  /** Asked for each answer. */
  latencyMs(): number
  /** Ends the waiting that faults and latency make. */
  stopped: AbortSignal
}

type Reply = Outcome | { bytes: Uint8Array }

/** `/bot<token>/<method>?<query>` or `/file/bot<token>/<path>` */
const ADDRESS = /^\/(file\/)?bot([^/?]+)\/([^?]*)\??(.*)$/

/** Not yet listening. */
export function createHttp(options: HttpOptions): Server {
  const { token, platform, faults, rates, journal, violations, latencyMs, stopped } = options
  const delay = (ms: number) => sleep(ms, null, { signal: stopped, ref: false }).catch(() => {})
  const call = createCalls(platform, faults, rates, violations, delay)

  async function serve(request: IncomingMessage, response: ServerResponse, body: Buffer, at: number) {
    const [, file, itsToken, path = '', query = ''] = ADDRESS.exec(request.url ?? '') ?? []
    const entry: JournalEntry = { method: file ? 'file' : path, params: {}, at, answer: null }
    journal.push(entry)
    let reply: Reply
    if (itsToken !== token) reply = wrongToken(itsToken)
    else if (file) reply = await download(entry, path)
    else reply = await answerTo(entry, body, request.headers['content-type'] ?? '', query, response)
    entry.answer = 'ok' in reply ? reply : 'kind' in reply ? reply.kind : { ok: true, result: null }
    const latency = latencyMs()
    if (latency > 0) await delay(latency)
    write(response, reply)
  }

  async function answerTo(
    entry: JournalEntry,
    body: Buffer,
    contentType: string,
    query: string,
    response: ServerResponse,
  ): Promise<Outcome> {
    let sent: SentParams
    try {
      sent = await readParams(body, contentType, query)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      violations.push(`${entry.method}: ${error.message}`)
      return error.answer
    }
    return call(entry, sent, { files: sent.files, gone: () => hangUpOf(response) })
  }

  async function download(entry: JournalEntry, path: string): Promise<Reply> {
    entry.params = { path }
    const fetched = async (): Promise<Reply> => {
      const bytes = platform.files.bytesAt(path)
      return bytes ? { bytes } : new Refusal(404, 'Not Found').answer
    }
    const fault = faults.meet('file', null)
    return fault ? suffer(fault, fetched, delay) : fetched()
  }

  const server = createServer((request, response) => {
    const at = performance.now()
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => serve(request, response, Buffer.concat(chunks), at))
  })
  // Longer than any client keeps an idle connection, so that none is closed under a request.
  server.keepAliveTimeout = 120_000
  return server
}

const wrongToken = (token: string | undefined): Outcome =>
  token?.includes(':') ? new Refusal(401, 'Unauthorized').answer : new Refusal(404, 'Not Found').answer

function hangUpOf(response: ServerResponse): AbortSignal {
  const hangUp = new AbortController()
  response.once('close', () => hangUp.abort())
  return hangUp.signal
}

function write(response: ServerResponse, reply: Reply): void {
  if ('ok' in reply) {
    send(response, reply.ok ? 200 : reply.error_code, 'application/json', JSON.stringify(reply))
  } else if ('bytes' in reply) {
    send(response, 200, 'application/octet-stream', reply.bytes)
  } else if (reply.kind === 'page') {
    send(response, reply.status, 'text/html', reply.html)
  } else if (reply.kind !== 'silence') {
    response.socket?.resetAndDestroy()
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
