/** The commands that lay down what is to be done: the plan, the units, the settings and the calendar. */
import { basename } from 'node:path'
import type { Command } from 'commander'
import { bytesOf, commandsUnder, confirm, type Flags, work } from './command-line.ts'

export function planCommands(program: Command): void {
  const command = commandsUnder(program)
  const plan = commandsUnder(
    program.command('plan').description('the yearly plan and its tasks').exitOverride(),
  )

  plan('import <file>', 'takes a plan (.yaml, .docx, .xlsx, .txt): shows what was read or changed, and asks')
    .option('--dry-run', 'show what would change, change nothing')
    .option('--yes', 'take it in without asking')
    .option('--out <file>', 'write what was read from a document as .yaml, to be corrected by hand')
    .action((path: string, flags: Flags & { dryRun?: boolean; yes?: boolean; out?: string }) =>
      work(flags, async ({ db, now, today }) => {
        const bytes = await bytesOf(path)
        const consent = { dryRun: flags.dryRun === true, yes: flags.yes === true, confirm }
        const order = { fileName: basename(path), ...consent, today, now }
        if (/\.ya?ml$/i.test(path)) {
          const { planImport } = await import('./office/commands/plan-import.ts')
          return planImport(db, { text: bytes.toString('utf8'), ...order })
        }
        const { planDocumentImport } = await import('./office/commands/plan-document-import.ts')
        return planDocumentImport(db, { bytes, out: flags.out, ...order })
      }),
    )

  plan('show [year]', 'lists the tasks, when they are due and who is asked').action(
    (year: string | undefined, flags: Flags) =>
      work(flags, async ({ db }) => (await import('./office/commands/plan-show.ts')).planShow(db, year)),
  )

  plan(
    'set <task> <field> <value>',
    "the office's word on a task: due, audience, evidence, title or asks",
  ).action((task: string, field: string, value: string, flags: Flags) =>
    work(flags, async ({ db, now, today }) => {
      const { planSet } = await import('./office/commands/plan-set.ts')
      return planSet(db, { task, field, value, today, now })
    }),
  )

  plan('clone <from> <to>', "prepares another year's plan as a file to fill in and import")
    .option('--out <path>', 'where to write it; default plan-YEAR.yaml')
    .action((from: string, to: string, flags: Flags & { out?: string }) =>
      work(flags, async ({ db }) => {
        const { planClone } = await import('./office/commands/plan-clone.ts')
        return planClone(db, { from, to, out: flags.out })
      }),
    )

  const units = commandsUnder(
    program.command('units').description('the units and their heads').exitOverride(),
  )

  units('import <file>', 'takes the list of units (.xlsx or .csv), all or nothing')
    .option('--dry-run', 'show what would change, change nothing')
    .option('--end-gone', 'end the units that the list no longer has')
    .action((file: string, flags: Flags & { dryRun?: boolean; endGone?: boolean }) =>
      work(flags, async ({ db, now, today }) => {
        const { unitsImport } = await import('./office/commands/units-import.ts')
        const how = { dryRun: flags.dryRun === true, endGone: flags.endGone === true }
        return unitsImport(db, { bytes: await bytesOf(file), fileName: basename(file), ...how, today, now })
      }),
    )

  command('settings [key] [value]', 'what the office may change: all, one, or a new value')
    .option('--reset', 'go back to the default')
    .action((key: string | undefined, value: string | undefined, flags: Flags & { reset?: boolean }) =>
      work(flags, async ({ db, now }) => {
        const { settingsCommand } = await import('./office/commands/settings.ts')
        return settingsCommand(db, { key, value, reset: flags.reset === true, now })
      }),
    )

  const calendar = commandsUnder(
    program.command('calendar').description('holidays and worked Saturdays').exitOverride(),
  )

  calendar('import <file>', 'takes holidays and swapped days (.yaml)')
    .option('--dry-run', 'show what would change, change nothing')
    .action((file: string, flags: Flags & { dryRun?: boolean }) =>
      work(flags, async ({ db }) => {
        const { calendarImport } = await import('./office/commands/calendar-import.ts')
        return calendarImport(db, {
          text: (await bytesOf(file)).toString('utf8'),
          dryRun: flags.dryRun === true,
        })
      }),
    )

  calendar('show <year>', 'the days that differ from the week').action((year: string, flags: Flags) =>
    work(flags, async ({ db }) =>
      (await import('./office/commands/calendar-show.ts')).calendarShow(db, year),
    ),
  )
}
