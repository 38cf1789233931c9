/** The Excel file of 1,000 units with 300 photos in its cells. */
import { translator } from '../../locales/i18n.ts'
import { reportWorkbook } from '../../office/workbook/report-workbook.ts'
import { sampleFacts } from '../office/report/sample-facts.ts'
import { atMost, report } from './figures.ts'
import { madeUpPhoto } from './made-up-photo.ts'

const facts = sampleFacts({ units: 1_000, tasks: 9, photos: 302 })
const rows = { replies: [], deliveries: [], photo: madeUpPhoto, timeZone: 'Asia/Ho_Chi_Minh' }

const began = performance.now()
await reportWorkbook(facts, rows, translator('vi'))
report([
  atMost('1,000 units, 9 tasks, 300 photos of 300 kB', (performance.now() - began) / 1_000, 30, ' s', 1),
  atMost('peak memory', process.resourceUsage().maxRSS / 1_024, 500, ' MB'),
])
