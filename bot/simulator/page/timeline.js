/** What went out and why, day by day, the newest first. */
import { element, word } from './element.js'

const list = document.querySelector('.timeline .days')
// It scrolls, with the keyboard too.
list.tabIndex = 0

let shown = ''

export function showTimeline(days) {
  const content = JSON.stringify(days)
  // What is open in it stays open.
  if (content === shown) return
  shown = content
  if (days.length === 0) return list.replaceChildren(element('p', { className: 'none' }, word('noTimeline')))
  list.replaceChildren(
    ...days.flatMap(({ day, entries }) => [
      element('h3', {}, day),
      element('ul', {}, ...entries.map(drawEntry)),
    ]),
  )
}

function drawEntry({ time, kind, reason, tasks, people, moved }) {
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
    reason ? element('p', { className: 'reason' }, reason) : null,
    moved ? element('p', { className: 'moved' }, moved) : null,
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
