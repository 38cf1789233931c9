/** Everything the page asks and says. A refusal is an Error whose message is for people. */
import { word } from './element.js'

async function ask(path, options) {
  const response = await fetch(`/simulator/${path}`, options).catch(() => null)
  if (!response) throw new Error(word('failed'))
  if (!response.ok) throw new Error(response.status < 500 ? await response.text() : word('failed'))
  return response.status === 204 ? null : response.json()
}

const post = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

export const people = () => ask('people')
export const screens = (ids) => ask(`people/screens?${ids.map((id) => `person=${id}`).join('&')}`)
export const timeline = (days) => ask(`timeline?days=${days}`)

export const join = (person) => post(`people/${person}/join`, {})
export const say = (person, text) => post(`people/${person}/text`, { text })
export const press = (person, pressed) => post(`people/${person}/press`, pressed)
export const moveTo = (person, bot) => post(`people/${person}/bot`, { bot })

export function sendFiles(person, files, caption) {
  const body = new FormData()
  for (const file of files) body.append('file', file)
  body.append('caption', caption)
  return ask(`people/${person}/files`, { method: 'POST', body })
}

/** `next`, `day`, or a date; resolves when that time has come. */
export const turnClock = (to) => post('clock', { to })

/** Hears the clock, and of each change, for as long as the page is open. */
export function onChange(heard, lost) {
  const source = new EventSource('/simulator/changes')
  source.onmessage = ({ data }) => {
    lost(false)
    heard(JSON.parse(data))
  }
  source.onerror = () => lost(true)
}
