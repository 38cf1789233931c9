/** How long the Word report takes and how much memory: 60 units, then 1,000 with 300 photos of 300 kB. */
import { randomBytes } from 'node:crypto'
import { reportDocx } from '../../office/report/report-docx.ts'
import { sampleFacts, samplePaper } from '../office/report/sample-facts.ts'

const photo = async () => ({
  bytes: new Uint8Array(randomBytes(300_000)),
  type: 'image/jpeg',
  width: 1280,
  height: 960,
})

for (const size of [
  { units: 60, tasks: 9, photos: 4 },
  { units: 1_000, tasks: 9, photos: 302 },
]) {
  const began = performance.now()
  const bytes = await reportDocx(sampleFacts(size), { ...samplePaper, photo })
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024)
  console.log(`${size.units} units: ${seconds} s, ${Math.round(bytes.length / 1e6)} MB file, peak ${peak} MB`)
}
