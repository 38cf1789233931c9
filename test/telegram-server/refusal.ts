/** The platform says no: what a method throws to be answered with an error code and a description. */
import type { ApiAnswer, ResponseParameters } from './api-types.ts'

export class Refusal extends Error {
  readonly answer: ApiAnswer & { ok: false }

  constructor(error_code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.name = 'Refusal'
    this.answer = { ok: false, error_code, description, ...(parameters && { parameters }) }
  }
}

export const badRequest = (why: string): Refusal => new Refusal(400, `Bad Request: ${why}`)
