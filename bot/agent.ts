/** The connections to a platform: kept alive, through the office’s proxy if there is one, and honest about what never left. */
import { Agent } from 'node:https'
import type { Socket } from 'node:net'

/** Below what web servers keep an idle connection for, so that we seldom write into one that is being closed. */
const IDLE_MS = 15_000
const CONNECT_MS = 10_000

/** Begins the code of an error that struck before an encrypted request could leave. */
const NEVER_LEFT = 'NEVER_LEFT'

/** Failures of any network that struck before there was a connection. */
const NO_CONNECTION = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/

/** Whether an error of this code struck before anything could leave us: what was to be sent may be sent again. */
export const hasNeverLeft = (code: string): boolean => code.startsWith(NEVER_LEFT) || NO_CONNECTION.test(code)

/**
 * A request is written only when the connection is encrypted, so whatever fails before has sent nothing. Node does not
 * say which side of that line an ECONNRESET was on, and a blocked address just stays silent; this agent tells.
 */
export function createAgent(proxy?: string, connectMs = CONNECT_MS): Agent {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS, proxyEnv: { HTTPS_PROXY: proxy } })
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (options, done) => {
    const socket = connect(options, (error, secured) => done?.(error && neverLeft(error), secured))
    // Through a proxy the socket is only the proxy's: success and failure come by the callback above.
    if (socket && proxy === undefined) watchHandshake(socket as Socket, connectMs)
    return socket
  }
  return agent
}

function watchHandshake(socket: Socket, connectMs: number): void {
  const silence = Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })
  const deadline = setTimeout(() => socket.destroy(silence), connectMs)
  socket.once('error', neverLeft)
  socket.once('close', () => clearTimeout(deadline))
  socket.once('secureConnect', () => {
    clearTimeout(deadline)
    socket.off('error', neverLeft)
  })
}

/** The code is all that survives of an error on its way through telegraf. */
function neverLeft(error: NodeJS.ErrnoException): Error {
  error.code = `${NEVER_LEFT} ${error.code ?? error.name}`
  return error
}
