/** The files that phones show: what people sent, once it is kept, and what we made. */
import { Hono } from 'hono'
import type { Db } from '../../db/client.ts'
import { filesToSend } from '../../db/messages/outgoing-files.ts'
import type { OutgoingFile } from '../../domain/message.ts'

/** What a browser may show by itself; everything else is only saved. */
const SHOWN = /^image\/(jpeg|png|webp|gif)$/

export function fileRoutes(db: Db): Hono {
  const app = new Hono()
  app.get('/attachment/:id{[0-9]+}', (c) => answer(db, { attachment: Number(c.req.param('id')) }))
  app.get('/media/:id{[0-9]+}/:name', (c) =>
    answer(db, { media: Number(c.req.param('id')), name: c.req.param('name') }),
  )
  return app
}

async function answer(db: Db, wanted: OutgoingFile): Promise<Response> {
  const [file] = (await filesToSend(db, [wanted])) ?? []
  if (!file) return new Response(null, { status: 404 })
  const { bytes, contentType, name } = file
  const disposition = SHOWN.test(contentType) ? 'inline' : 'attachment'
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, max-age=3600, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
