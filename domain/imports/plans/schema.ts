/** The shape of a plan's file, version 1: `db/seed/plan-83.yaml` is the example to copy. */
import { z } from 'zod'
import { AUDIENCES } from '../../plans/audience.ts'
import { dateField } from '../date-field.ts'

/** Where an audience or a kind of evidence comes from: the plan's text, or somebody's reading of it. */
export const BASES = ['stated', 'inferred'] as const

/** Where a due date comes from: the plan's text, or the end of the time that the text leaves. */
export const DUE_BASES = [
  'stated',
  'inferred_month_end',
  'inferred_quarter_end',
  'inferred_year_end',
  'inferred_no_date_in_text',
] as const

const filled = z.string().refine((text) => text.trim() !== '', {
  message: 'There is no text here.',
  params: { mend: 'Write the text, or remove the line where it may be left out.' },
})

const code = z
  .string()
  .regex(/^[\p{L}\d._-]{1,20}$/u, 'Write a code like Q4-b: at most 20 letters and digits.')

const clause = {
  code,
  section: filled,
  /** Word for word as in the plan. */
  fullText: filled,
  /** For a phone's screen. */
  shortTitle: filled,
}

const asking = {
  askUnitHeads: z.boolean(),
  evidence: z.array(z.string()),
  evidenceBasis: z.enum(BASES),
  dueOn: dateField,
  dueBasis: z.enum(DUE_BASES),
  dueNote: filled.optional(),
}

/**
 * The shape, made of `z.object`, which lets unknown keys go, or of `z.strictObject`, which refuses them: a
 * file is read with the one, and its unknown keys are found with the other.
 */
export function planSchema(object: typeof z.strictObject) {
  const responsible = object({
    audience: z.array(z.enum(AUDIENCES)).min(1),
    basis: z.enum(BASES),
    note: filled.optional(),
  })

  return object({
    schemaVersion: z.literal(1),
    plan: object({
      code,
      title: filled,
      number: filled,
      issuedOn: dateField,
      year: z.int().min(2000).max(2100),
      documentType: filled.optional(),
      place: filled.optional(),
      issuer: filled.optional(),
      parentAuthority: filled.optional(),
      signer: object({ authority: filled, position: filled, name: filled }).optional(),
      timezone: filled.optional(),
      coordinatingOffice: filled.optional(),
      reportsTo: z.array(filled).optional(),
      themes: z.record(z.string(), filled).optional(),
      legalBasis: z.array(filled).optional(),
      copiedTo: z.array(filled).optional(),
    }),
    /** The words used below, each explained. */
    vocabulary: object({
      audience: z.partialRecord(z.enum(AUDIENCES), filled),
      evidence: z.record(z.string(), filled),
    }),
    tasks: z
      .array(object({ ...clause, quarter: z.literal([1, 2, 3, 4]).nullable(), responsible, ...asking }))
      .min(1),
    /** What the plan asks all the time; one that can be done once is loaded as a task. */
    standingDuties: z
      .array(
        z.discriminatedUnion('loadAsTask', [
          object({ ...clause, responsible, ...asking, loadAsTask: z.literal(true) }),
          object({ ...clause, responsible, ...object(asking).partial().shape, loadAsTask: z.literal(false) }),
        ]),
      )
      .default([]),
  })
}

export type PlanFileData = z.infer<ReturnType<typeof planSchema>>
