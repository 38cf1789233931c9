/** The Word report: 60 units, then 1,000 with 300 photos of 300 kB. */
import { reportDocx } from '../../office/report/report-docx.ts'
import { sampleFacts, samplePaper } from '../office/report/sample-facts.ts'
import { atMost, report } from './figures.ts'
import { madeUpPhoto } from './made-up-photo.ts'

async function secondsFor(size: Parameters<typeof sampleFacts>[0]): Promise<number> {
  const began = performance.now()
  await reportDocx(sampleFacts(size), { ...samplePaper, photo: madeUpPhoto })
  return (performance.now() - began) / 1_000
}

const few = await secondsFor({ units: 60, tasks: 9, photos: 4 })
// Two nominees of the sample do not want to be shown.
const many = await secondsFor({ units: 1_000, tasks: 9, photos: 302 })
report([
  atMost('60 units, 9 tasks', few, 2, ' s', 1),
  atMost('1,000 units, 9 tasks, 300 photos of 300 kB', many, 30, ' s', 1),
  atMost('peak memory', process.resourceUsage().maxRSS / 1_024, 500, ' MB'),
])
