/** On a narrow screen one thing at a time: a phone, or what went out. On a wide one all of them stand side by side. */
import { element, word } from './element.js'

export function createTabs(phones) {
  const bar = document.querySelector('.tabs')
  const main = document.querySelector('main')
  const shown = [...phones.map(({ section }) => section), document.querySelector('.timeline')]
  const buttons = Array.from(shown, (_, index) => {
    const button = element('button', { type: 'button' })
    button.addEventListener('click', () => choose(index))
    return button
  })
  bar.append(...buttons)
  let chosen = 0
  /** Of each phone, by person: the newest message that was seen on it. */
  const seen = new Map()
  let newest = new Map()

  function choose(index) {
    chosen = index
    for (const [nth, part] of shown.entries()) {
      part.classList.toggle('chosen', nth === index)
      buttons[nth].setAttribute('aria-pressed', nth === index)
    }
    // The clock shows all it can beside what went out, and only the next step beside a phone.
    main.classList.toggle('clock-chosen', index === phones.length)
    name()
  }

  function name() {
    for (const [index, phone] of phones.entries()) {
      const id = phone.personId()
      if (newest.has(id) && (index === chosen || !seen.has(id))) seen.set(id, newest.get(id))
      const isNews = newest.has(id) && newest.get(id) !== seen.get(id)
      const dot = element(
        'span',
        { className: 'news' },
        element('span', { className: 'unseen' }, word('hasNews')),
      )
      buttons[index].replaceChildren(phone.place(), ...(isNews ? [' ', dot] : []))
    }
    buttons[phones.length].textContent = word('clock')
  }

  /** Whoever is not looked at and got something has a dot. */
  function heard(screens) {
    newest = new Map(screens.map(({ person, bubbles }) => [person, newestOf(bubbles)]))
    name()
  }

  choose(0)
  return { name, heard }
}

function newestOf(bubbles) {
  const last = bubbles.findLast(({ from }) => from === 'office')
  return last ? `${last.id} ${last.isEdited}` : ''
}
