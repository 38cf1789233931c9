/** Walks the XML of Word and Excel by the names of its elements, whatever their prefix. */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { UnreadableDocument } from './unreadable-document.ts'

/** The root element. Throws UnreadableDocument; a document type, which can hide a bomb of entities, is refused. */
export function rootOf(xml: string): Element {
  try {
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Error('document type')
    const root = new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml').documentElement
    if (root) return root
    throw new Error('no root')
  } catch {
    throw new UnreadableDocument(
      'The file is damaged: what is in it is not a document.',
      'Open it in Word or Excel, save it again and import the new file.',
    )
  }
}

/** The child elements of one name, or all of them. */
export const childrenOf = (node: Element | undefined, name?: string): Element[] =>
  [...(node?.childNodes ?? [])].filter(
    (child): child is Element => isElement(child) && (name === undefined || child.localName === name),
  )

/** The first element down a path of names. */
export const childOf = (node: Element | undefined, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => childrenOf(at, name)[0], node)

/** An attribute by its local name: `w:val` is `val`. */
export const attributeOf = (node: Element | undefined, name: string): string | undefined =>
  [...(node?.attributes ?? [])].find((attribute) => attribute.localName === name)?.value

const isElement = (node: Node): node is Element => node.nodeType === 1
