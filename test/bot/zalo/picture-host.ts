/** Where pictures of ours lie for Zalo to fetch, as the office's own server would give them. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Publish } from '../../../bot/zalo/send.ts'

/** `times`: how often each picture may be fetched. `fetched` counts all fetches. */
export async function pictureHost({ times = Number.POSITIVE_INFINITY } = {}) {
  const pictures = new Map<string, { bytes: Uint8Array; contentType: string; left: number }>()
  const host = {
    fetched: 0,
    publish: (async ({ bytes, contentType }) => {
      const path = `/m/${pictures.size}`
      pictures.set(path, { bytes, contentType, left: times })
      return `${url}${path}`
    }) satisfies Publish,
  }
  const server = createServer((request, response) => {
    host.fetched += 1
    const picture = pictures.get(request.url ?? '')
    if (!picture || picture.left <= 0) return response.writeHead(404).end()
    picture.left -= 1
    return response.writeHead(200, { 'content-type': picture.contentType }).end(picture.bytes)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return host
}
