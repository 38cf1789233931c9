/** `demo`: the whole program with a simulated platform and a settable clock, in a temporary folder, until Ctrl-C. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askedToStop } from './asked-to-stop.ts'
import { type Config, readConfig } from './config.ts'
import { type LocalPostgres, startLocalPostgres } from './db/local-postgres.ts'
import { requireFreePort } from './office/server.ts'

const STOP_WITHIN_MS = 10_000
/** Nobody needs this database after a power cut. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((set) => ['-c', set])

/** Leaves nothing behind, unless `keep`. Throws with a sentence for people when it cannot start. */
export async function demo({ keep = false, port }: { keep?: boolean; port?: string }): Promise<void> {
  // From the first moment on: whoever changes their mind while it starts leaves nothing behind either.
  const stop = askedToStop(STOP_WITHIN_MS, ['SIGINT', 'SIGTERM', 'SIGHUP'])
  const config = demoConfig(port)
  const another = `npx dondoc demo --port ${config.http.port + 1}`
  await requireFreePort(config.http, `Name another one, for example: ${another}`)
  const home = makeHome(keep)
  try {
    // The program is loaded while the database is made: each takes about as long as the other.
    const [postgres, { play }] = await Promise.all([
      home.startPostgres(keep ? [] : FAST),
      import('./demo-office.ts'),
    ])
    if (!stop.aborted) await play({ ...config, databaseUrl: postgres.url }, postgres.url, stop)
  } catch (error) {
    // Whatever fails because it is being ended has not failed.
    if (!stop.aborted) throw error
  } finally {
    await home.leave()
  }
}

/** The folder of the database, with what is in it: put away by `leave`, or else when the process ends, however it does. */
function makeHome(keep: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-demo-'))
  // Root's database belongs to another user, who has to get through.
  chmodSync(folder, 0o711)
  let starting: Promise<LocalPostgres> | undefined
  let postgres: LocalPostgres | undefined
  const clear = () => {
    if (keep) return
    for (const each of [postgres?.folder, folder])
      if (each !== undefined) rmSync(each, { recursive: true, force: true, maxRetries: 3 })
  }
  const giveUp = () => {
    // At once, and without the last writes: there is no time left to wait for them.
    if (postgres) process.kill(postgres.pid, 'SIGQUIT')
    clear()
  }
  process.once('exit', giveUp)
  return {
    async startPostgres(settings: string[]): Promise<LocalPostgres> {
      starting = startLocalPostgres(join(folder, 'postgres'), settings)
      postgres = await starting
      return postgres
    },
    async leave(): Promise<void> {
      // The other half of the start may have failed first.
      await starting?.catch(() => {})
      await postgres?.stop()
      clear()
      process.removeListener('exit', giveUp)
      if (keep)
        process.stdout.write(
          `This demo is kept. For its report, for example:\n  DATA_DIR=${folder} npx dondoc report 2026-Q4\n`,
        )
    },
  }
}

/** No token is read, so that no bot of an office is touched; and nobody but this machine gets in. */
function demoConfig(port: string | undefined): Config {
  const { HTTP_PORT, OFFICE_TIMEZONE, LOG_LEVEL } = process.env
  return readConfig({ HTTP_PORT: port ?? HTTP_PORT, OFFICE_TIMEZONE, LOG_LEVEL: LOG_LEVEL || 'warn' })
}
