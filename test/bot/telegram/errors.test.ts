/** What each refusal means for the message. */
import { TelegramError } from 'telegraf'
import { expect, test } from 'vitest'
import type { SendFailure } from '../../../bot/channel.ts'
import { toSendError } from '../../../bot/telegram/errors.ts'

const TOKEN = '7310000001:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const refused = (error_code: number, description: string, parameters = {}) =>
  toSendError(new TelegramError({ error_code, description, parameters }, { payload: { text: 'mật' } }))
const broken = (code: string | undefined, type = 'system') =>
  toSendError(Object.assign(new Error(`request to https://x/bot${TOKEN}/sendMessage failed`), { code, type }))

test.each<[number, string, SendFailure]>([
  [403, 'Forbidden: bot was blocked by the user', 'blocked'],
  [400, 'Bad Request: BOT WAS BLOCKED BY THE USER', 'blocked'],
  [403, 'Forbidden: user is deactivated', 'unreachable'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'unreachable'],
  [403, 'Forbidden: bot was kicked from the group chat', 'unreachable'],
  [400, 'Bad Request: chat not found', 'unreachable'],
  [400, 'Bad Request: message text is empty', 'rejected'],
  [400, "Bad Request: can't parse entities: unsupported", 'rejected'],
  [400, 'Bad Request: file is too big', 'rejected'],
  [400, 'Bad Request: wrong file_id or the file is temporarily unavailable', 'retry'],
  [401, 'Unauthorized', 'unauthorized'],
  [404, 'Not Found', 'unauthorized'],
  [500, 'Internal Server Error', 'unknown'],
  [502, 'Bad Gateway', 'unknown'],
])('%i %s', (code, description, failure) => {
  expect(refused(code, description).failure).toBe(failure)
})

test('too many requests are sent again when Telegram says so', () => {
  const error = refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 })
  expect(error).toMatchObject({ failure: 'retry', retryAfterSeconds: 7 })
})

test('a group that was upgraded says its new id', () => {
  const error = refused(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1001234 })
  expect(error).toMatchObject({ failure: 'moved', movedTo: '-1001234' })
})

test.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'NEVER_LEFT ECONNRESET'])(
  'after %s the message may be sent again: it never left',
  (code) => {
    expect(broken(code)).toMatchObject({ failure: 'retry', retryAfterSeconds: undefined })
  },
)

test.each([
  ['a connection cut', 'ECONNRESET', 'system'],
  ['a silence', 'ETIMEDOUT', 'system'],
  ['our patience at its end', undefined, 'aborted'],
  ['a page in HTML', undefined, 'invalid-json'],
])('after %s nobody knows whether the message arrived', (_, code, type) => {
  expect(broken(code, type)).toMatchObject({ failure: 'unknown', retryAfterSeconds: undefined })
})

test('no error tells the token, the address or what was sent', () => {
  const leaks = [
    broken('ECONNRESET'),
    broken(undefined, 'invalid-json'),
    refused(400, `Bad webhook ${TOKEN}`),
  ]
  for (const error of leaks) {
    expect(JSON.stringify([error.message, error.stack, error])).not.toMatch(/AAHdq|bot7310000001|mật/)
    expect(error.cause).toBeUndefined()
  }
})
