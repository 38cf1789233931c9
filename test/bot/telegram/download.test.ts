/** A file somebody sent comes to us whole, or not at all. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { SendError } from '../../../bot/channel.ts'
import type { MediaRef } from '../../../domain/message.ts'
import { badGateway, resetBefore, serverError, silence, unauthorized } from '../../telegram-server.ts'
import { connected } from './connected.ts'

const MB = 1024 * 1024

async function sent(bytes: Uint8Array) {
  const connection = await connected({ timing: { downloadMs: 300 } })
  const { server, channel } = connection
  const { message } = server.person({ firstName: 'Lan', started: true }).sendsPhoto(bytes)
  const media = channel.read({ update_id: 1, message })?.media as MediaRef
  const failure = () =>
    channel.download(media).then(
      () => null,
      (error: unknown) => error,
    )
  return { ...connection, media, failure }
}

test('a photo comes in the size in which it was sent', async () => {
  const bytes = randomBytes(3 * MB)
  const { server, channel, media } = await sent(bytes)
  expect(Buffer.from(await channel.download(media)).equals(bytes)).toBe(true)
  expect(server.violations).toEqual([])
})

test('a file over the limit is refused', async () => {
  const { failure } = await sent(new Uint8Array(20 * MB + 1))
  expect(await failure()).toMatchObject({ failure: 'rejected' })
})

test.each([
  ['a connection cut', resetBefore],
  ['a page of a proxy', badGateway],
  ['a failure of the server', serverError],
  ['silence', silence],
])('after %s it may be tried again: nothing can come of it twice', async (_, fault) => {
  const { server, failure } = await sent(randomBytes(100))
  for (const method of ['getFile', 'file']) {
    server.inject(fault, { method })
    const error = await failure()
    expect(error).toBeInstanceOf(SendError)
    expect(error).toMatchObject({ failure: 'retry' })
    expect(String((error as Error).stack)).not.toContain('opens-nothing')
    server.clearFaults()
  }
})

test('a void token is said to be one', async () => {
  const { server, failure } = await sent(randomBytes(100))
  server.inject(unauthorized, { method: 'getFile' })
  expect(await failure()).toMatchObject({ failure: 'unauthorized' })
})
