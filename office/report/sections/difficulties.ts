/** In section II: difficulties by kind, in the words of the units. */
import type { Paragraph } from 'docx'
import type { AnswerFacts } from '../../../domain/papers/period-facts.ts'
import { DIFFICULTIES, type Difficulty } from '../../../domain/status.ts'
import { shortened } from '../../printable.ts'
import { listed, said } from '../paragraphs.ts'
import { assignmentRows, type Writing } from '../writing.ts'

/** A paper quotes a few of many; the trace names the rows of all. */
const MOST_QUOTES = 3
const MOST_OF_QUOTE = 200

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

export function difficulties({ facts, paper, t, tracer }: Writing): Paragraph[] {
  const kinds = difficultiesByKind(facts.answers)
  if (kinds.length === 0) return [said(t('report.results.noDifficulties'))]
  return listed(
    kinds.map(({ kind, told }) => {
      const place = `II difficulties ${kind}`
      const quotes = told
        .flatMap(({ unit, said: answer }) =>
          answer?.note
            ? [{ unit, words: shortened(answer.note, MOST_OF_QUOTE), reportId: answer.reportId }]
            : [],
        )
        .slice(0, MOST_QUOTES)
        .map(({ unit, words, reportId }) => {
          const quote = paper.names
            ? t('report.results.quote', { words, unit })
            : t('report.results.quoteUnnamed', { words })
          return tracer.note(`${place} quote`, quote, [`report ${reportId}`])
        })
      const values = {
        kind: t(`report.difficulty.${kind}`),
        times: tracer.note(place, told.length, assignmentRows(told)),
      }
      return quotes.length === 0
        ? t('report.results.difficulty', values)
        : t('report.results.difficultyQuoted', { ...values, quotes: quotes.join(', ') })
    }),
  )
}
