/** The numbers that Word puts before paragraphs by itself: they stand in no text, so they are counted again here. */
import type { Element } from '@xmldom/xmldom'
import { attributeOf, childOf, childrenOf, rootOf } from '../office-documents/xml-nodes.ts'
import { countedLetter, labelAt } from './clause-marker.ts'

type Level = { format: string; text: string; start: number }

/** What stands before the next paragraph of a list, such as "b)"; empty for a list that is not known. */
export type NextNumber = (list: string, level: number) => string

const DEEPEST = 8

/** `numbering` is the part word/numbering.xml. */
export function numbersOf(numbering: string | undefined): NextNumber {
  const root = numbering === undefined ? undefined : rootOf(numbering)
  const forms = new Map(
    childrenOf(root, 'abstractNum').map((form) => [attributeOf(form, 'abstractNumId'), levelsOf(form)]),
  )
  const lists = new Map(childrenOf(root, 'num').map((list) => [attributeOf(list, 'numId'), list]))
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()

  return (list, level) => {
    const id = attributeOf(childOf(lists.get(list), 'abstractNumId'), 'val') ?? ''
    const levels = forms.get(id)
    const form = levels?.[level]
    if (!levels || !form || level > DEEPEST) return ''
    // Lists of one form count on from each other, unless one says that it starts anew.
    const counted = counts.get(id) ?? []
    const restart = begun.has(`${list} ${level}`) ? undefined : restartOf(lists.get(list), level)
    begun.add(`${list} ${level}`)
    counted[level] = restart ?? (counted[level] ?? form.start - 1) + 1
    counts.set(id, counted.slice(0, level + 1))
    if (form.format === 'bullet') return '-'
    return form.text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1
      return written(levels[at]?.format ?? 'decimal', counted[at] ?? levels[at]?.start ?? 1)
    })
  }
}

function restartOf(list: Element | undefined, level: number): number | undefined {
  const override = childrenOf(list, 'lvlOverride').find((each) => attributeOf(each, 'ilvl') === String(level))
  const start = attributeOf(childOf(override, 'startOverride'), 'val')
  return start === undefined ? undefined : Number(start)
}

const levelsOf = (form: Element): Level[] =>
  childrenOf(form, 'lvl').map((level) => ({
    format: attributeOf(childOf(level, 'numFmt'), 'val') ?? 'decimal',
    text: attributeOf(childOf(level, 'lvlText'), 'val') ?? '',
    start: Number(attributeOf(childOf(level, 'start'), 'val') ?? 1),
  }))

function written(format: string, place: number): string {
  if (format === 'upperRoman') return labelAt('roman', place)
  if (format === 'lowerRoman') return labelAt('roman', place).toLowerCase()
  if (format === 'lowerLetter') return countedLetter(place)
  if (format === 'upperLetter') return countedLetter(place).toUpperCase()
  return String(place)
}
