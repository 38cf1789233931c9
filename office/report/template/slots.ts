/** The places of a template that a report fills. */

/** Without one of these something would be missing from the report. */
export const REQUIRED_SLOTS = [
  'about',
  'leadership',
  'results',
  'judgement',
  'next',
  'proposals',
  'progress',
  'silent',
  'exemplars',
  'photos',
] as const

/** What an office may as well write into its template for good. */
export const FREE_SLOTS = [
  'issuer',
  'number',
  'place_date',
  'to',
  'basis',
  'opening',
  'recipients',
  'signature',
  'signer_name',
  'attached',
] as const

export type Slot = (typeof REQUIRED_SLOTS)[number] | (typeof FREE_SLOTS)[number]

/** Filled with paragraphs and tables that take the place of the slot's whole paragraph; the others are words within a line. */
export const BLOCK_SLOTS = [
  'issuer',
  'to',
  'basis',
  'opening',
  'leadership',
  'results',
  'judgement',
  'next',
  'proposals',
  'recipients',
  'signature',
  'progress',
  'silent',
  'exemplars',
  'photos',
] as const satisfies readonly Slot[]
