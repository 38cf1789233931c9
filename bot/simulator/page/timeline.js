/** What went out and why, day by day, the newest first. */
import { element, word } from './element.js'

const list = document.querySelector('.timeline .days')
// It scrolls, with the keyboard too.
list.tabIndex = 0

const DAYS_AT_ONCE = 14

let shown = ''
let wanted = DAYS_AT_ONCE
let onOlder = () => {}

/** How many days are asked for; `changed` hears when somebody wants to see more. */
export const daysWanted = () => wanted
export function startTimeline(changed) {
  onOlder = () => {
    wanted += DAYS_AT_ONCE
    changed()
  }
}

export function showTimeline({ days, hasOlder }) {
  const content = JSON.stringify([days, hasOlder])
  // What is open in it stays open.
  if (content === shown) return
  shown = content
  if (days.length === 0) return list.replaceChildren(element('p', { className: 'none' }, word('noTimeline')))
  list.replaceChildren(
    ...days.flatMap(({ day, entries }) => [
      element('h3', {}, day),
      element('ul', {}, ...entries.map(drawEntry)),
    ]),
    ...(hasOlder ? [olderButton()] : []),
  )
}

function olderButton() {
  const button = element('button', { type: 'button', className: 'older' }, word('older'))
  button.addEventListener('click', () => {
    list.focus()
    onOlder()
  })
  return button
}

function drawEntry({ time, kind, reasons, tasks, people, moved }) {
  const lines = (className, texts) => texts.map((text) => element('p', { className }, text))
  return element(
    'li',
    {},
    element(
      'p',
      { className: 'head' },
      element('time', {}, time),
      ' ',
      element('span', { className: 'kind' }, kind),
    ),
    ...lines('reason', reasons),
    ...lines('moved', moved),
    tasks.length > 0 ? drawTasks(tasks) : null,
    element('p', { className: 'people' }, `${word('sentTo')}: ${people}`),
  )
}

const drawTasks = (tasks) =>
  element(
    'details',
    { className: 'tasks' },
    element('summary', {}, word('tasks', { n: tasks.length })),
    element('ul', {}, ...tasks.map((task) => element('li', {}, task))),
  )
