/** A message of ours that is several of the platform's: what is through is not sent again when a later part fails. */
import { SendError, type SentAs } from './channel.ts'

export type Parts = {
  /** Passes over so many parts as far as an earlier try got them through; gives the ids of these. */
  passed(count: number): string[]
  /** The platform's ids of parts that went out now; an empty one for a part that it will never take. */
  add(...ids: string[]): void
  /** The last of these, and the others, without those that were not taken. */
  sentAs(): SentAs
  /** The same failure, with what is through. */
  failure(error: SendError): SendError
}

/** `already`: the parts that an earlier try got through, in their order. */
export function createParts(already: readonly string[]): Parts {
  const left = [...already]
  const through: string[] = []
  return {
    passed(count) {
      const some = left.splice(0, count)
      through.push(...some)
      return some
    },
    add: (...ids) => void through.push(...ids),
    sentAs() {
      const ids = through.filter((id) => id !== '')
      return { externalId: ids.at(-1) ?? '0', otherIds: ids.slice(0, -1) }
    },
    failure: ({ failure, message, retryAfterSeconds, movedTo }) =>
      new SendError(failure, message, { retryAfterSeconds, movedTo, through: [...through, ...left] }),
  }
}
