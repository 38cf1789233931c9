/** What the simulator's channel does beyond the contract: it waits until the bot is held, and keeps files for phones. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { RawUpdate } from '../../../bot/channel.ts'
import { createSimulator } from '../../../bot/simulator/channel.ts'

const AT = new Date('2026-10-01T00:30:00Z')
const said = { phone: 'phone-7', messageId: 'm1', sentAt: AT }

test('what a phone says waits until the bot is held, and is stored as it was said', async () => {
  const simulator = createSimulator('buttons')
  const stored: RawUpdate[] = []
  const saying = simulator.says({ ...said, text: 'việc' })
  await sleep(20)
  expect(stored).toEqual([])
  const stop = new AbortController()
  const receiving = simulator.receive(async (updates) => void stored.push(...updates), stop.signal)
  await saying
  stop.abort()
  await receiving
  expect(stored).toMatchObject([{ chat: 'phone-7', payload: { text: 'việc' } }])
  const kept = JSON.parse(JSON.stringify(stored[0]?.payload))
  expect(simulator.read(kept)).toEqual({
    from: { channel: 'simulator', bot: 'buttons', id: 'phone-7' },
    isPrivate: true,
    messageId: 'm1',
    sentAt: AT,
    text: 'việc',
  })
})

test('a file is handed out as it was kept, and one that is not here is refused for good', async () => {
  const simulator = createSimulator('buttons')
  const ref = simulator.keepFile(Uint8Array.of(1, 2, 3))
  expect(await simulator.download({ ref, kind: 'photo' })).toEqual(Uint8Array.of(1, 2, 3))
  await expect(simulator.download({ ref: 'gone', kind: 'photo' })).rejects.toMatchObject({
    failure: 'rejected',
  })
})

test('a bot that is taken when the program is already ending gives itself back at once', async () => {
  await createSimulator('buttons').receive(async () => {}, AbortSignal.abort())
})
