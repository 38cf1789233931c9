/** 20,000 recipients at 1,000 a second, by a platform without a limit. */
import { atMost, memory, report } from './figures.ts'
import { sendToMany } from './send-to-many.ts'

const { ratio } = await sendToMany(20_000, 1_000, null)
report([atMost('20,000 recipients at 1,000/s: time over the ideal', ratio, 1.1, '', 3), memory()])
