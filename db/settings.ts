/** What the office may change without a programmer: every key, its meaning, its shape and its default. */
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from './client.ts'
import { settings } from './schema/index.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 07:30')
const span = z.tuple([time, time]).refine(([from, to]) => from < to, 'the beginning must be before the end')
const weekly = z.tuple([z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), time])
const months = z.int().min(1).max(240)
const line = z.string().min(1).max(300)
const lines = z.array(line).max(30).default([])
const days = z.array(z.int().min(0).max(90)).max(10)

/** One line per setting; `settings` on the command line prints these descriptions. */
export const SETTINGS = {
  language: z.enum(['vi', 'en']).default('vi').describe('language of every message to people'),
  office_name: z
    .string()
    .max(100)
    .default('')
    .describe('how the office calls itself; empty: its name in the list of units'),
  office_short: z.string().max(40).default('Phòng').describe('how the office speaks of itself in a sentence'),
  office_phone: z
    .string()
    .max(40)
    .default('')
    .describe('the number people are told to call; empty: the phone of the office in the list of units'),
  sending_hours: z
    .array(span)
    .min(1)
    .max(4)
    .default([
      ['07:30', '11:00'],
      ['13:30', '16:30'],
    ])
    .describe('when the office writes first, in its own time zone; answers go out at any hour'),
  remind_before: days
    .default([14, 7, 3, 1, 0])
    .describe('days before the due date on which a unit is reminded'),
  remind_overdue: days
    .default([1, 3, 7])
    .describe('days after the due date on which a unit is reminded; then the call list'),
  catch_up_limit: z
    .int()
    .min(0)
    .max(100_000)
    .default(100)
    .describe('more missed reminders than this wait for the office’s word'),
  blocked_pause_days: z
    .int()
    .min(0)
    .max(30)
    .default(3)
    .describe('working days without reminders after a unit reported a difficulty'),
  invitation_days: z.int().min(1).max(60).default(7).describe('days for which an invitation is good'),
  digest_leaders: weekly
    .default(['mon', '08:00'])
    .describe('when leaders get the weekly digest; on a free day it comes on the next working day'),
  digest_units: weekly
    .default(['fri', '15:00'])
    .describe('when unit heads get theirs; on a free day it comes on the working day before'),
  digest_office: z
    .enum(['both', 'leaders', 'units', 'none'])
    .default('both')
    .describe('which of the two digests the office gets as well'),
  digest_grace_days: z
    .int()
    .min(0)
    .max(90)
    .default(3)
    .describe('days overdue before a unit is named in the digest for leaders'),
  announcement_nudge_days: z
    .int()
    .min(1)
    .max(30)
    .default(1)
    .describe('working days after which those who did not confirm an announcement are asked, once'),
  other_chat_hours: z
    .int()
    .min(0)
    .max(240)
    .default(24)
    .describe('hours after which an unanswered message goes to the other chat of who has two; 0: never'),
  call_rest_days: z
    .int()
    .min(0)
    .max(30)
    .default(3)
    .describe('working days for which a unit that was called stays off the call list'),
  draft_days: z
    .int()
    .min(1)
    .max(60)
    .default(7)
    .describe('days for which an unfinished proposal of an exemplar is kept'),
  review_days: z
    .int()
    .min(1)
    .max(60)
    .default(5)
    .describe('working days within which the office answers a proposal, and a proposer mends a returned one'),
  consent_link_days: z
    .int()
    .min(1)
    .max(60)
    .default(14)
    .describe('days for which a nominee may confirm by their link'),
  keep_chat_months: months.default(12).describe('how long what people wrote in the chat is kept'),
  keep_unchosen_months: months
    .default(12)
    .describe('how long proposals that were not approved are kept, from the end of their year'),
  keep_exemplar_months: months
    .default(24)
    .describe('how long approved exemplars are kept, from the end of their year'),
  keep_former_days: z
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('days for which the phone and chat of somebody who left their post are kept'),
  keep_withdrawn_days: z
    .int()
    .min(0)
    .max(15)
    .default(10)
    .describe('days after a nominee took everything back in which their proposal is erased'),
  keep_audit_years: z.int().min(1).max(20).default(5).describe('how long the audit log is kept'),
  report_superior: z
    .string()
    .max(100)
    .default('')
    .describe('the body above the issuer of reports, printed over it; empty: none'),
  report_issuer: lines.describe('who issues reports, line by line; empty: as in the plan'),
  report_sign: z
    .string()
    .max(30)
    .default('')
    .describe(
      'the sign after the number of reports, as BC-UBND; empty: made from the plan’s, or from the issuer',
    ),
  report_place: z
    .string()
    .max(60)
    .default('')
    .describe('the place before the date of reports; empty: as in the plan'),
  report_to: lines.describe('whom reports are addressed to; empty: as in the plan'),
  report_recipients: lines.describe(
    'who else gets reports, the last being where it is filed; empty: as in the plan',
  ),
  report_signer: z
    .object({ authority: z.array(line).max(3), position: line, name: line })
    .nullable()
    .default(null)
    .describe(
      'who signs reports: lines of authority, position, name; null: as in the plan, if it has the same issuer',
    ),
  report_legal_basis: lines.describe('the papers that reports rest on; empty: as in the plan'),
  report_names: z.boolean().default(true).describe('whether reports name the units behind their figures'),
  timezone: z.string().default('Asia/Ho_Chi_Minh').describe('set by OFFICE_TIMEZONE at every start'),
} as const

export type SettingKey = keyof typeof SETTINGS
export type Settings = { [K in SettingKey]: z.output<(typeof SETTINGS)[K]> }

/** All settings, with the defaults of those that nobody changed. */
export async function readSettings(db: Db | Tx): Promise<Settings> {
  // As text, for drizzle parses what it reads from jsonb once too often: the phone "113" would become a number.
  const rows = await db
    .select({ key: settings.key, value: sql<string>`${settings.value}::text` })
    .from(settings)
  const changed = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]))
  return z.object(SETTINGS).parse(changed)
}

/** Keeps a new value; rejects with a ZodError that says what the value must look like. */
export async function changeSetting(db: Db | Tx, key: SettingKey, value: unknown, now: Date): Promise<void> {
  const checked = SETTINGS[key].parse(value)
  await db
    .insert(settings)
    .values({ key, value: checked, changedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value: checked, changedAt: now } })
}

/** Goes back to the default. */
export async function resetSetting(db: Db | Tx, key: SettingKey): Promise<void> {
  await db.delete(settings).where(eq(settings.key, key))
}
