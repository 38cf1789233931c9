/** What happened, as JSON lines on standard output: words and facts, never a text, a phone number or a token. */
import { pino, stdTimeFunctions } from 'pino'
import type { Log } from './domain/log.ts'

/** A log of one level; an `error` among the facts is a warning and shows its name, code and place, never its message. */
export function openLog(level: string): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: ['*.token', '*.text', '*.phone'],
  })
  return (event, facts = {}) => {
    const { error, ...others } = facts
    // An error's name and place say enough; its message may quote what a person wrote, and drizzle's quotes parameters.
    const failure =
      error instanceof Error ? { error: error.name, cause: causeOf(error), at: placeOf(error) } : {}
    logger[error === undefined ? 'info' : 'warn']({ event, ...others, ...failure })
  }
}

const causeOf = (error: Error): string | undefined => {
  const { code } = (error.cause ?? error) as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}
const placeOf = (error: Error) =>
  error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 4)
