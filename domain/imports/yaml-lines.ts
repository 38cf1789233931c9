/** Reads YAML against a schema and tells every mistake with the line it stands on. */
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { explainIssue } from './explain-issue.ts'
import type { Problem } from './problem.ts'

type Path = PropertyKey[]

/** `schema`'s data (text in NFC), or every mistake in the file, by line. */
type Check = <T>(schema: z.ZodType<T>) => { data: T } | { problems: Problem[] }

/** The same for one schema. How a schema words its own rules: see explainIssue. */
export const parseYaml = <T>(text: string, schema: z.ZodType<T>) => openYaml(text)(schema)

/** Parsed once, for as many schemas as there are. */
export function openYaml(text: string): Check {
  const lines = new LineCounter()
  const document = parseDocument(text.normalize('NFC'), { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const problems = document.errors.map((e) => syntaxProblem(e.message, lines.linePos(e.pos[0]).line))
    return () => ({ problems })
  }
  const read = contentOf(document)
  if ('error' in read) return () => ({ problems: [syntaxProblem(read.error, 1)] })
  return (schema) => checked(document, lines, read.content, schema)
}

function checked<T>(
  document: Document,
  lines: LineCounter,
  content: unknown,
  schema: z.ZodType<T>,
): { data: T } | { problems: Problem[] } {
  // An empty message marks a rule that brings no wording of its own.
  const result = schema.safeParse(content, { reportInput: true, error: () => '' })
  if (result.success) return { data: result.data }
  const problems = result.error.issues.flatMap((issue) =>
    explainIssue(issue).map(({ path, ...rest }) => ({ ...rest, line: lineOf(document, lines, path) })),
  )
  return { problems: problems.sort((a, b) => a.line - b.line) }
}

/** The document as plain values. An alias that leads nowhere, or a bomb of aliases, only shows itself here. */
function contentOf(document: Document): { content: unknown } | { error: string } {
  try {
    return { content: document.toJS() }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

const syntaxProblem = (message: string, line: number): Problem => ({
  line,
  field: '',
  value: '',
  problem: `This is not valid YAML: ${message}.`,
  mend: 'Check the indentation, brackets and quotes here and on the line above; put text that holds ": " or " #" in single quotes.',
  severity: 'error',
})

/** The line of the key or list item at `path`; where the path ends early (a missing key), its parent's line. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  let node: unknown = document.contents
  let start = 0
  for (const step of path) {
    const next = childOf(isAlias(node) ? node.resolve(document) : node, step)
    if (!next) break
    start = next.start
    node = next.node
  }
  return lines.linePos(start).line
}

/** A mapping's or a list's child, and where it starts: a mapping's child starts at its key. */
function childOf(node: unknown, step: PropertyKey): { start: number; node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    return pair && { start: startOf(pair.key), node: pair.value }
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step]
    return item === undefined ? undefined : { start: startOf(item), node: item }
  }
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
