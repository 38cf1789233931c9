/** What becomes of a message of ours on any platform. */
import { describe, expect, test } from 'vitest'
import { SendError } from '../../bot/channel.ts'
import type { Choice } from '../../domain/message.ts'
import { jpeg } from '../sample-files.ts'
import { begin, type ContractOptions, ODD_NAME, PICTURE } from './platform.ts'

const STATUSES: Choice[][] = [
  [{ label: 'Đã xong', value: 'report:42:done' }],
  [{ label: 'Đang làm', value: 'report:42:in_progress' }],
]

const failureOf = (sending: Promise<unknown>) => sending.catch((error: unknown) => error)

export function sendingContract(platform: string, options: ContractOptions): void {
  describe(`${platform}: what we say`, () => {
    test('arrives as it was written, whatever signs are in it', async () => {
      const { person, send, violations } = await begin(options)
      const { externalId } = await send({ text: `Kính gửi ${ODD_NAME}` })
      expect(person.sees()).toMatchObject([{ text: `Kính gửi ${ODD_NAME}` }])
      expect(externalId).not.toBe('')
      expect(violations).toEqual([])
    })

    test.runIf(options.composes)('arrives in composed letters, however it was put together', async () => {
      const { person, send } = await begin(options)
      await send({ text: 'Đề nghị báo cáo'.normalize('NFD') })
      await send({ text: 'Mẫu giấy khen'.normalize('NFD') }, [PICTURE])
      const texts = person.sees().map(({ text }) => text)
      expect(texts.filter((text) => text !== '')).toEqual(['Đề nghị báo cáo', 'Mẫu giấy khen'])
    })

    test('is cut between lines where it is too long, and arrives whole', async () => {
      const { longest, person, send, violations } = await begin(options)
      const text = Array.from({ length: 300 }, (_, i) => `${i}. ${'việc '.repeat(6)}`.trim()).join('\n')
      await send({ text })
      const texts = person.sees().map((message) => message.text)
      expect(texts.length).toBeGreaterThan(1)
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(longest)
      expect(texts.join('\n')).toBe(text)
      expect(violations).toEqual([])
    })

    test('can be answered: by buttons, or by numbers where there are none', async () => {
      const { channel, person, send } = await begin(options)
      await send({ text: 'Xong chưa?', choices: STATUSES })
      const [seen] = person.sees()
      if (channel.abilities.buttons) expect(seen).toMatchObject({ buttons: ['Đã xong', 'Đang làm'] })
      else expect(seen?.text).toBe('Xong chưa?\n\n1. Đã xong\n2. Đang làm')
    })

    test('takes the place of an earlier message, or is said anew where nothing can be changed', async () => {
      const { channel, person, send } = await begin(options)
      const { externalId } = await send({ text: 'Xong chưa?' })
      await send({ text: '✅ Đã ghi.', replaces: externalId })
      const texts = person.sees().map(({ text }) => text)
      expect(texts).toEqual(channel.abilities.editing ? ['✅ Đã ghi.'] : ['Xong chưa?', '✅ Đã ghi.'])
    })

    test('shows its picture', async () => {
      const { person, send, violations } = await begin(options)
      await send({ text: 'Mẫu giấy khen' }, [PICTURE])
      const seen = person.sees()
      expect(seen.flatMap(({ photos }) => photos.map(Buffer.from))).toEqual([PICTURE.bytes])
      expect(seen.map(({ text }) => text).join('')).toBe('Mẫu giấy khen')
      expect(violations).toEqual([])
    })

    test('shows all its pictures, in their order, and its words once', async () => {
      const { person, send, violations } = await begin(options)
      const bytes = [jpeg(64, 48), jpeg(72, 48), jpeg(80, 48)]
      await send(
        { text: 'Mẫu giấy khen' },
        bytes.map((one) => ({ ...PICTURE, bytes: one })),
      )
      const seen = person.sees()
      expect(seen.flatMap(({ photos }) => photos.map(Buffer.from))).toEqual(bytes)
      expect(seen.map(({ text }) => text).join('')).toBe('Mẫu giấy khen')
      expect(violations).toEqual([])
    })

    test('goes to nobody who blocked us', async () => {
      const { person, send } = await begin(options)
      person.blocks()
      expect(await failureOf(send({ text: 'xin nhắc' }))).toMatchObject({ failure: 'blocked' })
    })

    test('goes to nobody who never opened the chat', async () => {
      const { send } = await begin(options, { started: false })
      expect(await failureOf(send({ text: 'xin nhắc' }))).toMatchObject({ failure: 'unreachable' })
    })

    test('waits when it was too much, for as long as the platform wants', async () => {
      const { person, send, throttle } = await begin(options)
      throttle()
      const error = await failureOf(send({ text: 'xin nhắc' }))
      expect(error).toBeInstanceOf(SendError)
      expect(error).toMatchObject({ failure: 'retry', retryAfterSeconds: expect.any(Number) })
      expect(person.sees()).toEqual([])
    })

    test('may have arrived when the answer was lost, and the failure says so and nothing more', async () => {
      const { person, send, loseAnswer } = await begin(options)
      loseAnswer()
      const error = await failureOf(send({ text: 'điều mật' }))
      expect(error).toMatchObject({ failure: 'unknown' })
      expect(String((error as Error).stack)).not.toMatch(/mật|opens-nothing/)
      expect(person.sees()).toHaveLength(1)
    })
  })
}
