/** How soon the demo is ready, and how soon it has ended and taken everything away: the middle one of three. */
import { startDemo } from '../journeys/demo-program.ts'
import { atMost, percentile, report } from './figures.ts'

const ready: number[] = []
const ended: number[] = []
for (let round = 0; round < 3; round++) {
  const demo = await startDemo()
  ready.push(demo.readyAfter / 1_000)
  ended.push((await demo.interrupt()).took / 1_000)
}
report([
  atMost('ready after', percentile(ready, 0.5), 10, ' s', 1),
  atMost('ended after Ctrl-C', percentile(ended, 0.5), 5, ' s', 1),
])
