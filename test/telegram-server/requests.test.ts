/** The test server takes what the Bot API's description allows, and nothing else. */
import { expect, test } from 'vitest'
import {
  badGateway,
  hangs,
  movedTo,
  resetAfter,
  resetBefore,
  serverError,
  tooManyRequests,
  unauthorized,
} from '../telegram-server.ts'
import type { ApiMessage } from './api-types.ts'
import { type Answer, server } from './client.ts'

async function serverWithHoa(options?: Parameters<typeof server>[0]) {
  const api = await server(options)
  const hoa = api.telegram.person({ firstName: 'Hoa', started: true })
  return { ...api, hoa }
}

const button = (data: string) => ({ inline_keyboard: [[{ text: 'Đã xong', callback_data: data }]] })

test.each([
  ['a required parameter missing', {}, 'sendMessage.text is missing'],
  ['an unknown parameter', { text: 'a', txt: 'b' }, 'sendMessage.txt is not known'],
  ['a number for a text', { text: 5 }, 'sendMessage.text must be a String'],
  [
    'a wrong type deep inside',
    { text: 'a', entities: [{ type: 'bold', offset: '0', length: 1 }] },
    'sendMessage.entities[0].offset must be an Integer',
  ],
  ['no text', { text: ' \n' }, 'message text is empty'],
  ['a text too long', { text: 'a'.repeat(4097) }, 'message is too long'],
  ['a start link too long', { text: `t.me/dondoc_bot?start=${'a'.repeat(65)}` }, 'start payload'],
  [
    'button data of 65 bytes',
    { text: 'a', reply_markup: button(`${'đ'.repeat(32)}x`) },
    'BUTTON_DATA_INVALID',
  ],
  [
    'an entity beyond the text',
    { text: 'abc', entities: [{ type: 'bold', offset: 2, length: 2 }] },
    "out of the text's range",
  ],
  [
    'an entity that cuts an emoji',
    { text: '👍', entities: [{ type: 'bold', offset: 0, length: 1 }] },
    'cuts a character in two',
  ],
  ['a formatting mode', { text: '<b>a</b>', parse_mode: 'HTML' }, 'send entities'],
])('%s is refused and remembered as a violation', async (_, params, problem) => {
  const { telegram, hoa, call } = await serverWithHoa()
  expect(await call('sendMessage', { chat_id: hoa.id, ...params })).toMatchObject({
    error_code: 400,
    description: expect.stringContaining(problem),
  })
  expect(telegram.violations).toEqual([expect.stringContaining(problem)])
  expect(hoa.screen()).toBe('')
})

test('what is just within the limits is taken', async () => {
  const { telegram, hoa, say } = await serverWithHoa()
  const { ok } = await say(hoa.id, 'đ'.repeat(4096), {
    entities: [{ type: 'bold', offset: 4095, length: 1 }],
    reply_markup: button('đ'.repeat(32)),
  })
  expect(ok).toBe(true)
  expect(telegram.violations).toEqual([])
})

test('a method that does not exist, and a wrong token, are told apart', async () => {
  const { telegram, call } = await server()
  expect(await call('sendMesage')).toMatchObject({ error_code: 404 })
  expect(telegram.violations).toHaveLength(1)
  const status = async (token: string) => (await fetch(`${telegram.url}/bot${token}/getMe`)).status
  expect([await status('1:revoked'), await status('nonsense'), await status(telegram.token)]).toEqual([
    401, 404, 200,
  ])
})

test('a query, a form and JSON say the same', async () => {
  const { telegram, root, post, hoa, say } = await serverWithHoa()
  const markup = JSON.stringify(button('x'))
  const form = new URLSearchParams({ chat_id: String(hoa.id), text: 'chào', reply_markup: markup })
  await fetch(`${root}/sendMessage?${form}`)
  await post('sendMessage', { body: form })
  await say(String(hoa.id), 'chào', { reply_markup: markup })
  expect(hoa.chat.messages.map(({ text, reply_markup }) => [text, reply_markup])).toEqual(
    Array(3).fill(['chào', button('x')]),
  )
  expect(telegram.violations).toEqual([])
})

test('files come by multipart, alone and in albums', async () => {
  const { telegram, post, hoa } = await serverWithHoa()
  const form = (fields: Record<string, string | Blob>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ chat_id: String(hoa.id), ...fields })) body.set(name, value)
    return { body }
  }
  await post('sendPhoto', form({ photo: new File(['jpeg'], 'a.jpg'), caption: 'Ảnh' }))
  await post(
    'sendDocument',
    form({ document: new File(['%PDF'], 'Báo cáo.pdf', { type: 'application/pdf' }) }),
  )
  const media = JSON.stringify(['a', 'b'].map((name) => ({ type: 'photo', media: `attach://${name}` })))
  const album = { media, a: new File(['1'], 'a.jpg'), b: new File(['2'], 'b.jpg') }
  await post('sendMediaGroup', form(album))
  expect(hoa.screen()).toBe('bot #1: (photo) Ảnh\nbot #2: (document)\nbot #3: (photo)\nbot #4: (photo)')
  expect(hoa.chat.find(2)?.document).toMatchObject({ file_name: 'Báo cáo.pdf', file_size: 4 })
  expect(telegram.violations).toEqual([])
  await post('sendMediaGroup', form({ ...album, c: new File(['3'], 'c.jpg') }))
  await post('sendPhoto', form({ photo: new File(['jpeg'], 'a.jpg'), reply_parameters: '[object Object]' }))
  expect(telegram.violations).toEqual([
    'sendMediaGroup: the file c belongs to no parameter',
    'sendPhoto.reply_parameters must be an object',
  ])
})

test('new messages come only as fast as the limits allow; edits in a private chat are free', async () => {
  const { hoa, call, say } = await serverWithHoa({ perChatRate: { perSecond: 0.5, burst: 2 } })
  await say(hoa.id, 'một')
  await say(hoa.id, 'hai')
  expect(await say(hoa.id, 'ba')).toMatchObject({
    error_code: 429,
    description: 'Too Many Requests: retry after 2',
    parameters: { retry_after: 2 },
  })
  expect(await call('editMessageText', { chat_id: hoa.id, message_id: 1, text: 'mới' })).toMatchObject({
    ok: true,
  })
})

test('the whole bot has a limit too, and it fills up again', async () => {
  const { telegram, say } = await server({ perBotRate: { perSecond: 20, burst: 1 } })
  const [hoa, lan] = ['Hoa', 'Lan'].map((firstName) => telegram.person({ firstName, started: true }))
  await say(hoa?.id ?? 0, 'một')
  expect(await say(lan?.id ?? 0, 'hai')).toMatchObject({ error_code: 429 })
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(await say(lan?.id ?? 0, 'hai')).toMatchObject({ ok: true })
})

test.each([
  ['too many requests', tooManyRequests(7), { error_code: 429, parameters: { retry_after: 7 } }],
  ['an error of the server', serverError, { error_code: 500 }],
  ['a chat that moved', movedTo(-100123), { error_code: 400, parameters: { migrate_to_chat_id: -100123 } }],
  ['a revoked token', unauthorized, { error_code: 401 }],
])('%s can be made to happen in one chat', async (_, fault, answer) => {
  const { telegram, hoa, say } = await serverWithHoa()
  const lan = telegram.person({ firstName: 'Lan', started: true })
  const clear = telegram.inject(fault, { chat: hoa.id, times: Number.POSITIVE_INFINITY })
  expect(await say(lan.id, 'a')).toMatchObject({ ok: true })
  for (let i = 0; i < 3; i++) expect(await say(hoa.id, 'a')).toMatchObject(answer)
  clear()
  expect(await say(hoa.id, 'a')).toMatchObject({ ok: true })
})

test('connections break before or after the message arrived', async () => {
  const { telegram, hoa, say } = await serverWithHoa()
  const outcome = (text: string): Promise<Answer<ApiMessage> | string> =>
    say(hoa.id, text).catch(() => 'reset')
  telegram.inject(resetBefore)
  expect(await outcome('trước')).toBe('reset')
  telegram.inject(resetAfter)
  expect(await outcome('sau')).toBe('reset')
  expect(hoa.screen()).toBe('bot #1: sau')
})

test('a proxy answers in HTML, and a hanging server answers late', async () => {
  const { telegram, root, hoa, say } = await serverWithHoa()
  telegram.inject(badGateway)
  const response = await fetch(`${root}/getMe`)
  expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html'])
  telegram.inject(hangs(150))
  const begun = performance.now()
  const late = say(hoa.id, 'chào')
  await hoa.waitFor('chào')
  expect(performance.now() - begun).toBeLessThan(100)
  expect(await late).toMatchObject({ ok: true })
  expect(performance.now() - begun).toBeGreaterThan(140)
})
