/** The clock: shows what time it is for the program, and sends it ahead. */
import { endOfQuarter, readDay, writtenDay } from './day.js'
import { word } from './element.js'
import { turnClock } from './server.js'

const panel = document.querySelector('.clock')
const [said, date] = [panel.querySelector('.said'), panel.querySelector('.jump input')]
let today = ''

export function startClock() {
  for (const button of panel.querySelectorAll('button[data-to]'))
    button.addEventListener('click', () => go(button.dataset.to))
  panel.querySelector('.jump').addEventListener('submit', (event) => {
    event.preventDefault()
    const to = readDay(date.value, today)
    date.setAttribute('aria-invalid', to === null)
    if (to === null) return say(word('dateUnclear'), true)
    date.value = writtenDay(to)
    go(to)
  })
}

export function showClock(state) {
  panel.querySelector('.weekday').textContent = `${state.weekday},`
  panel.querySelector('.date').textContent = state.day
  panel.querySelector('.time').textContent = state.time
  panel.setAttribute('aria-busy', state.isBusy)
  // Not `disabled`: whoever has the keyboard on a button must not lose it.
  for (const button of panel.querySelectorAll('button')) button.setAttribute('aria-disabled', state.isBusy)
  if (today === state.date) return
  today = state.date
  const chosen = readDay(date.value, today)
  if (document.activeElement === date && chosen === null) return
  if (chosen === null || chosen <= today) date.value = writtenDay(endOfQuarter(today))
}

/** What was said about a connection that is well again. */
export function forgetClockTrouble() {
  if (said.classList.contains('trouble')) say('')
}

function say(text, isTrouble = false) {
  said.classList.toggle('trouble', isTrouble)
  said.textContent = text
}

async function go(to) {
  if (panel.getAttribute('aria-busy') === 'true') return
  panel.setAttribute('aria-busy', 'true')
  say(word('passing'))
  try {
    const answer = await turnClock(to)
    say(answer.said)
  } catch (error) {
    say(error.message, true)
  }
  panel.setAttribute('aria-busy', 'false')
}
