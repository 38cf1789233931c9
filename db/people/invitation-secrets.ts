/** The two secrets of an invitation: the link's token and the code to type. */
import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 128 bits in the 22 letters that a link may carry: nobody guesses it. */
export const newToken = (): string => randomBytes(16).toString('base64url')

/** Six digits that a thumb can type. Never a zero in front: spreadsheets drop it. */
export const newCode = (): string => String(randomInt(100_000, 1_000_000))

/**
 * What we keep of either. It hides the token for ever, but a code of six digits only from a casual eye: what protects
 * the code is that a chat is refused for an hour after five wrong ones (domain/wrong-tries.ts), and that it expires.
 */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(`dondoc invitation ${secret}`).digest('hex')
