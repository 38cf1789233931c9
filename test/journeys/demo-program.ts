/** `npx dondoc demo` in a process of its own, with a folder of its own for what is temporary. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { until } from './process.ts'

export const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))

export type DemoProcess = {
  child: ChildProcess
  printed(): string
  /** Sends a signal, and resolves with the exit code and how long the end took, in ms. */
  end(signal: NodeJS.Signals): Promise<{ exitCode: number | null; took: number }>
  /** What it has put into the folder for temporary files, and not taken away. */
  left(): string[]
}

export type Demo = DemoProcess & {
  url: string
  port: number
  /** From the start of the process until it said where it is, in ms. */
  readyAfter: number
  /** The process of its database. */
  database: number
  /** As Ctrl-C does. */
  interrupt(): Promise<{ exitCode: number | null; took: number }>
}

export async function startDemo(...flags: string[]): Promise<Demo> {
  const port = await freePort()
  const began = performance.now()
  const demo = runDemo('--port', String(port), ...flags)
  await until(() => demo.printed().includes('The demo is at') || demo.child.exitCode !== null, 110_000)
  if (demo.child.exitCode !== null) throw new Error(`the demo did not start: ${demo.printed()}`)
  const readyAfter = performance.now() - began
  const database = Number(
    readFileSync(join(demo.left()[0] ?? '', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  return {
    ...demo,
    url: `http://127.0.0.1:${port}/`,
    port,
    readyAfter,
    database,
    interrupt: () => demo.end('SIGINT'),
  }
}

/** The process alone, whether it starts or not. */
export function runDemo(...flags: string[]): DemoProcess {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-demo-'))
  // Root's database belongs to another user, who has to get through.
  chmodSync(folder, 0o711)
  const child = spawn(process.execPath, [CLI, 'demo', ...flags], {
    env: { PATH: process.env.PATH, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const left = () => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [])
  child.once('exit', () => left().length === 0 && rmSync(folder, { recursive: true, force: true }))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text))
  return {
    child,
    printed: () => output,
    left,
    async end(signal) {
      const asked = performance.now()
      child.kill(signal)
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      return { exitCode: child.exitCode, took: performance.now() - asked }
    },
  }
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
