/** `npm run bench [-- NAME]`: each benchmark in a process of its own, their figures beside the goals in one table. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Figure } from './figures.ts'

const BENCHES = ['send-900', 'send-20000', 'one-chat', 'queued-taps', 'answer-time', 'zalo', 'papers', 'demo']

const [wanted] = process.argv.slice(2)
const chosen = BENCHES.filter((name) => wanted === undefined || name === wanted)
if (chosen.length === 0) {
  console.error(`There is no benchmark ${wanted}. There are: ${BENCHES.join(', ')}`)
  process.exit(1)
}

const rows: Record<string, unknown>[] = []
for (const name of chosen) {
  const bench = fork(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)))
  let figures: Figure[] = []
  bench.on('message', (message: Figure[]) => {
    figures = message
  })
  const [code] = await once(bench, 'exit')
  if (code !== 0) process.exitCode = 1
  for (const { what, measured, goal = '', met } of figures) {
    rows.push({ bench: name, what, measured, goal, met: met === undefined ? '' : met ? 'yes' : 'NO' })
  }
}
console.table(rows)
