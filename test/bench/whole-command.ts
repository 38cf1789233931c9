/** Runs a command of the office as the office does, and tells how long the whole process took and what memory it had. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))

/** Loaded before the command: says at its end, on a stream of its own, the most memory it had, in kilobytes. */
const PEAK = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs'
  process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
`)}`

export async function wholeCommand(databaseUrl: string, ...words: string[]) {
  const began = performance.now()
  const command = spawn(process.execPath, ['--import', PEAK, CLI, ...words], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  let peak = ''
  command.stdio[3]?.on('data', (kilobytes) => {
    peak += kilobytes
  })
  const [code] = await once(command, 'close')
  if (code !== 0) throw new Error(`${words.join(' ')} failed`)
  return { seconds: (performance.now() - began) / 1_000, megabytes: Number(peak) / 1_024 }
}
