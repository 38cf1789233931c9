/** One phone: whose it is, what it shows, and what its owner does with it. */
import { drawBubbles, walkWithArrows } from './bubbles.js'
import { element, word } from './element.js'
import { takeFiles } from './files.js'
import { tooLong, tooMuch } from './limits.js'
import * as server from './server.js'

/** So long an answer seems to be typed: at once would look like a machine that nobody asked. */
const TYPING_MS = 450

/** So long nothing more is typed when somebody has been found in the list. */
const REST_MS = 700

export function createPhone({ person: first, index, everybody, onPicked }) {
  const section = document.querySelector('#phone').content.cloneNode(true).querySelector('.phone')
  const find = (selector) => section.querySelector(selector)
  const [chat, list, form, words] = ['.chat', '.list', '.composer', 'textarea'].map(find)
  const [select, noButtons] = [find('select'), find('.switch input')]
  let person = first
  let typedUntil = 0
  let waiting = 0

  const say = (problem) => {
    find('.problem').textContent = problem
  }

  /** Does something as the phone's owner, and shows that the answer is on its way; false when it failed. */
  async function act(work) {
    say('')
    typedUntil = performance.now() + TYPING_MS
    drawBubbles(list, { isTyping: true })
    toEnd()
    try {
      await work()
      return true
    } catch (error) {
      drawBubbles(list, { isTyping: false })
      say(error.message)
      return false
    }
  }

  /** Takes what is typed and sends it; what could not be sent comes back. */
  async function sendTyped(work) {
    const text = words.value.trim()
    words.value = ''
    if (!(await act(() => work(text)))) words.value = [text, words.value].filter(Boolean).join('\n')
  }

  // The chat is laid out from its end, so that it stays there whatever comes: see phone.css.
  const toEnd = () => chat.scrollTo({ top: 0 })

  function show(screen) {
    if (!screen) return
    clearTimeout(waiting)
    const left = typedUntil - performance.now()
    if (left > 0) {
      waiting = setTimeout(() => show(screen), left)
      return
    }
    noButtons.checked = screen.bot === 'numbers'
    section.classList.toggle('plain', screen.bot === 'numbers')
    const press = (bubble, { value, label }) =>
      act(() => server.press(person.id, { messageId: bubble.id, choice: value, label }))
    drawBubbles(list, { bubbles: screen.bubbles, isTyping: screen.isAnswering, press })
  }

  function introduce() {
    find('h2').textContent = person.name
    find('.who p').textContent = placeOf(person)
    find('.avatar').textContent = person.name.split(' ').at(-1)[0]
    section.setAttribute('aria-label', word('phoneOf', { name: person.name }))
    list.setAttribute('aria-label', word('conversation', { name: person.name }))
    select.value = String(person.id)
  }

  async function pickUp(id) {
    person = everybody.find((one) => one.id === id)
    list.replaceChildren()
    introduce()
    onPicked()
    await act(() => server.join(person.id))
  }

  select.append(...optionsOf(everybody))
  // A closed list changes with every letter that is typed: whoever it comes to rest on is meant.
  let pickTimer = 0
  let typedAt = Number.NEGATIVE_INFINITY
  select.addEventListener('keydown', () => {
    typedAt = performance.now()
  })
  select.addEventListener('change', () => {
    clearTimeout(pickTimer)
    const isTyping = performance.now() - typedAt < REST_MS
    pickTimer = setTimeout(() => pickUp(Number(select.value)), isTyping ? REST_MS : 0)
  })
  noButtons.addEventListener('change', () => {
    list.replaceChildren()
    act(() => server.moveTo(person.id, noButtons.checked ? 'numbers' : 'buttons'))
  })
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const problem = tooLong(words.value.trim())
    if (problem) say(problem)
    else if (words.value.trim() !== '') sendTyped((text) => server.say(person.id, text))
  })
  find('.thumb').addEventListener('click', () => act(() => server.say(person.id, '👍')))
  walkWithArrows(list)
  takeFiles(section, (files) => {
    const problem = tooMuch(files) ?? tooLong(words.value.trim())
    if (problem) say(problem)
    else sendTyped((caption) => server.sendFiles(person.id, files, caption))
  })
  section.id = `phone-${index}`
  // It scrolls, with the keyboard too.
  chat.tabIndex = 0
  words.id = `words-${index}`
  find('.to-message').href = `#words-${index}`
  introduce()
  return {
    section,
    show,
    personId: () => person.id,
    forgetTrouble: () => say(''),
    /** Who may be picked; the others stand on another phone. */
    offer(isFree) {
      for (const option of select.querySelectorAll('option')) option.disabled = !isFree(Number(option.value))
    },
    place: () => person.unit ?? placeOf(person),
  }
}

const placeOf = ({ title, role, unit }) => [title || word(`role_${role}`), unit].filter(Boolean).join(' · ')

/** By block, in the order of the office's list; who is of no unit comes last. */
function optionsOf(everybody) {
  const groups = Map.groupBy(everybody, ({ block }) => block ?? word('staff'))
  return [...groups].map(([label, members]) => {
    const options = members.map((person) => {
      const place = person.unit ?? word(`role_${person.role}`)
      return element('option', { value: person.id }, `${place} – ${person.name}`)
    })
    return element('optgroup', { label }, ...options)
  })
}
