/** What is stored of an update before anybody reads it. */
import { expect, test } from 'vitest'
import { toRawUpdate } from '../../../bot/telegram/raw-update.ts'
import { corrected, pressed, pressedLongAgo, standing, unheardOf, written } from './payloads.ts'

test.each([
  ['words', written({ text: 'xong' })],
  ['a correction', corrected({ text: 'chưa' })],
  ['a press', pressed({})],
  ['an old press', pressedLongAgo],
  ['a block', standing('kicked')],
])('%s of one chat are kept in one order, whole', (_, payload) => {
  expect(toRawUpdate(payload)).toEqual({ externalId: '731000001', chat: '5310000001', payload })
})

test('what we cannot read is kept all the same', () => {
  expect(toRawUpdate(unheardOf)).toMatchObject({ externalId: '731000001', payload: unheardOf })
  const strange = { update_id: 7, message: { chat: 'gone' } }
  expect(toRawUpdate(strange)).toEqual({ externalId: '7', chat: 'none', payload: strange })
})

test('what has no number is no update', () => {
  expect([toRawUpdate(null), toRawUpdate([]), toRawUpdate({ message: {} })]).toEqual([null, null, null])
})
