/** Tasks as far as naming them goes, and the stretches of a reply that name them. */

export type OpenTask = {
  code: string
  shortTitle: string
}

/** A stretch of the text that names tasks; `codes` is empty when it names none that is open, or not clearly which. */
export type Name = {
  start: number
  end: number
  codes: string[]
  /** `all` and `rest` name the open tasks that nothing else in the reply names. */
  kind: 'code' | 'place' | 'title' | 'all' | 'rest'
  /** How many tasks it says it names. */
  count?: number
}
