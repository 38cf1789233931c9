/** Checks a template before it is kept: a Word file of a fair size, with every slot that a report needs and no unknown one. */
import { patchDetector } from 'docx'
import { FREE_SLOTS, REQUIRED_SLOTS } from './template-slots.ts'

const MOST_BYTES = 5 * 1024 * 1024

/** What is wrong, a sentence each; nothing where it can be used. */
export async function templateProblems(bytes: Uint8Array): Promise<string[]> {
  if (bytes.length > MOST_BYTES) return ['The template is larger than 5 MB: make its pictures smaller.']
  const found = await slotsIn(bytes)
  if (!found) return ['This is not a Word file (.docx): save the template as a Word document and try again.']
  const known: readonly string[] = [...REQUIRED_SLOTS, ...FREE_SLOTS]
  const missing = REQUIRED_SLOTS.filter((name) => !found.has(name))
  const strange = [...found].filter((name) => !known.includes(name))
  return [
    ...missing.map((name) => `The template has no place {{${name}}}: put it back on a line of its own.`),
    ...strange.map(
      (name) =>
        `The template has a place {{${name}}} that no report fills: remove it. Known: ${known.join(', ')}.`,
    ),
  ]
}

async function slotsIn(bytes: Uint8Array): Promise<Set<string> | null> {
  try {
    return new Set((await patchDetector({ data: bytes, trimPlaceholders: true })).map((name) => name.trim()))
  } catch {
    return null
  }
}
