/** A photo somebody sent comes to us whole, or not at all, and its link leads nowhere else. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { Agent } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { download } from '../../../bot/zalo/download.ts'
import { isPublic, publicAddresses } from '../../../bot/zalo/public-address.ts'
import { connected } from './connected.ts'

const MB = 1024 * 1024
const photo = (ref: string) => ({ kind: 'photo' as const, ref })

/** A server of this machine. As Zalo's own root it may give photos; as any other it is a door within the office. */
async function serverOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A channel whose root is a server that answers every link so. */
async function givenBy(answer: RequestListener, downloadMs = 300) {
  const root = await serverOf(answer)
  const { channel } = await connected({ at: async () => root, timing: { downloadMs } })
  return (path = '/jpg/1.jpg') => channel.download(photo(`${root}${path}`))
}

test('a link that expired gives nothing, for ever', async () => {
  const { server, channel, receive, read, stored } = await connected()
  void receive()
  server.person({ displayName: 'Lan' }).sendsPhoto(randomBytes(100))
  await expect.poll(() => stored.length).toBe(1)
  server.expirePhotos()
  const media = read()[0]?.media ?? photo('')
  await expect(channel.download(media)).rejects.toMatchObject({ failure: 'rejected' })
})

test('a photo of the greatest size comes whole, a byte more is refused before it is all here', async () => {
  let size = 10 * MB
  const download = await givenBy((_, response) => void response.end(Buffer.alloc(size)), 2_000)
  expect((await download()).length).toBe(10 * MB)
  size += 1
  await expect(download()).rejects.toMatchObject({ failure: 'rejected' })
})

const cut: RequestListener = (request) => void request.socket.resetAndDestroy()
const silent: RequestListener = () => {}
const broken: RequestListener = (_, response) => void response.writeHead(502).end()

test.each([
  ['a connection cut', cut],
  ['silence', silent],
  ['a failure of the server', broken],
])('after %s it may be tried again', async (_, answer) => {
  const download = await givenBy(answer)
  await expect(download()).rejects.toMatchObject({ failure: 'retry' })
})

test('redirects are followed, but not for ever', async () => {
  const download = await givenBy((request, response) => {
    const left = Number(request.url?.slice(1))
    if (left === 0) response.end('photo')
    else response.writeHead(302, { location: `/${left - 1}` }).end()
  })
  expect(String(Buffer.from(await download('/3')))).toBe('photo')
  await expect(download('/4')).rejects.toMatchObject({ failure: 'rejected' })
})

test('no link opens a door within the office, not even by way of a redirect or a name', async () => {
  let knocks = 0
  const door = await serverOf((_, response) => {
    knocks += 1
    response.end('secret')
  })
  const byName = door.replace('127.0.0.1', 'localhost')
  const download = await givenBy((request, response) => {
    const location = request.url === '/name' ? byName : door
    response.writeHead(302, { location }).end()
  })
  const { channel } = await connected()
  for (const link of [door, byName]) {
    await expect(channel.download(photo(link))).rejects.toMatchObject({ failure: 'rejected' })
  }
  for (const path of ['/address', '/name']) {
    await expect(download(path)).rejects.toMatchObject({ failure: 'rejected' })
  }
  expect(knocks).toBe(0)
})

const door: RequestListener = (_, response) => void response.end('photo')

test('a name is asked for once: the connection goes to the addresses that were looked at', async () => {
  const { port } = new URL(await serverOf(door))
  // Nobody else knows this name, so a second look would find nothing, or what somebody put there meanwhile.
  const link = photo(`http://photos.invalid:${port}/1.jpg`)
  const find = async () => [{ address: '127.0.0.1', family: 4 }]
  const options = { agent: new Agent(), apiRoot: 'http://127.0.0.1:1', downloadMs: 1_000, find }
  for (const proxied of [false, true])
    expect(String(Buffer.from(await download(link, { ...options, proxied })))).toBe('photo')
  await expect(download(link, { ...options, proxied: true, find: async () => [] })).rejects.toMatchObject({
    failure: 'rejected',
  })
})

test.each(['file:///etc/passwd', 'ftp://example.com/a', 'not a link', ''])(
  '"%s" is no photo',
  async (link) => {
    const { channel } = await connected()
    await expect(channel.download(photo(link))).rejects.toMatchObject({ failure: 'rejected' })
  },
)

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fd00::1',
  'fe80::1',
  'ff02::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '3fff::1',
  '::7f00:1',
  '::ffff:0:127.0.0.1',
  'fec0::1',
  '4000::1',
])('%s is not on the internet', (address) => {
  expect(isPublic(address)).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2400:cb00::1', '::ffff:8.8.8.8'])('%s is', (address) => {
  expect(isPublic(address)).toBe(true)
})

test.each(['127.0.0.1', '[::1]', 'localhost'])('a host %s is refused by its addresses', async (host) => {
  await expect(publicAddresses(host)).rejects.toMatchObject({ failure: 'rejected' })
})
