/** In section II: difficulties by kind, in the words of the units. */
import type { Paragraph } from 'docx'
import type { AnswerFacts } from '../../../domain/papers/period-facts.ts'
import { DIFFICULTIES, type Difficulty } from '../../../domain/status.ts'
import { shortened } from '../../printable.ts'
import { listed, said } from '../paragraphs.ts'
import { assignmentRows, figure, unitRows, type Writing } from '../writing.ts'

/** A paper quotes a few of many; the trace names the rows of all. */
const MOST_QUOTES = 3
const MOST_OF_QUOTE = 200
const MOST_NAMED = 3

/** Of answers that stand as having a difficulty; one that names no kind we know is of the kind "other". */
export function difficultiesByKind(
  answers: readonly AnswerFacts[],
): { kind: Difficulty; told: AnswerFacts[] }[] {
  const blocked = answers.filter(({ status }) => status === 'blocked')
  const kindOf = ({ said: answer }: AnswerFacts) =>
    DIFFICULTIES.find((kind) => kind === answer?.difficulty) ?? 'other'
  return DIFFICULTIES.map((kind) => ({
    kind,
    told: blocked.filter((answer) => kindOf(answer) === kind),
  })).filter(({ told }) => told.length > 0)
}

export function difficulties(writing: Writing): Paragraph[] {
  const { facts, t, tracer } = writing
  const kinds = difficultiesByKind(facts.answers)
  if (kinds.length === 0) return [said(t('report.results.noDifficulties'))]
  return listed(
    kinds.map(({ kind, told }) => {
      const place = `II difficulties ${kind}`
      const codes = codesOf(told)
      const quotes = quotesOf(writing, place, told)
      const values = {
        kind: t(`report.difficulty.${kind}`),
        times: figure(tracer.note(place, told.length, assignmentRows(told))),
        units: figure(tracer.note(`${place} units`, codes.length, unitRows(codes))),
      }
      return quotes.length === 0
        ? t('report.results.difficulty', values)
        : t('report.results.difficultyQuoted', { ...values, quotes: quotes.join('; ') })
    }),
  )
}

/** What several say in the same words, or one of several tasks, is quoted once. */
function quotesOf({ paper, t, tracer }: Writing, place: string, told: readonly AnswerFacts[]): string[] {
  const byWords = Map.groupBy(
    told.filter(({ said: answer }) => answer?.note),
    ({ said: answer }) => shortened(answer?.note ?? '', MOST_OF_QUOTE),
  )
  return [...byWords].slice(0, MOST_QUOTES).map(([words, same]) => {
    const names = [...new Set(same.map(({ unit }) => unit))]
    const units = names.slice(0, MOST_NAMED).join(', ')
    const more = names.length - MOST_NAMED
    const quote = !paper.names
      ? t('report.results.quoteUnnamed', { words })
      : more > 0
        ? t('report.results.quoteOfMore', { words, units, n: figure(more) })
        : t('report.results.quote', { words, units })
    const reports = same.flatMap(({ said: answer }) => (answer ? [`report ${answer.reportId}`] : []))
    return tracer.note(`${place} quote`, quote, reports)
  })
}

const codesOf = (told: readonly AnswerFacts[]): string[] => [...new Set(told.map(({ unitCode }) => unitCode))]
