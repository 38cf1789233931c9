/** The phones of the test server do what people's phones do. */
import { expect, test } from 'vitest'
import type { ApiMessage, ApiUpdate } from '../telegram-server.ts'
import { server } from './client.ts'
import { typeCheck } from './spec-check.ts'

const choices = (...labels: string[]) => ({
  inline_keyboard: labels.map((text, i) => [{ text, callback_data: `choice:${i}` }]),
})
const phoneKeyboard = { keyboard: [[{ text: 'Gửi số của tôi', request_contact: true }]] }

test('nobody can be written to who did not press Start, blocked the bot, or is gone', async () => {
  const { telegram, say } = await server()
  const hoa = telegram.person({ firstName: 'Hoa' })
  expect(await say(hoa.id, 'a')).toMatchObject({ description: 'Bad Request: chat not found' })
  expect(() => hoa.types('a')).toThrow('Hoa has to press Start first')
  expect(hoa.pressesStart('thu-moi_1').message.text).toBe('/start thu-moi_1')
  expect(await say(hoa.id, 'a')).toMatchObject({ ok: true })
  hoa.blocks()
  expect(await say(hoa.id, 'a')).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  hoa.pressesStart()
  expect(await say(hoa.id, 'a')).toMatchObject({ ok: true })
  hoa.deletesAccount()
  expect(await say(hoa.id, 'a')).toMatchObject({ description: 'Forbidden: user is deactivated' })
  const statuses = telegram.pendingUpdates.flatMap(({ my_chat_member }) => my_chat_member?.new_chat_member)
  expect(statuses.filter(Boolean)).toMatchObject([{ status: 'kicked' }, { status: 'member' }])
})

test('everything a phone and the server make is as the Bot API describes it', async () => {
  const { telegram, call, say } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', userName: 'hoa_ubnd' })
  const { message } = hoa.pressesStart('thu-moi')
  const { result: question } = await say(hoa.id, 'Đã xong chưa ạ?', { reply_markup: choices('Đã xong') })
  await say(hoa.id, 'Xin số', { reply_markup: phoneKeyboard, reply_parameters: { message_id: 1 } })
  hoa.taps('Đã xong')
  hoa.types('trả lời', { replyTo: question })
  hoa.edits(message, 'sửa')
  hoa.sharesOwnNumber('84912345678')
  hoa.sharesContact('0912345678')
  hoa.forwardsContact('0912345678')
  const photo = hoa.sendsPhoto(Buffer.from('a photo'), { caption: 'Ảnh' })
  hoa.sendsAlbum([Buffer.from('1'), Buffer.from('2')])
  hoa.sendsDocument(Buffer.from('%PDF'), { fileName: 'a.pdf', mimeType: 'application/pdf' })
  hoa.sendsVoice()
  hoa.sendsSticker()
  hoa.sends({ location: { latitude: 20.8, longitude: 106.9 } })
  await call('deleteMessage', { chat_id: hoa.id, message_id: question.message_id })
  hoa.taps('Đã xong', question)
  hoa.blocks()
  hoa.unblocks()
  const { result: updates } = await call<ApiUpdate[]>('getUpdates')
  expect(updates).toHaveLength(17)
  const file_id = photo.message.photo?.at(-1)?.file_id
  const answers = [
    ['Array of Update', updates],
    ['Message', question],
    ['User', (await call('getMe')).result],
    ['WebhookInfo', (await call('getWebhookInfo')).result],
    ['File', (await call('getFile', { file_id })).result],
  ] as const
  expect(answers.map(([type, value]) => typeCheck(type)(value))).toEqual(answers.map(() => null))
  expect(telegram.violations).toEqual([])
})

test('a press finds its button by label, data or part of the label, and is answered', async () => {
  const { telegram, call, say } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  const { result: old } = await say(hoa.id, 'Việc 1', { reply_markup: choices('✅ Đã xong', 'Chưa') })
  await say(hoa.id, 'Việc 2', { reply_markup: choices('✅ Đã xong') })
  const press = hoa.answeredTap('Đã xong')
  const [update] = telegram.pendingUpdates
  expect(update?.callback_query).toMatchObject({ data: 'choice:0', message: { text: 'Việc 2' } })
  await call('answerCallbackQuery', { callback_query_id: update?.callback_query?.id, text: 'Đã ghi' })
  expect(await press).toEqual({ text: 'Đã ghi' })
  expect(hoa.taps('choice:0', old).callback_query).toMatchObject({ message: { text: 'Việc 1' } })
  expect(() => hoa.taps('Xoá')).toThrow(
    'no button "Xoá". Hoa sees:\nbot #1: Việc 1\n  [✅ Đã xong]\n  [Chưa]',
  )
  expect(await call('answerCallbackQuery', { callback_query_id: '1' })).toMatchObject({
    description: expect.stringContaining('query is too old'),
  })
})

test('an edit shows on the screen and keeps the earlier versions', async () => {
  const { telegram, call, say } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  await say(hoa.id, 'Xong chưa?', { reply_markup: choices('Đã xong') })
  const edit = (text: string, message_id = 1, more = {}) =>
    call('editMessageText', { chat_id: hoa.id, message_id, text, ...more })
  expect(await edit('Xong chưa?', 1, { reply_markup: choices('Đã xong') })).toMatchObject({
    error_code: 400,
    description: expect.stringContaining('message is not modified'),
  })
  await edit('Đã ghi nhận.')
  await call('setMessageReaction', {
    chat_id: hoa.id,
    message_id: 1,
    reaction: [{ type: 'emoji', emoji: '👍' }],
  })
  expect(hoa.screen()).toBe('bot #1: Đã ghi nhận. (edited) 👍')
  expect(hoa.chat.versions(1).map(({ text }) => text)).toEqual(['Xong chưa?', 'Đã ghi nhận.'])
  expect(await edit('a', 9)).toMatchObject({ description: 'Bad Request: message to edit not found' })
  hoa.types('của tôi')
  expect(await edit('a', 2)).toMatchObject({ description: "Bad Request: message can't be edited" })
  await say(hoa.id, 'Xin số', { reply_markup: phoneKeyboard })
  expect(await edit('a', 3)).toMatchObject({ description: "Bad Request: message can't be edited" })
})

test('waiting finds each message once, after what the person did last, and fails with the screen', async () => {
  const { telegram, say } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  await say(hoa.id, 'Kính nhắc đồng chí')
  hoa.types('chào')
  const later = hoa.waitFor('nhắc')
  const { result } = await say(hoa.id, 'Kính nhắc lần hai')
  expect(await later).toMatchObject({ message_id: result.message_id })
  const inVain = hoa.waitFor((message: ApiMessage) => message.text === 'Cảm ơn', 50)
  await expect(inVain).rejects.toThrow('bot #1: Kính nhắc đồng chí\nHoa #2: chào\nbot #3: Kính nhắc lần hai')
  await expect(hoa.waitFor('nhắc', 50)).rejects.toThrow('waited 50 ms for "nhắc" in vain')
})

test('a file can be downloaded by the path of its id, unless it is too big', async () => {
  const { telegram, call } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  const { photo = [] } = hoa.sendsPhoto(Buffer.from('the whole photo')).message
  const bytes = await Promise.all(
    photo.map(async ({ file_id }) => {
      const { result } = await call<{ file_path: string }>('getFile', { file_id })
      return (await fetch(`${telegram.url}/file/bot${telegram.token}/${result.file_path}`)).text()
    }),
  )
  expect(bytes.at(-1)).toBe('the whole photo')
  expect(bytes.slice(0, -1)).not.toContain('the whole photo')
  expect(photo.length).toBeGreaterThan(1)

  const big = Buffer.alloc(20 * 1024 * 1024 + 1)
  const { document } = hoa.sendsDocument(big, { fileName: 'a.zip', mimeType: 'application/zip' }).message
  expect(await call('getFile', { file_id: document?.file_id })).toMatchObject({
    error_code: 400,
    description: 'Bad Request: file is too big',
  })
  expect(await call('getFile', { file_id: 'nobody' })).toMatchObject({ error_code: 400 })
})
