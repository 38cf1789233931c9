/** `npx dondoc demo` in a process of its own, on a port that was free a moment ago. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { until } from './process.ts'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))

export type Demo = {
  url: string
  port: number
  /** From the start of the process until it said where it is, in ms. */
  readyAfter: number
  printed(): string
  /** As Ctrl-C does; resolves with the exit code and how long it took, in ms. */
  interrupt(): Promise<{ exitCode: number | null; took: number }>
}

export async function startDemo(...flags: string[]): Promise<Demo> {
  const port = await freePort()
  const began = performance.now()
  const { child, printed } = runDemo('--port', String(port), ...flags)
  await until(() => printed().includes('The demo is at') || child.exitCode !== null, 30_000)
  if (child.exitCode !== null) throw new Error(`the demo did not start: ${printed()}`)
  const readyAfter = performance.now() - began
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    readyAfter,
    printed,
    async interrupt() {
      const asked = performance.now()
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'exit')
      return { exitCode: child.exitCode, took: performance.now() - asked }
    },
  }
}

/** The process alone, whether it starts or not. */
export function runDemo(...flags: string[]): { child: ChildProcess; printed(): string } {
  const { PATH, TMPDIR } = process.env
  const child = spawn(process.execPath, [CLI, 'demo', ...flags], {
    env: { PATH, ...(TMPDIR !== undefined && { TMPDIR }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text))
  return { child, printed: () => output }
}

/** What demos have left, or are using, in the folder for temporary files. */
export const demoFolders = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('dondoc-demo-'))
