/** The labelled replies kept beside this file, and how well the reader reads them. */
import { readFileSync } from 'node:fs'
import { readReply } from '../../../domain/replies/reply-reader.ts'
import { STATUSES, type Status } from '../../../domain/status.ts'

/** `held-out` judges the reader and is never read while rules are written: print its figures, not its texts. */
export type Corpus = 'first-forty' | 'written' | 'held-out'

/** A reply and what a person says it means; without a status it reports none. */
export type Labelled = { id: string; text: string; status: Status | undefined }

export type Figures = {
  replies: number
  /** Replies that report a status. */
  reporting: number
  /** Of these, how many are recorded without asking back, in percent. */
  recorded: number
  /** Of all recorded without asking back, how many are recorded wrongly, in percent. */
  wrong: number
  /** How many are recorded as done and are not. */
  wronglyDone: number
}

/** The day on which the replies are taken to be written. */
export const TODAY = Temporal.PlainDate.from('2026-11-23')

/** The rows of a file beside this one, without its header; `\n` in a cell is a new line. */
export function rowsOf(name: string): string[][] {
  const lines = readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.slice(1).map((line) => line.split('\t').map((cell) => cell.replaceAll('\\n', '\n')))
}

export function labelled(corpus: Corpus): Labelled[] {
  return rowsOf(corpus).map(([id = '', label, text = '']) => ({
    id,
    text,
    status: STATUSES.find((status) => status === label),
  }))
}

/** What the reader would record without asking back; undefined when it would ask. */
export function recordedAs(text: string): Status | undefined {
  const reading = readReply(text, TODAY)
  return reading.kind === 'status' && reading.sure ? reading.status : undefined
}

export function figuresOf(replies: Labelled[]): Figures {
  const read = replies.map((reply) => ({ ...reply, recorded: recordedAs(reply.text) }))
  const reporting = read.filter(({ status }) => status)
  const recorded = read.filter((reply) => reply.recorded)
  const wrong = recorded.filter((reply) => reply.recorded !== reply.status)
  return {
    replies: replies.length,
    reporting: reporting.length,
    recorded: percent(reporting.filter((reply) => reply.recorded).length, reporting.length),
    wrong: percent(wrong.length, recorded.length),
    wronglyDone: wrong.filter((reply) => reply.recorded === 'done').length,
  }
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100)

export const sentenceOf = ({ replies, reporting, recorded, wrong, wronglyDone }: Figures): string =>
  `${replies} replies, ${reporting} with a status: ${recorded.toFixed(1)} % of these recorded without asking, ` +
  `${wrong.toFixed(1)} % of the recorded wrong, ${wronglyDone} wrongly done`
