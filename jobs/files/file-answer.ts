/** What the sender of a file is told when it could not be kept: which one, why, and what to do. */
import { albumOf } from '../../db/answers/attachments.ts'
import type { Tx } from '../../db/client.ts'
import type { FileFailure, WaitingFile } from '../../db/messages/downloads.ts'
import { readSettings } from '../../db/settings.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { clockTime, shortDay } from '../../locales/dates.ts'
import { translator } from '../../locales/i18n.ts'

/** `mostBytes`: what the channel takes. */
export async function fileAnswer(
  tx: Tx,
  file: WaitingFile,
  failure: FileFailure,
  mostBytes: number,
): Promise<OutgoingMessage> {
  const settings = await readSettings(tx)
  const { timezone, language } = settings
  const t = translator(language, { we: settings.office_short, maxMb: Math.floor(mostBytes / 1_000_000) })

  const day = Temporal.Instant.fromEpochMilliseconds(file.receivedAt.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
  const sent = { time: clockTime(file.receivedAt, timezone, language), day: shortDay(day) }
  const named = async () => {
    if (file.ref.fileName) return t('file.named', { name: file.ref.fileName })
    if (file.albumId === null) return t(`file.${file.ref.kind}`, sent)
    const album = await albumOf(tx, file.contactId, file.albumId)
    return t('file.albumPart', { ...sent, number: album.findIndex((part) => part.id === file.id) + 1 })
  }
  return { text: `${t(`file.why.${failure}`, { file: await named() })} ${t('file.again')}` }
}
