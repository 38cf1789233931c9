/** Answers of Zalo that are not as its documentation has them, and what they mean to whoever sends. */
import { expect, test } from 'vitest'
import { connected } from './connected.ts'

async function atLan() {
  const { server, send } = await connected()
  const { id } = server.person({ displayName: 'Lan', started: true })
  return { server, say: (text: string) => send(id, { text }) }
}

test('an error in the other spelling is understood', async () => {
  const { server, say } = await atLan()
  server.inject({ kind: 'answer', answer: { ok: false, errorCode: '429', description: 'Quota exceeded' } })
  await expect(say('xin nhắc')).rejects.toMatchObject({ failure: 'retry', retryAfterSeconds: 30 })
})

test.each([{ ok: true }, { ok: true, result: null }, { ok: true, result: { message_id: '' } }])(
  'an ok that tells no id is a message sent: %j',
  async (answer) => {
    const { server, say } = await atLan()
    server.inject({ kind: 'answer', answer })
    expect((await say('xin nhắc')).externalId).toMatch(/^unnamed-/)
  },
)
