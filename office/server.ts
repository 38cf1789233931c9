/** What can be asked over HTTP: health, figures for monitoring, the platforms' webhooks, and one plain page. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { CommandError } from '../domain/command.ts'

export type Health = {
  /** Nothing is wrong: the database answers and every bot is heard or stands by. */
  ready: boolean
  /** Name and state of each part, for a person to read. */
  parts: Record<string, string>
}

type LinkedFile = { contentType: string; bytes: Uint8Array<ArrayBuffer> }

export type Pages = {
  health(): Promise<Health>
  /** A line for each bot: its people, and its messages of this month. */
  counters(): Promise<string[]>
  /** Prometheus text. */
  metrics(): Promise<string>
  /** By path: what a platform calls us with. */
  webhooks: Record<string, (request: Request) => Promise<Response>>
  /** The file behind the secret part of a link; null when there is none, or no more. */
  linked(token: string): Promise<LinkedFile | null>
  /** In front of ours: the demo's. */
  pages?: Hono
}

/** The routes; testable without a port. */
export function createApp({ health, counters, metrics, webhooks, linked, pages }: Pages): Hono {
  const app = new Hono()
  app.get('/health/live', (c) => c.json({ live: true }))
  app.get('/health/ready', async (c) => {
    const state = await health()
    return c.json(state, state.ready ? 200 : 503)
  })
  app.get('/metrics', async (c) => c.text(await metrics()))
  for (const [path, answer] of Object.entries(webhooks)) app.post(path, (c) => answer(c.req.raw))
  // HEAD is answered by the same, without the bytes.
  app.get('/m/:token/:name?', async (c) => {
    const { token = '', name } = c.req.param()
    const found = await linked(token)
    return found ? fileResponse(found, name) : c.notFound()
  })
  if (pages) app.route('/', pages)
  app.get('/', async (c) => {
    const { ready, parts } = await health()
    const lines = await counters().catch(() => [])
    return c.html(page(ready, parts, lines), ready ? 200 : 503)
  })
  return app
}

/** For whoever has the link, and for no cache between us: the link ends before the file does. */
const fileResponse = ({ contentType, bytes }: LinkedFile, name?: string) =>
  new Response(bytes, {
    headers: {
      'content-type': contentType,
      'content-length': String(bytes.byteLength),
      'cache-control': 'private',
      'x-content-type-options': 'nosniff',
      // With a name it is a document: saved, never shown as a page of ours.
      ...(name === undefined
        ? {}
        : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }),
    },
  })

const page = (ready: boolean, parts: Record<string, string>, counters: string[]) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>dondoc</title>
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
      dt { font-weight: 600 }
      dd { margin: 0 0 .5rem }
    </style>
  </head>
  <body>
    <h1>dondoc</h1>
    <p>${ready ? 'The service is running.' : 'The service is running, but something needs attention.'}</p>
    <dl>
      ${Object.entries(parts).map(([name, state]) => html`<dt>${name}</dt><dd>${state}</dd>`)}
    </dl>
    ${counters.map((line) => html`<p>${line}</p>`)}
  </body>
</html>`

export type Listening = { url: string; close(): Promise<void> }

/** Opens the port; resolves with the address once it listens. Rejects with what to do when the port is taken. */
export function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    // By default it puts a Response of its own in the place of Node's, of which other code here wants more.
    const server: ServerType = serve(
      { fetch: app.fetch, hostname: host, port, overrideGlobalObjects: false },
      (info) => {
        resolve({
          url: `http://${host}:${info.port}`,
          close: () =>
            new Promise((done) => {
              server.close(() => done())
              if ('closeAllConnections' in server) server.closeAllConnections()
            }),
        })
      },
    )
    server.once('error', (error) => reject(portTrouble(error, host, port)))
  })
}

/** Rejects as `listen` would, with how to name another port: for whoever has much to do before listening. */
export async function requireFreePort(
  { host, port }: { host: string; port: number },
  mend: string,
): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, 'listening').catch((error) => Promise.reject(portTrouble(error, host, port, mend)))
  server.close()
  await once(server, 'close')
}

function portTrouble(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
  mend = 'Set HTTP_PORT to another one.',
): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new CommandError('port_taken', `Port ${port} of ${host} is taken by another program.`, mend, 1)
}
