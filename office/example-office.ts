/** An office to look at: plan 83, the invented units, and a small cast whose phones are at hand. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Db } from '../db/client.ts'
import { planImport } from './commands/plan-import.ts'
import { staffAdd } from './commands/staff-add.ts'
import { unitsImport } from './commands/units-import.ts'

const SEED = new URL('../db/seed/', import.meta.url)

const cast = z.object({
  /** When the example begins, by the office's clock. */
  startsAt: z.string().transform((text) => Temporal.PlainDateTime.from(text)),
  /** Codes of the units whose heads take part. */
  heads: z.array(z.string()),
  staff: z.array(z.object({ name: z.string(), role: z.enum(['office', 'leader']) })),
})

export type ExampleCast = z.output<typeof cast>

export const readExampleCast = async (): Promise<ExampleCast> =>
  cast.parse(parse(await readFile(new URL('demo.yaml', SEED), 'utf8')))

/** Fills an empty database the way an office does it with its commands. */
export async function fillExampleOffice(
  db: Db,
  { staff }: ExampleCast,
  at: { now: Date; today: Temporal.PlainDate },
): Promise<void> {
  const [plan, units] = ['plan-83.yaml', 'units-example.csv'] as const
  const text = await readFile(new URL(plan, SEED), 'utf8')
  await planImport(db, { text, fileName: plan, dryRun: false, yes: true, ...at })
  const bytes = await readFile(new URL(units, SEED))
  await unitsImport(db, { bytes, fileName: units, dryRun: false, endGone: false, ...at })
  for (const person of staff) await staffAdd(db, { ...person, botUserNames: [], ...at })
}
