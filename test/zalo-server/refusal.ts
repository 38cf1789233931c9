/** What the server refuses with, always under HTTP 200. Those marked so are only believed: nobody wrote the real ones down. */

export class Refusal extends Error {
  readonly code: number
  /** A request that nobody should have made; what a person did to the chat is no fault of the bot's. */
  readonly isViolation: boolean

  constructor(code: number, description: string, isViolation = code === 400) {
    super(description)
    this.name = 'Refusal'
    this.code = code
    this.isViolation = isViolation
  }

  get answer(): { ok: false; error_code: number; description: string } {
    return { ok: false, error_code: this.code, description: this.message }
  }
}

export const badRequest = (what: string) => new Refusal(400, `Bad request: ${what}`)
export const nobodyWrote = () => new Refusal(408, 'Request timeout')
export const notFound = () => new Refusal(404, 'Not Found')
export const voidToken = () => new Refusal(401, 'Unauthorized')
/** Believed: the code is documented, when it comes is not. */
export const quotaExceeded = () => new Refusal(429, 'Quota exceeded')
/** Believed. */
export const blocked = () => new Refusal(400, 'Bad request: The chat has blocked the bot', false)
/** Believed. */
export const unknownChat = () => new Refusal(400, 'Bad request: The chat_id is not found', false)
