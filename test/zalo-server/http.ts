/** The server's face to the network: finds bot and method in the address, reads the body, writes the answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import type { Bot } from './bot.ts'
import type { Fault, Faults } from './faults.ts'
import { methods } from './methods.ts'
import type { Photos } from './photos.ts'
import { notFound, Refusal, voidToken } from './refusal.ts'

export type JournalEntry = { bot: string; method: string; parameters: Record<string, unknown> }

export type HttpOptions = {
  bots: ReadonlyMap<string, Bot>
  photos: Photos
  faults: Faults
  journal: JournalEntry[]
  violations: string[]
}

/** `/bot<token>/<method>` */
const ADDRESS = /^\/bot([^/]+)\/(\w+)$/

/** Not yet listening. */
export function createHttp({ bots, photos, faults, journal, violations }: HttpOptions): Server {
  async function parametersOf(request: IncomingMessage): Promise<Record<string, unknown>> {
    if (request.method !== 'POST') violations.push(`${request.url}: ${request.method} instead of POST`)
    const body = await json(request).catch(() => null)
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>
    violations.push(`${request.url}: the body is no JSON object`)
    return {}
  }

  async function carryOut(token: string, name: string, request: IncomingMessage, gone: AbortSignal) {
    const parameters = await parametersOf(request)
    const bot = bots.get(token)
    journal.push({ bot: bot?.id ?? 'nobody', method: name, parameters })
    const fault = faults.meet(name)
    if (fault?.kind === 'refuse') throw fault.refusal
    if (fault && fault.kind !== 'reset after') return fault
    if (!bot) throw voidToken()
    const method = methods[name]
    if (!method) {
      violations.push(`${name} is no method of Zalo`)
      throw notFound()
    }
    const result = await method(bot, parameters, gone)
    return fault ?? { ok: true, result }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method] = ADDRESS.exec(request.url ?? '') ?? []
    if (token === undefined || method === undefined) return give(response, photos.at(request.url ?? ''))
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    try {
      write(response, await carryOut(token, method, request, gone.signal))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.isViolation) violations.push(`${method}: ${error.message}`)
      write(response, error.answer)
    }
  }

  return createServer(serve)
}

/** Zalo's file servers do not say what they give. */
function give(response: ServerResponse, bytes: Uint8Array | undefined): void {
  response.writeHead(bytes ? 200 : 404, { 'content-type': 'application/octet-stream' }).end(bytes)
}

function write(response: ServerResponse, outcome: Fault | { ok: boolean }): void {
  if ('ok' in outcome || outcome.kind === 'answer') {
    const answer = 'ok' in outcome ? outcome : outcome.answer
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  } else if (outcome.kind === 'page') {
    const page = `<html><head><title>${outcome.status}</title></head><body>nginx</body></html>`
    response.writeHead(outcome.status, { 'content-type': 'text/html' }).end(page)
  } else if (outcome.kind !== 'silence') {
    response.socket?.resetAndDestroy()
  }
}
