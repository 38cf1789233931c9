/** The words in English: those of the plan's tasks, and one file for each subject that people bring up. */

import announcement from './en/announcement.json' with { type: 'json' }
import call from './en/call.json' with { type: 'json' }
import data from './en/data.json' with { type: 'json' }
import decision from './en/decision.json' with { type: 'json' }
import desk from './en/desk.json' with { type: 'json' }
import digest from './en/digest.json' with { type: 'json' }
import exemplar from './en/exemplar.json' with { type: 'json' }
import inbox from './en/inbox.json' with { type: 'json' }
import intake from './en/intake.json' with { type: 'json' }
import nominee from './en/nominee.json' with { type: 'json' }
import pack from './en/pack.json' with { type: 'json' }
import papers from './en/papers.json' with { type: 'json' }
import pause from './en/pause.json' with { type: 'json' }
import quota from './en/quota.json' with { type: 'json' }
import report from './en/report.json' with { type: 'json' }
import review from './en/review.json' with { type: 'json' }
import simulator from './en/simulator.json' with { type: 'json' }
import urge from './en/urge.json' with { type: 'json' }
import workbook from './en/workbook.json' with { type: 'json' }
import tasks from './en.json' with { type: 'json' }

export const en = {
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
