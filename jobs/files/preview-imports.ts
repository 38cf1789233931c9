/** Reads the plans and lists of units that the office sent in the chat, and shows what taking them in would change. */
import type { Db, Tx } from '../../db/client.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { planDocument } from '../../db/plans/document.ts'
import { type ImportFile, importFilesToPreview, markPreviewed } from '../../db/plans/import-files.ts'
import { importPlan } from '../../db/plans/import-plan.ts'
import { importUnits } from '../../db/plans/import-units.ts'
import { readPlans } from '../../db/plans/plans.ts'
import { tasksOfPlan } from '../../db/plans/tasks.ts'
import { readSettings } from '../../db/settings.ts'
import { tryOut } from '../../db/try-out.ts'
import { rowAs } from '../../domain/imports/plans/corrections.ts'
import type { PlanFile } from '../../domain/imports/plans/file.ts'
import type { Log } from '../../domain/log.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { officeDay } from '../../domain/office-day.ts'
import type { Translate } from '../../locales/i18n.ts'
import { fileRefused } from '../../locales/import-file.ts'
import { planPreview } from '../../locales/plan-preview.ts'
import { planRefused } from '../../locales/plan-problems.ts'
import { unitsPreview, unitsRefused } from '../../locales/units-preview.ts'
import { officeWords } from '../office-words.ts'

export type PreviewOptions = { db: Db; clock: () => Date; log: Log; wake(): void }

/** A file that breaks the reader is told of like one that cannot be read, and is not tried for ever. */
export async function previewImports({ db, clock, log, wake }: PreviewOptions): Promise<void> {
  for (const file of await importFilesToPreview(db)) {
    const now = clock()
    const settings = await readSettings(db)
    const t = await officeWords(db, settings)
    const when = { now, today: officeDay(now, settings.timezone) }
    const message = await preview(db, file, when, t).catch((error: unknown) => {
      log('import_failed', { file: file.id, error })
      return fileRefused(file.name, t('intake.broke'), t)
    })
    await db.transaction(async (tx) => {
      if (!(await markPreviewed(tx, file.id, now)) || !message) return
      const { id, contactId, personId, corrections } = file
      await enqueue(tx, {
        key: `import:${id}:${corrections.length}`,
        kind: 'answer',
        contactId,
        personId,
        message,
        now,
      })
    })
    wake()
  }
}

type When = { now: Date; today: Temporal.PlainDate }

/** Null for a file that never came: its sender was told already. */
async function preview(
  db: Db,
  { id, kind, name, bytes, corrections }: ImportFile,
  when: When,
  t: Translate,
): Promise<OutgoingMessage | null> {
  if (!bytes) return null
  if (kind === 'units') {
    const { list, done } = await tryOut(db, (tx) => importUnits(tx, { bytes, endGone: false, ...when }))
    return done ? unitsPreview(id, list, t) : unitsRefused(name, list.problems, t)
  }
  const { file, preview: rows, problems } = await planDocument(db, bytes, corrections)
  if (!file) return planRefused({ name, bytes }, problems, t)
  const { plan } = file
  const plans = await readPlans(db)
  const known = plans.find(({ code }) => code === plan.code)
  // A known plan's code with another year: taking it in would turn the one into the other.
  if (known && known.year !== plan.year) {
    const { code, year } = known
    return fileRefused(name, t('intake.anotherYear', { code, year }), t)
  }
  const { changes, tasks } = await tryOut(db, (tx) => taken(tx, file, when))
  const will = new Map(tasks.map((task) => [task.code, task]))
  const toTake = {
    plan,
    rows: rows.map((row) => rowAs(row, will.get(row.code)!)),
    problems,
    changes,
    neighbours: plans
      .filter(({ code, year }) => code !== plan.code && year === plan.year)
      .map(({ number }) => number),
  }
  return planPreview(id, toTake, t)
}

/** What taking the plan in changes, and its tasks as they stand then. */
async function taken(tx: Tx, file: PlanFile, when: When) {
  const changes = await importPlan(tx, file, when)
  const plan = (await readPlans(tx)).find(({ code }) => code === file.plan.code)!
  return { changes, tasks: await tasksOfPlan(tx, plan.id) }
}
