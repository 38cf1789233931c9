/** Notes, while a report is written, which rows stand behind each of its figures and sentences. */

type TraceRow = {
  /** Where in the report: `II.2 Q4-b done`. */
  place: string
  value: string
  /** `assignment 12`, `report 40`, `delivery 9`, `call 2`, `exemplar 3`, `announcement 7`, `unit UB-01`. */
  rows: string[]
}

export type Tracer = {
  /** Gives the value back, so that a figure is noted where it is written. */
  note<Value extends string | number>(place: string, value: Value, rows: readonly string[]): Value
  rows: readonly TraceRow[]
}

export function tracer(): Tracer {
  const rows: TraceRow[] = []
  return {
    rows,
    note(place, value, behind) {
      rows.push({ place, value: String(value), rows: [...behind] })
      return value
    },
  }
}
