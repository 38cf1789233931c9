/** The real program in a process of its own, so that a test may kill it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { TelegramServer } from '../telegram-server.ts'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))

export type Program = {
  /** What it printed so far, on both outputs. */
  printed(): string
  /** Kills or asks it to end; resolves with how long that took, in ms. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number>
  exitCode(): number | null
}

/** Starts `dondoc start` and waits until it serves. */
export async function startProgram(url: string, telegram: TelegramServer, rate = 500): Promise<Program> {
  const child = spawn(process.execPath, [CLI, 'start'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_SEND_RATE: String(rate),
      HTTP_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text))
  onTestFinished(() => void child.kill('SIGKILL'))
  await until(() => output.includes('"started"') || child.exitCode !== null)
  if (child.exitCode !== null) throw new Error(`the program did not start: ${output}`)
  return { printed: () => output, end: (signal) => end(child, signal), exitCode: () => child.exitCode }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
  const began = performance.now()
  child.kill(signal)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return performance.now() - began
}

/** Looks again and again; rejects with what was waited for when it does not come. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  for (const began = performance.now(); !(await condition()); ) {
    if (performance.now() - began > withinMs)
      throw new Error(`waited ${withinMs} ms in vain for ${condition}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}
