/** Reads what the page sends; what has another shape is refused. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'

/** Throws HTTPException 400. */
export async function bodyOf<Shape extends z.ZodType>(c: Context, shape: Shape): Promise<z.output<Shape>> {
  const read = shape.safeParse(await c.req.json().catch(() => null))
  if (read.success) return read.data
  throw new HTTPException(400, { message: read.error.issues.map(({ message }) => message).join(' ') })
}
