/** An https address, a proxy on the way to it, and what can go wrong between the two. */
import { once } from 'node:events'
import { createServer as createProxy } from 'node:http'
import { type AddressInfo, connect, createServer as createTcp, type Server, type Socket } from 'node:net'
import { createServer as createTls, setDefaultCACertificates } from 'node:tls'
import { onTestFinished } from 'vitest'
import { certificate, key } from './certificate.ts'

/** From now on this process trusts the certificate of these servers. */
export const trustThem = () => setDefaultCACertificates([certificate])

/** Listens on a free port until the test is over. */
async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** Encrypted outside; inside, everything goes to the plain server on this port. */
export const inFrontOf = (port: number) =>
  listening(
    createTls({ key, cert: certificate }, (socket) => {
      const inner = connect(port, '127.0.0.1')
      socket.on('error', () => inner.destroy()).pipe(inner)
      inner.on('error', () => socket.destroy()).pipe(socket)
    }),
  )

/** Takes connections and does this to them once the first bytes came. */
export const tcp = (then: (socket: Socket) => void) =>
  listening(createTcp((socket) => socket.once('data', () => then(socket))))

/** Encrypted; does this once a request came. */
export const tls = (then: (socket: Socket) => void) =>
  listening(createTls({ key, cert: certificate }, (socket) => socket.once('data', () => then(socket))))

/** Encrypted; cuts the connection below the encryption once a request came. */
export function tlsCut(): Promise<number> {
  const below: Socket[] = []
  const server = createTls({ key, cert: certificate }, (socket) =>
    socket.on('error', () => {}).once('data', () => below.pop()?.resetAndDestroy()),
  )
  return listening(server.on('connection', (socket: Socket) => below.push(socket)))
}

/** Leads to this machine whatever the name; `asked` are the addresses. Refuses with `status` when it is not 200. */
export async function proxy(status = 200): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createProxy().on('connect', ({ url = '' }, socket: Socket) => {
    asked.push(url)
    if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
    const [, port] = url.split(':')
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    socket.on('close', () => onward.destroy())
    onward.on('error', () => socket.resetAndDestroy())
    onward.on('close', (broken) => (broken ? socket.resetAndDestroy() : socket.end()))
  })
  return { url: `http://127.0.0.1:${await listening(server)}`, asked }
}
