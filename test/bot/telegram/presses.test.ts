/** A pressed button stops spinning at once, whatever we do afterwards. */
import { expect, test, vi } from 'vitest'
import { silence } from '../../telegram-server.ts'
import { connected } from './connected.ts'

const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 })
const choices = [[{ label: 'Đã xong', value: 'report:42:done' }]]

test('a press is stored first and then answered, without a word', async () => {
  const { server, receive, send, stored, read, troubles } = await connected()
  const lan = server.person({ firstName: 'Lan', started: true })
  await send(lan.id, { text: 'Xong chưa?', choices })
  const { promise: database, resolve: comeBack } = Promise.withResolvers<void>()
  troubles.push(() => database)
  void receive()
  const answered = lan.answeredTap('Đã xong')
  await vi.waitFor(() => expect(troubles).toEqual([]))
  expect(server.calls('answerCallbackQuery')).toEqual([])
  comeBack()
  expect(await answered).not.toHaveProperty('text')
  expect(stored).toHaveLength(1)
  expect(read()[0]).toMatchObject({ choice: 'report:42:done' })
  expect(server.violations).toEqual([])
})

test('an answer that hangs holds up nobody’s messages', async () => {
  const { server, receive, send, stored } = await connected()
  const lan = server.person({ firstName: 'Lan', started: true })
  await send(lan.id, { text: 'Xong chưa?', choices })
  server.inject(silence, { method: 'answerCallbackQuery' })
  void receive()
  lan.taps('Đã xong')
  await soon(() => expect(stored).toHaveLength(1))
  lan.types('và còn nữa')
  await soon(() => expect(stored).toHaveLength(2))
})

test('a press that came too late to be answered is handled all the same', async () => {
  const { server, receive, stored, logged } = await connected()
  const lan = server.person({ firstName: 'Lan', started: true })
  const { chat } = lan
  server.push({
    callback_query: {
      id: '9',
      from: lan.user,
      message: { chat: chat.about, message_id: 1, date: 0 },
      data: 'x',
      chat_instance: '1',
    },
  })
  void receive()
  await soon(() => expect(logged.map(({ event }) => event)).toContain('press_not_answered'))
  expect(stored).toHaveLength(1)
})

test('two hundred presses at once are all answered', async () => {
  const { server, receive, send, stored } = await connected()
  const lan = server.person({ firstName: 'Lan', started: true })
  await send(lan.id, { text: 'Xong chưa?', choices })
  for (let i = 0; i < 200; i++) lan.taps('Đã xong')
  server.latencyMs = 5
  void receive()
  await soon(() => expect(server.calls('answerCallbackQuery')).toHaveLength(200))
  expect(stored).toHaveLength(200)
})
