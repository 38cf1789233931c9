/** Files of a phone: chosen or dropped to be sent, shown in a bubble, and pictures opened large. */
import { element, word } from './element.js'

/** Several at once are an album. */
export function takeFiles(section, send) {
  const input = section.querySelector('input[type=file]')
  input.addEventListener('change', () => {
    if (input.files.length > 0) send([...input.files])
    input.value = ''
  })
  const isOver = (over) => (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    section.classList.toggle('dragged', over)
  }
  section.addEventListener('dragover', isOver(true))
  section.addEventListener('dragleave', isOver(false))
  section.addEventListener('drop', (event) => {
    isOver(false)(event)
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) send(files)
  })
}

export function fileOf({ name, isPicture, url, fate }) {
  if (url === null) {
    const note = fate === 'sending' || fate === 'refused' ? ` (${word(fate)})` : ''
    return element('span', { className: `file ${fate}` }, `📄 ${name}${note}`)
  }
  if (!isPicture) return element('a', { className: 'file', href: url, download: name }, `📄 ${name}`)
  const image = element('img', { src: url, alt: '', loading: 'lazy' })
  const button = element('button', { type: 'button', className: 'picture' }, image)
  button.setAttribute('aria-label', word('openPicture', { name }))
  button.addEventListener('click', () => openLarge(name, url))
  return button
}

function openLarge(name, url) {
  const viewer = document.querySelector('.viewer')
  viewer.setAttribute('aria-label', name)
  const image = viewer.querySelector('img')
  image.src = url
  image.alt = name
  viewer.showModal()
}
