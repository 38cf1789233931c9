/** The name under which a file of ours is offered. */
import type { FileToSend } from '../../db/messages/outgoing-files.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Of what mostly comes without a name; anything else gets no ending. */
const ENDINGS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'image/heic': '.heic',
  'image/tiff': '.tif',
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  [WORD]: '.docx',
}

/** Its own, else one by its content; `number` tells several of one message apart. */
export function fileNameOf({ name, contentType }: FileToSend, number: number): string {
  if (name !== '') return name.normalize('NFC')
  const kind = contentType.startsWith('image/') ? 'photo' : 'document'
  return `${kind}-${number}${ENDINGS[contentType] ?? ''}`
}
