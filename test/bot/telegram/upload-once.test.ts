/** A file that goes to many leaves the office once. */
import { expect, test } from 'vitest'
import type { FileToSend } from '../../../db/messages/outgoing-files.ts'
import { badGateway } from '../../telegram-server.ts'
import { connected } from './connected.ts'
import { pdf, picture, pictures } from './pictures.ts'

const METHODS = ['sendPhoto', 'sendDocument', 'sendMediaGroup']

async function toMany(count: number) {
  const connection = await connected()
  const { server, send } = connection
  const readers = Array.from({ length: count }, (_, i) =>
    server.person({ firstName: `Reader ${i}`, started: true }),
  )
  return {
    ...connection,
    readers,
    /** To all at once. */
    sendAll: (files: FileToSend[]) =>
      Promise.allSettled(readers.map(({ id }) => send(id, { text: 'Thông báo' }, files))),
    /** How many calls carried bytes, and how many the ids of bytes that Telegram has. */
    counts() {
      const calls = METHODS.flatMap((method) => server.calls(method)).map(({ params }) => params)
      const byId = calls.filter(
        ({ photo, document, media }) =>
          typeof (photo ?? document) === 'string' || (media && !JSON.stringify(media).includes('attach://')),
      )
      return { uploaded: calls.length - byId.length, byId: byId.length }
    },
  }
}

test.each<[string, FileToSend[]]>([
  ['a picture', [picture()]],
  ['a document', [pdf()]],
  ['an album', pictures(3)],
])('%s for twenty people is uploaded once, and each gets it whole', async (_, files) => {
  const { server, readers, sendAll, counts } = await toMany(20)
  await sendAll(files)
  expect(counts()).toEqual({ uploaded: 1, byId: 19 })
  for (const reader of readers) {
    expect(reader.files().map(({ bytes }) => bytes)).toEqual(files.map(({ bytes }) => bytes))
    expect(reader.files().map(({ name }) => name)).toEqual(files.map(({ name }) => name || undefined))
  }
  expect(server.violations).toEqual([])
})

test('another picture, and the same under another name, is uploaded too', async () => {
  const { sendAll, counts } = await toMany(1)
  for (const file of [picture(1), picture(2), pdf('a.pdf'), pdf('b.pdf')]) await sendAll([file])
  expect(counts()).toEqual({ uploaded: 4, byId: 0 })
})

test('whoever waited for an upload that failed uploads for themselves', async () => {
  const { server, sendAll, counts } = await toMany(3)
  server.inject(badGateway, { method: 'sendPhoto' })
  const results = await sendAll([picture()])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(counts().uploaded).toBeGreaterThan(1)
})

test('a file that Telegram does not know any more is uploaded again', async () => {
  const { server, readers, sendAll } = await toMany(1)
  await sendAll([picture()])
  const description = 'Bad Request: wrong file_id or the file is temporarily unavailable'
  server.inject({ kind: 'refuse', answer: { ok: false, error_code: 400, description } })
  await sendAll([picture()])
  expect(readers[0]?.files()).toHaveLength(2)
})
