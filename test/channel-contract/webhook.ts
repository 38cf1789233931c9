/** Whoever brings us something must show that they are the platform. */
import { expect, test } from 'vitest'
import type { ContractOptions } from './platform.ts'

const WEBHOOK = { url: 'https://dondoc.example.vn/webhook', secret: 'a-secret-that-opens-nothing' }

/** `secretHeader`: where the platform shows the secret. */
export function webhookContract(platform: string, { start }: ContractOptions, secretHeader: string): void {
  test(`${platform}: who does not know the secret is turned away before anything is read`, async () => {
    const { channel, person, store, stored } = await start(WEBHOOK)
    const body = JSON.stringify(person('Lan', true).types('xong'))
    const knock = async (headers: Record<string, string>) => {
      const request = new Request(WEBHOOK.url, { method: 'POST', headers, body })
      return { request, status: (await channel.webhook?.(request, store))?.status }
    }
    for (const headers of [{}, { [secretHeader]: 'wrong' }, { [secretHeader]: `${WEBHOOK.secret}x` }]) {
      const { request, status } = await knock(headers)
      expect(status).toBe(401)
      expect(request.bodyUsed).toBe(false)
    }
    expect(stored).toEqual([])
    expect((await knock({ [secretHeader]: WEBHOOK.secret })).status).toBe(200)
    expect(stored.map(({ payload }) => channel.read(payload)?.text)).toEqual(['xong'])
  })
}
