/** Pictures sent while a proposal is spoken of: of the nominee, or of the form or message that proves the consent. */
import { addAttachment, albumOf } from '../../../db/answers/attachments.ts'
import { type Proposal, tell } from '../../../db/exemplars/exemplars.ts'
import {
  addToExemplar,
  type ExemplarPart,
  exemplarFiles,
  IDENTITY_PAPER,
  refuseIdentityPaper,
  removeExemplarFiles,
} from '../../../db/exemplars/files.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { MOST_PHOTOS } from '../../../domain/exemplars/exemplar.ts'
import { roomForPhotos } from '../../../domain/exemplars/questions.ts'
import { namesIdentityPaper } from '../../../domain/exemplars/words.ts'
import type { MediaRef } from '../../../domain/message.ts'
import type { Awaited } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { proposalIfTheirs } from './proposal-of-person.ts'
import { askStep, goOn, isStep } from './step.ts'
import { isPicture } from './waiting-photos.ts'
import { takeWords } from './words.ts'

const MB = 1024 * 1024

/** False when the file belongs elsewhere: there is no such proposal any more, or it is no picture. */
export async function takePicture(turn: PersonTurn, awaited: Awaited, media: MediaRef): Promise<boolean> {
  const { tx, t, contact, message, now } = turn
  const proposal = await proposalIfTheirs(turn, awaited.id)
  if (!proposal) return false
  const album = message.albumId === undefined ? [] : await albumOf(tx, contact.id, message.albumId)
  const part: ExemplarPart =
    album.find(({ exemplarPart }) => exemplarPart)?.exemplarPart ??
    (awaited.question === 'evidence' ? 'consent' : 'photo')
  if (part === 'photo' && !isPicture(media)) return false
  if ((media.byteSize ?? 0) > turn.abilities.maxFileSize) {
    const maxMb = Math.floor(turn.abilities.maxFileSize / MB)
    await turn.say({ text: t('photo.tooLarge', { maxMb }) })
    return true
  }
  const refused = album.some(({ failure }) => failure === IDENTITY_PAPER)
  const isPaper = refused || namesIdentityPaper(message.text ?? '')
  if (part === 'photo' && !isPaper && roomForPhotos(proposal) === 0) {
    await refuseOneTooMany(turn)
    return true
  }
  const id = await addAttachment(tx, {
    contactId: contact.id,
    personId: turn.person.id,
    ref: media,
    messageId: message.messageId,
    albumId: message.albumId,
    caption: message.text,
    now,
  })
  if (isPaper) {
    await refuseIdentityPaper(tx, [id, ...album.map((one) => one.id)], now)
    if (!refused) await goOn(turn, proposal.id, t('exemplar.noPapers'))
    return true
  }
  await addToExemplar(tx, [id], { exemplarId: proposal.id, exemplarPart: part }, now)
  await answerPicture(turn, awaited, { part, isFirst: album.length === 0 })
  return true
}

/** Every part of an album is kept, one is answered; its caption may be what was asked for. */
async function answerPicture(
  turn: PersonTurn,
  awaited: Awaited,
  { part, isFirst }: { part: ExemplarPart; isFirst: boolean },
): Promise<void> {
  const { t, message } = turn
  const proposal = await proposalIfTheirs(turn, awaited.id)
  if (!proposal) return
  const inAlbum = message.albumId !== undefined
  const kept =
    part === 'consent' || inAlbum
      ? t('exemplar.pictureKept')
      : t('exemplar.photosKept', { count: proposal.photos, most: MOST_PHOTOS })
  const caption = message.text?.trim() ?? ''
  if (caption !== '' && (await takeWords(turn, proposal, awaited.question, caption, kept))) return
  if (!isFirst) return
  const { question } = awaited
  if (!isStep(question) || question === 'photos' || question === 'evidence') {
    return goOn(turn, proposal.id, kept)
  }
  await askStep(turn, proposal, question, { before: kept, said: awaited.said })
}

/** Said once for an album, however many of it are too many. */
async function refuseOneTooMany({ tx, t, contact, person, message, now }: PersonTurn): Promise<void> {
  await enqueue(tx, {
    key: `exemplar-photos:${contact.id}:${message.albumId ?? message.messageId}`,
    kind: 'answer',
    contactId: contact.id,
    personId: person.id,
    message: { text: t('exemplar.photosFull', { most: MOST_PHOTOS }) },
    now,
  })
}

/** There is no photo, or no more. */
export async function endPhotos(turn: PersonTurn, proposal: Proposal): Promise<void> {
  await tell(turn.tx, proposal.id, { photosDone: true }, turn.now)
  await goOn(turn, proposal.id)
}

/** Removes the photos there are, and asks for others. */
export async function photosAnew(turn: PersonTurn, { id }: Proposal): Promise<void> {
  await removeExemplarFiles(turn.tx, id, 'photo')
  await tell(turn.tx, id, { photosDone: false }, turn.now)
  await goOn(turn, id)
}

/** The sender says in words that what they have just sent is an identity paper: it goes, with its album. */
export async function refuseLastPicture(turn: PersonTurn, { id }: Proposal): Promise<void> {
  const files = await exemplarFiles(turn.tx, id)
  const last = files.at(-1)
  const same = files.filter((one) => one.id === last?.id || (last?.albumId && one.albumId === last.albumId))
  await refuseIdentityPaper(
    turn.tx,
    same.map((one) => one.id),
    turn.now,
  )
  await goOn(turn, id, turn.t('exemplar.noPapers'))
}
