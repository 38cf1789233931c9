/** On a narrow screen one thing at a time: a phone, or the clock. On a wide one all of them stand side by side. */
import { element, word } from './element.js'

export function createTabs(phones) {
  const bar = document.querySelector('.tabs')
  const shown = [...phones.map(({ section }) => section), document.querySelector('.panel')]
  const buttons = Array.from(shown, (_, index) => {
    const button = element('button', { type: 'button' })
    button.addEventListener('click', () => choose(index))
    return button
  })
  bar.append(...buttons)

  function choose(chosen) {
    for (const [index, part] of shown.entries()) {
      part.classList.toggle('chosen', index === chosen)
      buttons[index].setAttribute('aria-pressed', index === chosen)
    }
  }

  function name() {
    for (const [index, phone] of phones.entries()) buttons[index].textContent = phone.place()
    buttons[phones.length].textContent = word('clock')
  }

  name()
  choose(0)
  return { name }
}
