/** The clock: shows what time it is for the program, and sends it ahead. */
import { word } from './element.js'
import { turnClock } from './server.js'

const panel = document.querySelector('.clock')
const [said, date] = [panel.querySelector('.said'), panel.querySelector('input[type=date]')]

export function startClock() {
  for (const button of panel.querySelectorAll('button[data-to]'))
    button.addEventListener('click', () => go(button.dataset.to))
  panel.querySelector('.jump').addEventListener('submit', (event) => {
    event.preventDefault()
    go(date.value)
  })
}

export function showClock(state) {
  panel.querySelector('.weekday').textContent = `${state.weekday},`
  panel.querySelector('.date').textContent = state.day
  panel.querySelector('.time').textContent = state.time
  panel.setAttribute('aria-busy', state.isBusy)
  // Not `disabled`: whoever has the keyboard on a button must not lose it.
  for (const button of panel.querySelectorAll('button')) button.setAttribute('aria-disabled', state.isBusy)
  if (date.min === state.date) return
  date.min = state.date
  if (!date.value || date.value < state.date) date.value = endOfQuarter(state.date)
}

async function go(to) {
  if (panel.getAttribute('aria-busy') === 'true') return
  panel.setAttribute('aria-busy', 'true')
  said.textContent = word('passing')
  try {
    const answer = await turnClock(to)
    said.textContent = answer.said
  } catch (error) {
    said.textContent = error.message
  }
  panel.setAttribute('aria-busy', 'false')
}

/** The day most reminders lead up to. */
function endOfQuarter(day) {
  const [year, month] = day.split('-').map(Number)
  const end = new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0))
  return end.toISOString().slice(0, 10)
}
