/** What phones show, and what people do with them. */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import type { Db } from '../../db/client.ts'
import type { SimulatedPerson } from '../../db/simulator/people.ts'
import { bodyOf } from './body.ts'
import { readPageWords } from './page-words.ts'
import type { PhoneFile, Phones } from './phones.ts'
import { drawScreen } from './screen.ts'

const MOST_FILES = 10
const PICTURE = /^image\/(jpeg|png|webp|heic|heif)$/

const typed = z.object({ text: z.string().trim().min(1).max(4096) })
const pressed = z.object({ messageId: z.string(), choice: z.string().max(64), label: z.string() })
const moved = z.object({ bot: z.enum(['buttons', 'numbers']) })

export function phoneRoutes(db: Db, phones: Phones, now: () => Date): Hono {
  const app = new Hono()

  const personOf = async (c: Context): Promise<SimulatedPerson> => {
    const person = (await phones.people()).find(({ id }) => String(id) === c.req.param('id'))
    if (person) return person
    throw new HTTPException(404, { message: 'There is no such person.' })
  }

  app.get('/', async (c) => c.json(await phones.people()))

  app.get('/screens', async (c) => {
    const wanted = new Set(c.req.queries('person'))
    const words = await readPageWords(db)
    const people = (await phones.people()).filter(({ id }) => wanted.has(String(id)))
    return c.json(await Promise.all(people.map((person) => drawScreen(db, person, now(), words))))
  })

  app.post('/:id/join', async (c) => {
    await phones.pickUp(await personOf(c))
    return c.body(null, 204)
  })

  app.post('/:id/text', async (c) => {
    const { text } = await bodyOf(c, typed)
    await phones.says(await personOf(c), { text })
    return c.body(null, 204)
  })

  app.post('/:id/sticker', async (c) => {
    await phones.says(await personOf(c), { unsupported: 'sticker' })
    return c.body(null, 204)
  })

  app.post('/:id/press', async (c) => {
    await phones.says(await personOf(c), await bodyOf(c, pressed))
    return c.body(null, 204)
  })

  app.post('/:id/bot', async (c) => {
    const { bot } = await bodyOf(c, moved)
    await phones.moveTo(await personOf(c), bot)
    return c.body(null, 204)
  })

  app.post('/:id/files', async (c) => {
    const form = await c.req.formData()
    const files = form.getAll('file').filter((file) => file instanceof File)
    if (files.length === 0 || files.length > MOST_FILES)
      throw new HTTPException(400, { message: `Send 1 to ${MOST_FILES} files at a time.` })
    const caption = String(form.get('caption') ?? '').trim()
    await phones.sends(await personOf(c), await Promise.all(files.map(phoneFile)), caption)
    return c.body(null, 204)
  })

  return app
}

const phoneFile = async (file: File): Promise<PhoneFile> => ({
  fileName: file.name,
  bytes: await file.bytes(),
  kind: PICTURE.test(file.type) ? 'photo' : 'document',
})
