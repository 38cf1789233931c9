/** Reads a template as Word saved it: which slots stand in it, where, and how. */
import type { Element } from '@xmldom/xmldom'
import {
  attributeOf,
  childOf,
  childrenOf,
  rootOf,
} from '../../../domain/imports/office-documents/xml-nodes.ts'
import { zipParts } from '../../../domain/imports/office-documents/zip-parts.ts'
import { showsPageNumber } from './page-numbers.ts'

export type Place = {
  slot: string
  /** What stands beside it in its paragraph. */
  beside: string
  /** On a page that lies. Outside of the text, in a header, null. */
  landscape: boolean | null
}

export type TemplatePlaces = {
  places: Place[]
  /** Slots within text that is marked as deleted. */
  deleted: string[]
  /** In a header or a footer. */
  hasPageNumber: boolean
  /** Changes of text that nobody has accepted or rejected. */
  hasChanges: boolean
}

const MARK = /\{\{\s*([^{}]+?)\s*\}\}/g
const GONE = ['del', 'moveFrom']
const CHANGES = [...GONE, 'ins', 'moveTo']

/** Null where the file holds no text of Word's. Throws UnreadableDocument. */
export function templatePlaces(docx: Uint8Array): TemplatePlaces | null {
  const parts = zipParts(docx, (name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))
  if (!parts.has('word/document.xml')) return null
  const found: TemplatePlaces = { places: [], deleted: [], hasPageNumber: false, hasChanges: false }
  for (const [name, xml] of parts) {
    const root = rootOf(xml)
    const isText = name === 'word/document.xml'
    for (const paragraph of within(root, ['p'])) {
      const live = textOf(paragraph, ({ localName }) => !GONE.includes(localName ?? ''))
      const gone = within(paragraph, GONE).map((change) => textOf(change, () => true))
      found.deleted.push(...gone.flatMap(slotsIn))
      for (const slot of slotsIn(live)) {
        found.places.push({
          slot,
          beside: live.replace(MARK, '').trim(),
          landscape: isText ? isLandscape(paragraph, root) : null,
        })
      }
    }
    found.hasPageNumber ||= !isText && showsPageNumber(xml)
    found.hasChanges ||= within(root, CHANGES).length > 0
  }
  return found
}

const slotsIn = (text: string): string[] => [...text.matchAll(MARK)].map(([, name = '']) => name)

/** All elements of these names below this one, in their order; of what Word saves twice for older Words, the first. */
const within = (node: Element, names: readonly string[]): Element[] =>
  childrenOf(node)
    .filter(({ localName }) => localName !== 'Fallback')
    .flatMap((child) => [...(names.includes(child.localName ?? '') ? [child] : []), ...within(child, names)])

/** Word parts a word as it likes, over runs, spelling marks and smart tags. A paragraph in a text box counts by itself. */
function textOf(node: Element, isRead: (child: Element) => boolean): string {
  return childrenOf(node)
    .filter((child) => child.localName !== 'p' && isRead(child))
    .map((child) =>
      child.localName === 't' || child.localName === 'delText'
        ? (child.textContent ?? '')
        : textOf(child, isRead),
    )
    .join('')
}

/** A section's page is told at its end: by the last of its paragraphs, or for the last section by the text's own end. */
function isLandscape(paragraph: Element, root: Element): boolean {
  const body = childOf(root, 'body')
  const blocks = childrenOf(body)
  const at = blocks.findIndex((block) => block === paragraph || within(block, ['p']).includes(paragraph))
  const ends = [...blocks.slice(at).map((block) => childOf(block, 'pPr', 'sectPr')), childOf(body, 'sectPr')]
  return attributeOf(childOf(ends.find(Boolean), 'pgSz'), 'orient') === 'landscape'
}
