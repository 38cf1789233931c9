/** The demo as a process: one command, ready soon, and nothing left behind however it ends. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { CLI, isRunning, runDemo, startDemo } from './demo-program.ts'
import { until } from './process.ts'

test('the demo says where it is, ends on Ctrl-C, and leaves nothing behind', async () => {
  const demo = await startDemo()
  expect(demo.printed()).toBe(`The demo is at ${demo.url} (Ctrl-C ends it)\n`)
  const changes = await fetch(`${demo.url}simulator/changes`)
  const { exitCode } = await demo.interrupt()
  await changes.body?.cancel().catch(() => {})
  expect(exitCode).toBe(0)
  expect({ left: demo.left(), database: isRunning(demo.database) }).toEqual({ left: [], database: false })
}, 180_000)

test('a terminal that is closed, or a service manager, leaves nothing behind either', async () => {
  for (const signal of ['SIGHUP', 'SIGTERM'] as const) {
    const demo = await startDemo()
    expect(await demo.end(signal)).toMatchObject({ exitCode: 0 })
    expect({ left: demo.left(), database: isRunning(demo.database) }).toEqual({ left: [], database: false })
  }
}, 180_000)

test('whoever presses Ctrl-C again and again, even while it starts, leaves nothing behind and reads no complaint', async () => {
  // While it makes its database, and when it has one.
  for (const after of [0, 400, 1_200]) {
    const { child, printed, left } = runDemo('--port', '0')
    await until(() => left().length > 0 || child.exitCode !== null, 60_000)
    await sleep(after)
    for (let times = 0; times < 4; times++) {
      child.kill('SIGINT')
      await sleep(60)
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect({ printed: printed(), left: left() }).toEqual({ printed: '', left: [] })
    // The last press may meet a process that has put everything away and hears nothing any more.
    expect([0, 'SIGINT']).toContain(child.exitCode ?? child.signalCode)
  }
}, 180_000)

test('a port that is taken is said at once, with how to name another, and nothing is made', async () => {
  const demo = await startDemo()
  const second = runDemo('--port', String(demo.port))
  const [exitCode] = await once(second.child, 'exit')
  expect(exitCode).toBe(1)
  expect(second.printed()).toBe(
    `Port ${demo.port} of 127.0.0.1 is taken by another program.\n` +
      `Name another one, for example: npx dondoc demo --port ${demo.port + 1}\n`,
  )
  expect(second.left()).toEqual([])
  await demo.interrupt()
}, 180_000)

test('a demo that is kept says how to look into it, and that works', async () => {
  const demo = await startDemo('--keep')
  expect(await demo.interrupt()).toMatchObject({ exitCode: 0 })
  const said = /DATA_DIR=(\S+) npx dondoc (report \S+)/.exec(demo.printed())
  const [folder = '', command = ''] = said?.slice(1) ?? []
  const options = { env: { PATH: process.env.PATH, DATA_DIR: folder }, encoding: 'utf8' as const }
  const report = execFileSync(process.execPath, [CLI, ...command.split(' '), '--format', 'json'], options)
  rmSync(folder, { recursive: true })
  expect(report).toContain('Q4-b')
}, 180_000)
