/** The words in Vietnamese: those of the plan's tasks, and one file for each subject that people bring up. */

import announcement from './vi/announcement.json' with { type: 'json' }
import call from './vi/call.json' with { type: 'json' }
import data from './vi/data.json' with { type: 'json' }
import decision from './vi/decision.json' with { type: 'json' }
import desk from './vi/desk.json' with { type: 'json' }
import digest from './vi/digest.json' with { type: 'json' }
import exemplar from './vi/exemplar.json' with { type: 'json' }
import inbox from './vi/inbox.json' with { type: 'json' }
import intake from './vi/intake.json' with { type: 'json' }
import nominee from './vi/nominee.json' with { type: 'json' }
import pack from './vi/pack.json' with { type: 'json' }
import papers from './vi/papers.json' with { type: 'json' }
import pause from './vi/pause.json' with { type: 'json' }
import quota from './vi/quota.json' with { type: 'json' }
import report from './vi/report.json' with { type: 'json' }
import review from './vi/review.json' with { type: 'json' }
import simulator from './vi/simulator.json' with { type: 'json' }
import urge from './vi/urge.json' with { type: 'json' }
import workbook from './vi/workbook.json' with { type: 'json' }
import tasks from './vi.json' with { type: 'json' }

export const vi = {
  ...tasks,
  announcement,
  call,
  data,
  decision,
  desk,
  digest,
  exemplar,
  inbox,
  intake,
  nominee,
  pack,
  papers,
  pause,
  quota,
  report,
  review,
  simulator,
  urge,
  workbook,
}
