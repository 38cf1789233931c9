/** Where Telegram is reached only through the office's proxy, everything goes through it. */
import { expect, test, vi } from 'vitest'
import { inFrontOf, proxy, trustThem } from '../../secure-servers.ts'
import { connected } from './connected.ts'
import { picture } from './pictures.ts'

async function throughProxy(status?: number) {
  trustThem()
  const { url, asked } = await proxy(status)
  // The name leads nowhere but through the proxy.
  const at = async (port: number) => `https://platform.invalid:${await inFrontOf(port)}`
  return { asked, ...(await connected({ proxy: url, at })) }
}

test('messages go out, answers come in and photos are fetched through the proxy', async () => {
  const { server, channel, asked, receive, send, read, stored } = await throughProxy()
  const lan = server.person({ firstName: 'Lan', started: true })
  await send(lan.id, { text: 'xin nhắc' })
  expect(lan.screen()).toContain('xin nhắc')
  void receive()
  lan.sendsPhoto(Buffer.from('a photo'))
  await vi.waitFor(() => expect(stored).toHaveLength(1))
  expect(String(Buffer.from(await channel.download(read()[0]!.media!)))).toBe('a photo')
  expect(asked.length).toBeLessThan(server.journal.length)
  expect(new Set(asked).size).toBe(1)
})

test('a picture goes out through the proxy', async () => {
  const { server, asked, send } = await throughProxy()
  const lan = server.person({ firstName: 'Lan', started: true })
  await send(lan.id, { text: 'Ảnh' }, [picture()])
  expect(lan.files()).toMatchObject([{ caption: 'Ảnh', bytes: picture().bytes }])
  expect(asked).toHaveLength(1)
})

test('while the proxy refuses us, messages may be sent again: none has left', async () => {
  const { send } = await throughProxy(502)
  await expect(send(1, { text: 'xin nhắc' })).rejects.toMatchObject({
    failure: 'retry',
    message: 'NEVER_LEFT ERR_PROXY_TUNNEL',
  })
  await expect(send(1, { text: 'Ảnh' }, [picture()])).rejects.toMatchObject({ failure: 'retry' })
})
