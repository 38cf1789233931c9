/** A phone's screen, ready to draw: every bubble with its words, buttons, files and time. */
import type { Db } from '../../db/client.ts'
import { isAnswering } from '../../db/simulator/changes.ts'
import { attachmentsShown, type ShownFile } from '../../db/simulator/files.ts'
import { type Bubble, type PhoneSaid, simulatedScreen } from '../../db/simulator/screen.ts'
import type { OutgoingFile, OutgoingMessage } from '../../domain/message.ts'
import { officeDay } from '../../domain/office-day.ts'
import { clockTime, weekdayAndDay } from '../../locales/dates.ts'
import { isSimulatorBot, type SimulatorBot } from './bots.ts'
import { looksOf } from './looks.ts'
import type { MarkedPart } from './marked-parts.ts'
import type { PageWords } from './page-words.ts'
import { type PhoneOwner, phoneOf } from './phones.ts'

type DrawnFile = {
  name: string
  isPicture: boolean
  /** Where it can be seen, once it is kept. */
  url: string | null
  fate: NonNullable<Bubble['fate']>
}

export type DrawnBubble = {
  id: string
  from: 'phone' | 'office'
  /** "thứ Năm, 17/12" and "7h30". */
  day: string
  time: string
  parts: MarkedPart[]
  /** Rows of buttons; `pressed` was pressed last of them. */
  rows: { label: string; value: string; pressed: boolean }[][]
  files: DrawnFile[]
  isEdited: boolean
  /** Not a message but something that happened: the invitation's link was opened. */
  isNotice: boolean
}

export type Screen = { person: number; bot: string | null; isAnswering: boolean; bubbles: DrawnBubble[] }

export async function drawScreen(db: Db, person: PhoneOwner, now: Date, words: PageWords): Promise<Screen> {
  const { id, bot } = person
  if (!isSimulatorBot(bot)) return { person: id, bot, isAnswering: false, bubbles: [] }
  const phone = phoneOf(person)
  const ledger = await simulatedScreen(db, bot, phone)
  const attachments = ledger.flatMap(({ message, attachment }) => [
    ...(message?.files ?? []).flatMap((file) => ('attachment' in file ? file.attachment : [])),
    ...(attachment === undefined ? [] : [attachment]),
  ])
  const drawing = { words, shown: await attachmentsShown(db, attachments), pressed: pressedIn(ledger) }
  const bubbles = ledger.flatMap((bubble) =>
    bubble.message ? ours(bubble, bubble.message, bot, drawing) : theirs(bubble, bot, drawing),
  )
  return { person: id, bot, isAnswering: await isAnswering(db, bot, phone, now), bubbles: inAlbums(bubbles) }
}

type Drawing = { words: PageWords; shown: Map<number, ShownFile>; pressed: Map<string, string> }

/** By our message's id, the value of the button that was pressed last. */
const pressedIn = (bubbles: Bubble[]): Map<string, string> =>
  new Map(bubbles.flatMap(({ said }) => (said?.choice === undefined ? [] : [[said.messageId, said.choice]])))

function ours(bubble: Bubble, message: OutgoingMessage, bot: SimulatorBot, drawing: Drawing): DrawnBubble[] {
  const base = drawn(bubble, drawing)
  const files = (message.files ?? []).flatMap((file) => fileOf(file, drawing.shown))
  const pressed = drawing.pressed.get(bubble.id)
  const looks = looksOf(message, bot)
  return looks.map(({ parts, rows }, index) => ({
    ...base,
    // The last one carries the buttons, and a press tells which message they belong to.
    id: index === looks.length - 1 ? bubble.id : `${bubble.id}-${index}`,
    parts,
    rows: rows.map((row) => row.map((choice) => ({ ...choice, pressed: choice.value === pressed }))),
    files: index === 0 ? files : [],
  }))
}

function theirs(bubble: Bubble, bot: SimulatorBot, drawing: Drawing): DrawnBubble[] {
  const { said } = bubble
  // A press shows on the button itself, as it does on a phone.
  if (!said || said.choice !== undefined) return []
  const base = drawn(bubble, drawing)
  const { t } = drawing.words
  if (said.startCode !== undefined) {
    const how = bot === 'numbers' ? t('simulator.linkOpenedPlain') : t('simulator.linkOpened')
    return [{ ...base, parts: [{ text: how }], isNotice: true }]
  }
  const text = said.unsupported === 'sticker' ? t('simulator.sticker') : said.text
  return [
    { ...base, id: said.albumId ?? base.id, parts: text ? [{ text }] : [], files: filesSent(bubble, said) },
  ]
}

const drawn = ({ id, from, at, edited = false }: Bubble, { words }: Drawing): DrawnBubble => ({
  id,
  from,
  day: weekdayAndDay(officeDay(at, words.timeZone), words.t),
  time: clockTime(at, words.timeZone, words.language),
  parts: [],
  rows: [],
  files: [],
  isEdited: edited,
  isNotice: false,
})

/** What we make is a chart, or a paper; each is named as what it is. */
const OUR_PICTURES = /\.(png|jpe?g)$/i

function fileOf(file: OutgoingFile, shown: Map<number, ShownFile>): DrawnFile[] {
  if ('media' in file) {
    const url = `/simulator/files/media/${file.media}/${encodeURIComponent(file.name)}`
    return [{ name: file.name, isPicture: OUR_PICTURES.test(file.name), url, fate: 'kept' }]
  }
  const known = shown.get(file.attachment)
  return known ? [{ ...known, url: attachmentUrl(file.attachment), fate: 'kept' }] : []
}

function filesSent({ attachment, fate = 'sending' }: Bubble, said: PhoneSaid): DrawnFile[] {
  const { file, fileName, unsupported } = said
  if (unsupported && fileName !== undefined)
    return [{ name: fileName, isPicture: false, url: null, fate: 'refused' }]
  if (!file) return []
  const url = attachment === undefined ? null : attachmentUrl(attachment)
  return [{ name: file.fileName, isPicture: file.kind === 'photo', url, fate }]
}

const attachmentUrl = (id: number) => `/simulator/files/attachment/${id}`

/** The parts of an album came one by one, and show as one bubble. */
function inAlbums(bubbles: DrawnBubble[]): DrawnBubble[] {
  return [...Map.groupBy(bubbles, ({ id }) => id).values()].flatMap(([first, ...more]) =>
    first
      ? {
          ...first,
          parts: [first, ...more].flatMap(({ parts }) => parts),
          files: [first, ...more].flatMap(({ files }) => files),
        }
      : [],
  )
}
