/** Draws a chat: what is new is added, what was edited changes in place, and the rest stays as it is. */
import { element, word } from './element.js'
import { fileOf } from './files.js'

/** Without `bubbles` only the typing changes. `press` hears of a button. */
export function drawBubbles(list, { bubbles, isTyping, press }) {
  const hadFocus = list.contains(document.activeElement)
  list.querySelector('.typing')?.remove()
  if (bubbles) {
    const known = new Map([...list.children].map((child) => [child.dataset.key, child]))
    const drawn = withDays(bubbles).map((item) => nodeOf(item, known.get(item.key), press))
    const kept = new Set(drawn)
    for (const child of [...list.children]) if (!kept.has(child)) child.remove()
    for (const [index, node] of drawn.entries())
      if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null)
  }
  if (isTyping) list.append(typing())
  newestInReach(list)
  // The button with the keyboard on it may be gone: the next ones are a step away.
  if (hadFocus && !list.contains(document.activeElement)) list.parentElement.focus()
}

/** Tab stops at what the newest message offers; to older ones the arrows lead, or the mouse. */
function newestInReach(list) {
  const all = [...list.querySelectorAll('button, a')]
  const newest = all.at(-1)?.closest('.bubble')
  for (const each of all) each.tabIndex = newest.contains(each) ? 0 : -1
}

/** From one button of a chat to the next one above or below it. */
export function walkWithArrows(list) {
  list.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const all = [...list.querySelectorAll('button, a')]
    const next = step && all.indexOf(document.activeElement) + step
    if (!step || !all[next]) return
    event.preventDefault()
    all[next].focus()
  })
}

/** A line with the day stands before its first message. */
function withDays(bubbles) {
  return bubbles.flatMap((bubble, index) => {
    const item = { key: bubble.id, bubble }
    return bubbles[index - 1]?.day === bubble.day
      ? [item]
      : [{ key: `day ${bubble.day}`, day: bubble.day }, item]
  })
}

/** The node of before, when it shows the same. */
function nodeOf({ key, day, bubble }, before, press) {
  const content = day ?? JSON.stringify(bubble)
  if (before?.content === content) return before
  const node = day ? element('p', { className: 'day' }, day) : drawBubble(bubble, press)
  if (before) node.classList.add('changed')
  node.dataset.key = key
  node.content = content
  return node
}

function drawBubble(bubble, press) {
  const { from, parts, files, rows, time, isEdited, isNotice } = bubble
  if (isNotice) return element('p', { className: 'notice' }, ...parts.map(({ text }) => text), ` · ${time}`)
  const words = parts.map(({ text, style }) =>
    style ? element(style === 'bold' ? 'strong' : 'em', {}, text) : text,
  )
  return element(
    'div',
    { className: `bubble from-${from}` },
    element(
      'div',
      { className: 'body' },
      files.length > 0
        ? element('div', { className: `files of-${Math.min(files.length, 3)}` }, ...files.map(fileOf))
        : null,
      words.length > 0 ? element('p', { className: 'text' }, ...words) : null,
      element('p', { className: 'time' }, isEdited ? `${word('edited')} ` : '', element('time', {}, time)),
    ),
    rows.length > 0 ? buttons(bubble, press) : null,
  )
}

function buttons(bubble, press) {
  const rows = bubble.rows.map((row) => {
    const made = row.map((choice) => {
      const note = choice.pressed ? element('span', { className: 'unseen' }, ` (${word('pressed')})`) : null
      const button = element(
        'button',
        { type: 'button', className: choice.pressed ? 'pressed' : '' },
        choice.label,
        note,
      )
      button.addEventListener('click', () => {
        button.classList.add('pressed')
        press(bubble, choice)
      })
      return button
    })
    return element('div', { className: 'row' }, ...made)
  })
  return element('div', { className: 'choices' }, ...rows)
}

function typing() {
  const dots = element(
    'span',
    { className: 'dots', 'aria-hidden': 'true' },
    ...[1, 2, 3].map(() => element('i')),
  )
  return element('p', { className: 'typing' }, dots, element('span', {}, word('typing')))
}
