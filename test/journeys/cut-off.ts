/** A wire to the database that a test can cut: connections break, new ones are refused, until it is mended. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export type Wire = { url: string; cut(): void; mend(): void }

/** Goes between a program and the database of `url`. */
export async function wireTo(url: string): Promise<Wire> {
  const database = new URL(url)
  const open = new Set<Socket>()
  let whole = true
  const server = createServer((socket) => {
    if (!whole) return socket.destroy()
    const far = connect(Number(database.port), database.hostname)
    for (const [one, other] of [
      [socket, far],
      [far, socket],
    ] as const) {
      open.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const wire = new URL(url)
  wire.port = String((server.address() as AddressInfo).port)
  return {
    url: wire.href,
    cut() {
      whole = false
      for (const socket of open) socket.destroy()
    },
    mend() {
      whole = true
    },
  }
}
