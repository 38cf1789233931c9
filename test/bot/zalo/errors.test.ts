/** What each refusal means for the message. */
import { expect, test } from 'vitest'
import type { SendFailure } from '../../../bot/channel.ts'
import { fromPage, fromRefusal, toSendError } from '../../../bot/zalo/errors.ts'

test.each<[number, string, SendFailure]>([
  [400, 'Bad request: The text must not be empty', 'rejected'],
  [400, 'Bad request: The photo URL is invalid', 'rejected'],
  [400, 'Bad request: The chat_id is not found', 'unreachable'],
  [400, 'Bad request: user does not exist', 'unreachable'],
  [400, 'Bad request: the user has blocked the bot', 'blocked'],
  [401, 'Unauthorized', 'unauthorized'],
  [403, 'Internal server error', 'retry'],
  [404, 'Not Found', 'rejected'],
  [408, 'Request timeout', 'retry'],
  [429, 'Quota exceeded', 'retry'],
  [500, 'Internal server error', 'retry'],
])('%i %s', (code, description, failure) => {
  expect(fromRefusal(code, description).failure).toBe(failure)
})

test.each<[number, SendFailure]>([
  [429, 'retry'],
  [502, 'retry'],
  [504, 'unknown'],
  [401, 'retry'],
  [403, 'retry'],
  [200, 'unknown'],
])('a page with status %i', (status, failure) => {
  expect(fromPage(status).failure).toBe(failure)
})

test('too many requests rest the whole bot', () => {
  expect(fromPage(429).retryAfterSeconds).toBe(30)
  expect(fromRefusal(429, 'Quota exceeded').retryAfterSeconds).toBe(30)
  expect(fromRefusal(403, 'Internal server error').retryAfterSeconds).toBeUndefined()
})

test('no error tells the address or what was sent', () => {
  const error = toSendError(Object.assign(new Error('https://x/bot1:hush'), { code: 'ECONNRESET' }))
  expect(error).toMatchObject({ failure: 'unknown', message: 'ECONNRESET' })
  expect(error.cause).toBeUndefined()
  expect(toSendError(new TypeError('hush')).message).toBe('TypeError')
})
