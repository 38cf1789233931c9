/** A chat with the bot without a platform: types and presses go through the real conversation, and the screen shows what came. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'
import { handleUpdate } from '../../bot/handle-update.ts'
import { readOfficeFacts } from '../../bot/office-facts.ts'
import type { Db } from '../../db/client.ts'
import { keepMedia } from '../../db/messages/media.ts'
import { attachments, contacts, inbox, outbox } from '../../db/schema/index.ts'
import type { BotLimits } from '../../domain/bot-limits.ts'
import type { Address, IncomingMessage, OutgoingMessage } from '../../domain/message.ts'
import { fakeChannel } from '../fake-channel.ts'

/** One message on the screen, as it stands after all edits. */
type Shown = OutgoingMessage & { externalId: string }

export type Chat = {
  /** What stands on the screen, oldest first. */
  screen: Shown[]
  /** Each resolves with what came because of it, edits too. */
  types(text: string, more?: Partial<IncomingMessage>): Promise<Shown[]>
  /** Presses the button with this label, or one that begins so, in the newest message that has it. */
  presses(label: string): Promise<Shown[]>
  /** Presses a button by its value, as an old message or a forger would. */
  pressesValue(value: string): Promise<Shown[]>
  /** Sends photos, together when there are several; their bytes are with us at once. */
  sendsPhotos(count?: number, caption?: string): Promise<Shown[]>
  /** Sends a document; its bytes are with us at once. */
  sendsFile(fileName: string, bytes: Uint8Array): Promise<Shown[]>
  pressesStart(code: string): Promise<Shown[]>
  /** What others' doings have brought meanwhile. */
  receives(): Promise<Shown[]>
  /** The newest message's text. */
  last(): string
}

/** Somebody's chat; a stranger's with an address nobody has. Only a bot that knows its name can make links. */
export function openChat(
  db: Db,
  { address }: { address: Address },
  clock: () => Date,
  { botUserName, limits }: { botUserName?: string; limits?: BotLimits } = {},
): Chat {
  const screen: Shown[] = []
  const updates = new Map<unknown, IncomingMessage>()
  const { channel } = fakeChannel({ read: (payload) => updates.get(JSON.stringify(payload)) ?? null })
  const named = { ...channel, userName: botUserName }
  const handling = { db, channel: named, facts: () => readOfficeFacts(db, limits), clock }
  let sent = 0

  async function says(message: Partial<IncomingMessage>): Promise<Shown[]> {
    const id = randomUUID()
    updates.set(JSON.stringify({ id }), {
      from: address,
      isPrivate: true,
      messageId: `in-${++sent}`,
      sentAt: clock(),
      ...message,
    })
    const [update] = await db
      .insert(inbox)
      .values({
        channel: address.channel,
        bot: address.bot,
        externalId: id,
        chat: address.id,
        payload: { id },
        receivedAt: clock(),
      })
      .returning()
    await handleUpdate(handling, update!)
    return receives()
  }

  async function receives(): Promise<Shown[]> {
    const mine = db.select({ id: contacts.id }).from(contacts).where(eq(contacts.externalId, address.id))
    const rows = await db
      .select()
      .from(outbox)
      .where(and(inArray(outbox.contactId, mine), eq(outbox.state, 'waiting')))
      .orderBy(asc(outbox.id))
    const came: Shown[] = []
    for (const { id, message } of rows) {
      const externalId = message.replaces ?? `out-${id}`
      await db.update(outbox).set({ state: 'sent', externalId, sentAt: clock() }).where(eq(outbox.id, id))
      const shown = { ...message, externalId }
      const at = screen.findIndex((one) => one.externalId === externalId)
      if (at < 0) screen.push(shown)
      else screen[at] = shown
      came.push(shown)
    }
    return came
  }

  const choiceOf = (label: string) => {
    for (const { externalId, choices = [] } of [...screen].reverse()) {
      const choice =
        choices.flat().find((one) => one.label === label) ??
        choices.flat().find((one) => one.label.startsWith(label))
      if (choice) return { choice: choice.value, messageId: externalId }
    }
    expect(
      screen.map(({ text, choices }) => [text, choices]),
      `no button "${label}"`,
    ).toBe(null)
    throw new Error('unreachable')
  }

  return {
    screen,
    types: (text, more) => says({ text, ...more }),
    presses: (label) => says(choiceOf(label)),
    pressesValue: (value) => says({ choice: value, messageId: screen.at(-1)?.externalId ?? '0' }),
    pressesStart: (startCode) => says({ startCode, text: `/start ${startCode}` }),
    async sendsPhotos(count = 1, caption) {
      const albumId = count > 1 ? randomUUID() : undefined
      const came: Shown[] = []
      for (let part = 0; part < count; part++) {
        const media = { ref: randomUUID(), kind: 'photo' as const, byteSize: 1_000 }
        came.push(...(await says({ media, albumId, text: part === 0 ? caption : undefined })))
      }
      await bringFiles(db)
      return came
    },
    async sendsFile(fileName, bytes) {
      const media = { ref: randomUUID(), kind: 'document' as const, byteSize: bytes.length, fileName }
      const came = await says({ media })
      await bringFiles(db, bytes)
      return came
    },
    receives,
    last: () => screen.at(-1)?.text ?? '',
  }
}

/** What the downloads would do: the bytes of everything that waits are ours. */
async function bringFiles(db: Db, document?: Uint8Array): Promise<void> {
  for (const { id } of await db.select().from(attachments).where(eq(attachments.state, 'waiting'))) {
    const bytes = document ?? new TextEncoder().encode(`picture ${id}`)
    const contentType = document ? 'application/octet-stream' : 'image/jpeg'
    const mediaId = await keepMedia(db, { bytes, sha256: `sample ${id}`, contentType })
    await db.update(attachments).set({ state: 'stored', mediaId }).where(eq(attachments.id, id))
  }
}
