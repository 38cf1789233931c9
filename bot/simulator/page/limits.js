/** What is too much for one message: said before it is sent, in the words that the program would refuse it with. */
import { word } from './element.js'

const { files: maxFiles, characters, megabytes } = JSON.parse(document.body.dataset.limits)

/** Both are null when nothing is wrong. */
export const tooLong = ({ length: n }) => (n > characters ? word('tooLong', { n, max: characters }) : null)

export function tooMuch(files) {
  if (files.length > maxFiles) return word('tooManyFiles', { max: maxFiles })
  const big = files.find(({ size }) => size > megabytes * 1024 * 1024)
  return big ? word('tooBig', { name: big.name, max: megabytes }) : null
}
