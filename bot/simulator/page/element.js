/** Makes DOM elements in one line each, and knows the page's words. */

/** `properties` are set as they are; `data-…`, `aria-…` and `role` become attributes. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (/^(data-|aria-|role$)/.test(key)) made.setAttribute(key, value)
    else made[key] = value
  }
  made.append(...children.filter((child) => child !== null && child !== ''))
  return made
}

const words = JSON.parse(document.body.dataset.words)

/** A word of the page; `{{name}}` in it is filled with the value of that name. */
export function word(key, values = {}) {
  return words[key].replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '')
}
