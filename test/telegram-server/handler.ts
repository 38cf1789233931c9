/** What every method of the server is: parameters in, result out, or a Refusal thrown. */
import type { Upload } from './uploads.ts'

/** What a method may need of its request besides the parameters. */
export type Call = {
  /** Uploaded files by the name they came under. */
  files: ReadonlyMap<string, Upload>
  /** Aborts when the client hangs up. */
  gone(): AbortSignal
}

export type Handler = (params: unknown, call: Call) => unknown

/** Names the type of the parameters, which the check against the description has just made true. */
export const handler =
  <P>(run: (params: P, call: Call) => unknown): Handler =>
  (params, call) =>
    run(params as P, call)
