/** The lines that the decree wants under the issuer and under what the report is about: as long as the words ask for. */
import type { Element } from '@xmldom/xmldom'
import { attributeOf, childOf, childrenOf } from '../../../domain/imports/office-documents/xml-nodes.ts'
import { SIZE, TEXT_WIDTH } from '../page.ts'
import { longestLine } from './lettering.ts'

/** The decree says a third to a half of the line above; in the middle there is room for a wrong guess. */
const SHARE = 0.42

/** The words that fill a slot, and their size in half points. */
type Above = { slot: 'issuer' | 'about'; words: string; size: number }

/** `issuer` is its last line. Lines that the office has drawn otherwise stay as they are. */
export function setRules(root: Element, { issuer, about }: { issuer: string; about: string }): void {
  const above: Above[] = [
    { slot: 'issuer', words: issuer, size: SIZE.issuer },
    { slot: 'about', words: about, size: SIZE.body },
  ]
  for (const { slot, words, size } of above) {
    for (const paragraph of paragraphsOf(root, `{{${slot}}}`)) {
      const rule = nextOf(paragraph)
      const indent = rule && isRule(rule) ? childOf(rule, 'pPr', 'ind') : undefined
      if (!indent) continue
      const room = roomOf(paragraph)
      const side = Math.round((room - longestLine(words, size, room) * SHARE) / 2)
      for (const end of ['left', 'right'])
        indent.setAttributeNS(indent.namespaceURI, `w:${end}`, String(side))
    }
  }
}

function paragraphsOf(node: Element, text: string): Element[] {
  return childrenOf(node).flatMap((child) =>
    !child.textContent?.includes(text) ? [] : child.localName === 'p' ? [child] : paragraphsOf(child, text),
  )
}

const nextOf = (paragraph: Element): Element | undefined => {
  const siblings = childrenOf(paragraph.parentElement ?? undefined)
  return siblings[siblings.indexOf(paragraph) + 1]
}

/** An empty paragraph with a line above it. */
const isRule = (paragraph: Element): boolean =>
  paragraph.localName === 'p' &&
  paragraph.textContent?.trim() === '' &&
  childOf(paragraph, 'pPr', 'pBdr', 'top') !== undefined

/** How wide the column is that a paragraph stands in. */
function roomOf(paragraph: Element): number {
  const cell = paragraph.parentElement
  if (cell?.localName !== 'tc') return TEXT_WIDTH
  const row = cell.parentElement ?? undefined
  const columns = childrenOf(childOf(row?.parentElement ?? undefined, 'tblGrid'), 'gridCol')
  return Number(attributeOf(columns[childrenOf(row, 'tc').indexOf(cell)], 'w')) || TEXT_WIDTH
}
