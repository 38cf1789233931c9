/** Pictures that came before anybody said that they were for a proposal. */
import { unplaced } from '../../../db/answers/attachments.ts'
import { addToExemplar, refuseIdentityPaper, removeFiles } from '../../../db/exemplars/files.ts'
import { MOST_PHOTOS } from '../../../domain/exemplars/exemplar.ts'
import { roomForPhotos } from '../../../domain/exemplars/questions.ts'
import { namesIdentityPaper } from '../../../domain/exemplars/words.ts'
import type { MediaRef } from '../../../domain/message.ts'
import type { PersonTurn } from '../../turn.ts'

/** A photo, or a picture sent as a file. */
export const isPicture = ({ kind, fileName = '' }: MediaRef): boolean =>
  kind === 'photo' || /\.(jpe?g|png|webp|heic|heif)$/i.test(fileName)

/** Takes as many as there is room for. Resolves with the word on it; undefined when there were none. */
export async function takeWaitingPhotos(
  turn: PersonTurn,
  draft: { id: number; photos: number },
): Promise<string | undefined> {
  const { tx, t, now } = turn
  const pictures = (await unplaced(tx, turn.person.id)).filter(({ ref }) => isPicture(ref))
  if (pictures.length === 0) return undefined
  const papers = pictures.filter(({ caption }) => namesIdentityPaper(caption ?? ''))
  const photos = pictures.filter((picture) => !papers.includes(picture)).map(({ id }) => id)
  const room = roomForPhotos(draft)
  await refuseIdentityPaper(
    tx,
    papers.map(({ id }) => id),
    now,
  )
  await addToExemplar(tx, photos.slice(0, room), { exemplarId: draft.id, exemplarPart: 'photo' }, now)
  await removeFiles(tx, photos.slice(room))
  const count = Math.min(draft.photos + photos.length, MOST_PHOTOS)
  return [
    photos.length > 0 && t('exemplar.photosKept', { count, most: MOST_PHOTOS }),
    photos.length > room && t('exemplar.photosFull', { most: MOST_PHOTOS }),
    papers.length > 0 && t('exemplar.noPapers'),
  ]
    .filter(Boolean)
    .join('\n')
}
