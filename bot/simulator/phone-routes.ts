/** What phones show, and what people do with them. */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import type { Db } from '../../db/client.ts'
import type { SimulatedPerson } from '../../db/simulator/people.ts'
import { bodyOf } from './body.ts'
import { MOST_CHARACTERS, MOST_FILES } from './limits.ts'
import { readPageWords } from './page-words.ts'
import type { PhoneFile, Phones } from './phones.ts'
import { drawScreen } from './screen.ts'

const PICTURE = /^image\/(jpeg|png|webp|heic|heif)$/

const typed = z.object({ text: z.string().trim().min(1) })
const pressed = z.object({ messageId: z.string(), choice: z.string().max(64), label: z.string() })
const moved = z.object({ bot: z.enum(['buttons', 'numbers']) })

export function phoneRoutes(db: Db, phones: Phones, now: () => Date): Hono {
  const app = new Hono()
  const words = () => readPageWords(db)

  const personOf = async (c: Context): Promise<SimulatedPerson> => {
    const person = (await phones.people()).find(({ id }) => String(id) === c.req.param('id'))
    if (person) return person
    throw new HTTPException(404, { message: (await words()).t('simulator.noSuchPerson') })
  }

  app.get('/', async (c) => c.json(await phones.people()))

  app.get('/screens', async (c) => {
    const wanted = new Set(c.req.queries('person'))
    const inWords = await words()
    const people = (await phones.people()).filter(({ id }) => wanted.has(String(id)))
    return c.json(await Promise.all(people.map((person) => drawScreen(db, person, now(), inWords))))
  })

  app.post('/:id/join', async (c) => {
    await phones.pickUp(await personOf(c))
    return c.body(null, 204)
  })

  app.post('/:id/text', async (c) => {
    const { t } = await words()
    const { text } = await bodyOf(c, typed, t)
    const [n, max] = [text.length, MOST_CHARACTERS]
    if (n > max) throw new HTTPException(400, { message: t('simulator.page.tooLong', { n, max }) })
    await phones.says(await personOf(c), { text })
    return c.body(null, 204)
  })

  app.post('/:id/press', async (c) => {
    await phones.says(await personOf(c), await bodyOf(c, pressed, (await words()).t))
    return c.body(null, 204)
  })

  app.post('/:id/bot', async (c) => {
    const { bot } = await bodyOf(c, moved, (await words()).t)
    await phones.moveTo(await personOf(c), bot)
    return c.body(null, 204)
  })

  app.post('/:id/files', async (c) => {
    const form = await c.req.formData()
    const files = form.getAll('file').filter((file) => file instanceof File)
    const { t } = await words()
    if (files.length === 0) throw new HTTPException(400, { message: t('simulator.badRequest') })
    if (files.length > MOST_FILES)
      throw new HTTPException(400, { message: t('simulator.page.tooManyFiles', { max: MOST_FILES }) })
    const caption = String(form.get('caption') ?? '').trim()
    await phones.sends(await personOf(c), await Promise.all(files.map(phoneFile)), caption)
    return c.body(null, 204)
  })

  return app
}

const phoneFile = async (file: File): Promise<PhoneFile> => ({
  fileName: file.name,
  bytes: await file.bytes(),
  kind: kindOf(file.type),
})

function kindOf(type: string): PhoneFile['kind'] {
  if (PICTURE.test(type)) return 'photo'
  return type.startsWith('video/') ? 'video' : type.startsWith('audio/') ? 'audio' : 'document'
}
