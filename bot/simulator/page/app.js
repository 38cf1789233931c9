/** The page: four phones side by side, the clock beside them, and what goes out in between. */
import { forgetClockTrouble, showClock, startClock } from './clock.js'
import { createPhone } from './phone.js'
import { onChange, people, screens, timeline } from './server.js'
import { createTabs } from './tabs.js'
import { daysWanted, showTimeline, startTimeline } from './timeline.js'

const AT_ONCE = 4

const everybody = await people()
const phones = pickedFirst().map((person, index) => createPhone({ person, index, everybody, onPicked }))
document.querySelector('.phones').append(...phones.map(({ section }) => section))
const tabs = createTabs(phones)
keepApart()
startClock()
startTimeline(refresh)

let version = ''
let isRefreshing = false
let isStale = false
let wasLost = false

onChange(
  (state) => {
    showClock(state)
    if (state.version === version) return
    version = state.version
    refresh()
  },
  (isLost) => {
    document.querySelector('.lost').hidden = !isLost
    if (wasLost && !isLost) {
      forgetClockTrouble()
      for (const phone of phones) phone.forgetTrouble()
    }
    wasLost = isLost
  },
)

/** One refresh at a time; what changes meanwhile is in the next. */
async function refresh() {
  isStale = true
  if (isRefreshing) return
  isRefreshing = true
  while (isStale) {
    isStale = false
    try {
      const ids = phones.map(({ personId }) => personId())
      const [drawn, sent] = await Promise.all([screens(ids), timeline(daysWanted())])
      for (const phone of phones) phone.show(drawn.find(({ person }) => person === phone.personId()))
      tabs.heard(drawn)
      showTimeline(sent)
    } catch {
      // The connection says so itself, and the next change comes with all of it.
    }
  }
  isRefreshing = false
}

/** Whose phones were looked at before the page was loaded again; else those that joined first. */
function pickedFirst() {
  const ids = new URL(location.href).searchParams.getAll('phone').map(Number)
  const before = ids.flatMap((id) => everybody.find((person) => person.id === id) ?? [])
  const joined = everybody.filter(({ bot }) => bot !== null).sort((a, b) => a.joinedAs - b.joinedAs)
  return [...new Set([...before, ...joined, ...everybody])].slice(0, AT_ONCE)
}

/** Another person's phone is looked at now. */
function onPicked() {
  const query = new URLSearchParams(phones.map(({ personId }) => ['phone', personId()]))
  history.replaceState(null, '', `?${query}`)
  keepApart()
  tabs.name()
  refresh()
}

/** Nobody stands on two phones. */
function keepApart() {
  const shown = phones.map(({ personId }) => personId())
  for (const phone of phones) phone.offer((id) => id === phone.personId() || !shown.includes(id))
}
