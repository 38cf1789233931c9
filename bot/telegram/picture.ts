/** Whether Telegram can show a file as a picture; what it cannot show it still offers as a file. */
import { inspectFile } from '../../domain/files/file-content.ts'

const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp'])
/** The three limits of the Bot API's sendPhoto. */
const MAX_BYTES = 10 * 1024 * 1024
const MAX_WIDTH_AND_HEIGHT = 10_000
const MAX_RATIO = 20

/** Looks into the bytes; the type that somebody claimed would cost the message if it were wrong. */
export async function isPicture(bytes: Uint8Array): Promise<boolean> {
  if (bytes.length > MAX_BYTES) return false
  const content = await inspectFile(bytes)
  if (!content.ok || !SHOWN.has(content.contentType)) return false
  const { width = 0, height = 0 } = content
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  return short + long <= MAX_WIDTH_AND_HEIGHT && long <= short * MAX_RATIO
}
