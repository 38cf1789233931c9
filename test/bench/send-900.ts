/** 900 recipients at 30 a second, by a platform that forgives a burst of five. */
import { atMost, memory, report } from './figures.ts'
import { sendToMany } from './send-to-many.ts'

const { ratio, tooMany } = await sendToMany(900, 30, { perSecond: 30, burst: 5 })
report([
  atMost('900 recipients at 30/s: time over the ideal', ratio, 1.03, '', 3),
  atMost('"too many requests" answered', tooMany, 0),
  memory(),
])
