/** What stands in the place of an earlier message, with or without files. */
import { expect, test } from 'vitest'
import { SendError } from '../../../bot/channel.ts'
import { tooManyRequests } from '../../telegram-server.ts'
import { connected } from './connected.ts'
import { picture, pictures } from './pictures.ts'

const choices = [[{ label: 'Đã nhận', value: 'seen:7' }]]
const WITHDRAWN = 'Phòng đã rút thông báo này.'
const LONG = 'Văn bản thay thế. '.repeat(100)

/** An announcement that Lan has, some days old if said so. */
async function announced(files = pictures(1), daysAgo = 0) {
  let now = new Date('2026-12-01T01:00:00Z')
  const connection = await connected({ clock: () => now })
  const { server, send } = connection
  const lan = server.person({ firstName: 'Lan', started: true })
  const { externalId, otherIds } = await send(lan.id, { text: 'Họp lúc 8 giờ', choices }, files)
  now = new Date(now.getTime() + daysAgo * 86_400_000)
  return { ...connection, lan, externalId, replaces: externalId, otherIds }
}

test('words under a picture change in their place, and the picture is not sent again', async () => {
  const { server, lan, send, replaces } = await announced()
  const again = await send(lan.id, { text: 'Họp lúc 9 giờ', choices, replaces }, pictures(1))
  expect(again.externalId).toBe(replaces)
  expect(lan.screen()).toBe('bot #1: (photo) Họp lúc 9 giờ (edited)\n  [Đã nhận]')
  expect(server.calls('sendPhoto')).toHaveLength(1)
  expect(server.violations).toEqual([])
})

test('the same words under the same picture are no failure', async () => {
  const { lan, send, replaces } = await announced()
  const again = await send(lan.id, { text: 'Họp lúc 8 giờ', choices, replaces }, pictures(1))
  expect(again.externalId).toBe(replaces)
})

test('words below an album change in their place, and the album is not sent again', async () => {
  const { server, lan, send, replaces } = await announced(pictures(2))
  const again = await send(lan.id, { text: 'Họp lúc 9 giờ', replaces }, pictures(2))
  expect(again.externalId).toBe(replaces)
  expect(lan.screen()).toBe('bot #1: (photo)\nbot #2: (photo)\nbot #3: Họp lúc 9 giờ (edited)')
  expect(server.calls('sendMediaGroup')).toHaveLength(1)
})

test('a withdrawn announcement disappears with its picture, and a new message says so', async () => {
  const { server, lan, send, replaces } = await announced()
  const { externalId } = await send(lan.id, { text: WITHDRAWN, replaces })
  expect(externalId).not.toBe(replaces)
  expect(lan.screen()).toBe(`bot #2: ${WITHDRAWN}`)
  expect(server.violations).toEqual([])
})

test('one too old to be deleted is withdrawn where it stands, under its picture', async () => {
  const { server, lan, send, replaces } = await announced(pictures(1), 3)
  const { externalId } = await send(lan.id, { text: WITHDRAWN, replaces })
  expect(externalId).toBe(replaces)
  expect(lan.screen()).toBe(`bot #1: (photo) ${WITHDRAWN} (edited)`)
  expect(server.violations).toEqual([])
})

test('what is too long to stand under the old picture is sent anew, and the old words go', async () => {
  const { server, lan, send, replaces } = await announced(pictures(1), 3)
  await send(lan.id, { text: LONG, choices, replaces })
  expect(lan.screen()).toBe(`bot #1: (photo) (edited)\nbot #2: ${LONG}\n  [Đã nhận]`)
  expect(server.violations).toEqual([])
})

test.each([0, 3])('words of %i days ago that now have a picture are sent anew with it', async (daysAgo) => {
  const { server, lan, send, replaces } = await announced([], daysAgo)
  const { externalId } = await send(lan.id, { text: 'Họp lúc 9 giờ', choices, replaces }, [picture()])
  expect(externalId).toBe('2')
  expect(lan.files()).toMatchObject([{ caption: 'Họp lúc 9 giờ' }])
  expect(lan.screen().includes('Họp lúc 8 giờ')).toBe(daysAgo > 0)
  expect(server.violations).toEqual([])
})

test('an announcement whose earlier message is gone is sent anew with its picture', async () => {
  const { lan, send } = await announced()
  await send(lan.id, { text: 'Họp lúc 9 giờ', replaces: '99' }, [picture(2)])
  expect(lan.screen()).toContain('bot #2: (photo) Họp lúc 9 giờ')
})

test('whatever else Telegram has against a change, the words arrive', async () => {
  const { server, lan, send, replaces } = await announced()
  const description = 'Bad Request: something new'
  server.inject({ kind: 'refuse', answer: { ok: false, error_code: 400, description } })
  await send(lan.id, { text: 'Họp lúc 9 giờ', replaces }, pictures(1))
  expect(lan.screen()).toContain('bot #2: (photo) Họp lúc 9 giờ')
})

test.each(['editMessageText', 'deleteMessage', 'sendMessage'])(
  'a withdrawal that Telegram puts off at %s is made good by sending it again',
  async (method) => {
    const { server, lan, send, replaces } = await announced()
    server.inject(tooManyRequests(3), { method })
    const withdrawal = { text: WITHDRAWN, replaces }
    const error = await send(lan.id, withdrawal).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SendError)
    expect(error).toMatchObject({ failure: 'retry', retryAfterSeconds: 3 })
    await send(lan.id, withdrawal)
    expect(lan.screen()).toBe(`bot #2: ${WITHDRAWN}`)
  },
)

test('a withdrawn announcement takes its album along', async () => {
  const { server, lan, send, replaces, otherIds } = await announced(pictures(3))
  expect(otherIds).toHaveLength(3)
  await send(lan.id, { text: WITHDRAWN, replaces, removes: otherIds })
  expect(lan.screen()).toBe(`bot #4: ${WITHDRAWN} (edited)`)
  expect(server.violations).toEqual([])
})

test('an album too old to be deleted does not keep the words from being taken back', async () => {
  const { lan, send, replaces, otherIds } = await announced(pictures(2), 3)
  await send(lan.id, { text: WITHDRAWN, replaces, removes: otherIds })
  expect(lan.screen()).toBe(`bot #1: (photo)\nbot #2: (photo)\nbot #3: ${WITHDRAWN} (edited)`)
})
