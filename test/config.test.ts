/** Whoever sets the system up learns at once everything that is wrong, and how it would be right. */
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../config.ts'

/** The keys that are complained of, in order; every line has an example or a bound. */
function wrongKeys(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message.split('\n').map((line) => {
      expect(line).toMatch(/^[A-Z_]+ must .{10,}/)
      return line.split(' ', 1)[0] ?? ''
    })
  }
  return []
}

test('nothing has to be set', () => {
  expect(readConfig({ ZALO_BOT_TOKEN: '', PUBLIC_URL: '' })).toMatchObject({
    telegram: { tokens: [], sendRate: 25, webhook: undefined },
    zalo: {
      tokens: [],
      apiRoot: 'https://bot-api.zaloplatforms.com',
      sendRate: 5,
      monthlyMessages: 3_000,
      maxPeople: 50,
      webhook: undefined,
    },
    publicUrl: undefined,
  })
})

test('a platform may have several bots, with commas between their tokens', () => {
  const config = readConfig({ ZALO_BOT_TOKEN: ' 4310001:abc-xyz , 4310002:abc-uvw ,' })
  expect(config.zalo.tokens).toEqual(['4310001:abc-xyz', '4310002:abc-uvw'])
})

test('Zalo has its own pace, limits and webhook', () => {
  const config = readConfig({
    ZALO_SEND_RATE: '2.5',
    ZALO_MONTHLY_MESSAGES: '20000',
    ZALO_MAX_PEOPLE: '500',
    ZALO_WEBHOOK_URL: 'https://dondoc.example.vn/webhook/zalo',
    ZALO_WEBHOOK_SECRET: 'opens-nothing-at-all',
    PUBLIC_URL: 'https://dondoc.example.vn/',
  })
  expect(config.zalo).toMatchObject({
    sendRate: 2.5,
    monthlyMessages: 20_000,
    maxPeople: 500,
    webhook: { url: 'https://dondoc.example.vn/webhook/zalo', secret: 'opens-nothing-at-all' },
  })
  expect(config.telegram).toMatchObject({ sendRate: 25, webhook: undefined })
  expect(config.publicUrl).toBe('https://dondoc.example.vn')
})

test('every wrong key is named at once, the missing half of a webhook too', () => {
  expect(
    wrongKeys({
      TELEGRAM_BOT_TOKEN: '4210001:abc-xyz,hello',
      TELEGRAM_WEBHOOK_SECRET: 'opens-nothing-at-all',
      ZALO_BOT_TOKEN: 'abc',
      ZALO_API_ROOT: 'zalo',
      ZALO_SEND_RATE: 'fast',
      ZALO_MONTHLY_MESSAGES: '2.5',
      ZALO_MAX_PEOPLE: '0',
      ZALO_WEBHOOK_URL: 'https://dondoc.example.vn/webhook/zalo',
      PUBLIC_URL: 'dondoc.example.vn',
      HTTP_PORT: 'web',
    }),
  ).toEqual([
    'TELEGRAM_BOT_TOKEN',
    'ZALO_BOT_TOKEN',
    'ZALO_API_ROOT',
    'ZALO_SEND_RATE',
    'ZALO_MONTHLY_MESSAGES',
    'ZALO_MAX_PEOPLE',
    'PUBLIC_URL',
    'HTTP_PORT',
    'TELEGRAM_WEBHOOK_URL',
    'ZALO_WEBHOOK_SECRET',
  ])
})

test('a short secret is no secret', () => {
  const webhook = { ZALO_WEBHOOK_URL: 'https://dondoc.example.vn/webhook/zalo', ZALO_WEBHOOK_SECRET: 'short' }
  expect(wrongKeys(webhook)).toEqual(['ZALO_WEBHOOK_SECRET'])
})

test('no token is repeated in a complaint', () => {
  expect(() => readConfig({ ZALO_BOT_TOKEN: '4310001:hush hush' })).toThrow(/^(?!.*hush)/)
})
