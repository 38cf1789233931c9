/** Reads what the page sends; what has another shape is refused. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import type { Translate } from '../../locales/i18n.ts'

/** Throws HTTPException 400 with words for people. */
export async function bodyOf<Shape extends z.ZodType>(
  c: Context,
  shape: Shape,
  t: Translate,
): Promise<z.output<Shape>> {
  const read = shape.safeParse(await c.req.json().catch(() => null))
  if (read.success) return read.data
  throw new HTTPException(400, { message: t('simulator.badRequest') })
}
