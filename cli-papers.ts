/** The commands that make official papers: the report of a period, its template, the pack of exemplars, and closing. */
import { basename } from 'node:path'
import type { Command } from 'commander'
import { bytesOf, commandsUnder, confirm, type Flags, work } from './command-line.ts'

type ReportFlags = Flags & { format: string; out?: string; trace?: string }
type CloseFlags = Flags & { reopen?: boolean; yes?: boolean }

export function paperCommands(program: Command): void {
  const command = commandsUnder(program)

  const report = command('report <period>', 'the report of a quarter (2026-Q2), 2026-H1, 2026-9M or 2026')
    // The options after `template` are the template's.
    .enablePositionalOptions()
    .option('--format <format>', 'docx, xlsx or json', 'docx')
    .option('--out <path>', 'where to write it; default bao-cao-PERIOD.docx or .xlsx; JSON is printed')
    .option('--trace <path>', 'with docx: where to write the rows behind each figure, as .csv')
    .action((period: string, flags: ReportFlags) =>
      work(flags, async ({ db, now, today }) => {
        const { report: make } = await import('./office/commands/report.ts')
        return make(db, { ...flags, period, now, today })
      }),
    )
  const template = commandsUnder(
    report.command('template').description('the Word template of the report').exitOverride(),
  )

  template('get', 'writes the template in use to a file')
    .option('--out <path>', 'where', 'mau-bao-cao.docx')
    .action((flags: Flags & { out: string }) =>
      work(flags, async ({ db }) => {
        const { templateGet } = await import('./office/commands/report-template.ts')
        return templateGet(db, flags.out)
      }),
    )

  template('set <file>', "takes the office's own template, once it is found to be whole").action(
    (file: string, flags: Flags) =>
      work(flags, async ({ db, now }) => {
        const { templateSet } = await import('./office/commands/report-template.ts')
        return templateSet(db, { bytes: await bytesOf(file), name: basename(file), now })
      }),
  )

  commandsUnder(
    program.command('exemplars').description('exemplary people, as they may be published').exitOverride(),
  )('export <period>', 'the pack for the portal: photos, a Word annex and a list; only what consent allows')
    .option('--out <path>', 'where to write it; default guong-dien-hinh-PERIOD.zip')
    .action((period: string, flags: Flags & { out?: string }) =>
      work(flags, async ({ db, now, today }) => {
        const { exemplarsExport } = await import('./office/commands/exemplars-export.ts')
        return exemplarsExport(db, { period, out: flags.out, now, today })
      }),
    )

  command('close <period>', "freezes a period's figures, so that its report can be made again")
    .option('--reopen', 'let the figures of a closed period move again')
    .option('--yes', 'close a quarter that is not over without asking')
    .action((period: string, flags: CloseFlags) =>
      work(flags, async ({ db, now, today }) => {
        const { close } = await import('./office/commands/close.ts')
        const how = { reopen: flags.reopen === true, yes: flags.yes === true, confirm }
        return close(db, { period, ...how, now, today })
      }),
    )
}
