/** Where Zalo is reached only through the office's proxy, everything goes through it. */
import { expect, test, vi } from 'vitest'
import { inFrontOf, proxy, trustThem } from '../../secure-servers.ts'
import { connected } from './connected.ts'

async function throughProxy(status?: number) {
  trustThem()
  const { url, asked } = await proxy(status)
  // The name leads nowhere but through the proxy.
  const at = async (port: number) => `https://platform.invalid:${await inFrontOf(port)}`
  const connection = await connected({ proxy: url, at })
  return { asked, ...connection, lan: connection.server.person({ displayName: 'Lan', started: true }) }
}

test('messages go out and come in through the proxy', async () => {
  const { server, asked, receive, send, stored, lan } = await throughProxy()
  await send(lan.id, { text: 'xin nhắc' })
  expect(lan.screen()).toBe('bot: xin nhắc')
  void receive()
  lan.types('xong')
  await vi.waitFor(() => expect(stored).toHaveLength(1))
  expect(asked.length).toBeLessThan(server.journal.length)
  expect(new Set(asked).size).toBe(1)
})

test('a photo whose host only the proxy can find is fetched through it', async () => {
  const { server, channel, asked } = await throughProxy()
  const host = `elsewhere.invalid:${new URL(server.url).port}`
  // The proxy leads there; that the server behind it speaks no https is why it ends so.
  const download = channel.download({ kind: 'photo', ref: `https://${host}/jpg/1.jpg` })
  await expect(download).rejects.toMatchObject({ failure: 'retry' })
  expect(asked).toEqual([host])
})

test('while the proxy refuses us, messages may be sent again: none has left', async () => {
  const { send, lan } = await throughProxy(502)
  await expect(send(lan.id, { text: 'xin nhắc' })).rejects.toMatchObject({
    failure: 'retry',
    message: 'NEVER_LEFT ERR_PROXY_TUNNEL',
  })
})
