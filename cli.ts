#!/usr/bin/env node
/** The commands of the office: what `npx dondoc` understands. Each one's work is a function that knows no command line. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Command, CommanderError } from 'commander'
import { botUserNames, bytesOf, confirm, dayOf, type Flags, fail, work } from './command-line.ts'
import { CommandError } from './domain/command.ts'

if (existsSync('.env')) process.loadEnvFile('.env')
// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const program = new Command('dondoc')
  .description("Gets an office's yearly plan done: reminders out, replies into PostgreSQL.")
  .exitOverride()
  .showHelpAfterError('(add --help for the words this command takes)')

/** A command, or a command under another; every one takes --json. */
const command = (usage: string, description: string, under: Command = program) =>
  under
    .command(usage)
    .description(description)
    .option('--json', 'print one JSON document on standard output')
    .exitOverride()

command('start', 'the service: bots, reminders, HTTP; applies migrations first').action(async () => {
  const { serve } = await import('./serve.ts')
  await serve()
})

command('migrate', 'applies the migrations that are missing').action((flags: Flags) =>
  work(flags, async () => ({ json: { migrated: true }, lines: ['The database is of this version.'] })),
)

command('doctor', 'checks configuration, database, bots, clock and calendar, and says what to mend').action(
  (flags: Flags) =>
    work(flags, async ({ config, db, today }) => {
      const { openChannels } = await import('./main.ts')
      const { doctor } = await import('./office/commands/doctor.ts')
      const { heldReminders } = await import('./jobs/send-reminders.ts')
      const bots = (await openChannels(config, db, () => {})).map((bot) => ({
        ...bot,
        name: `${bot.name} ${bot.bot}`,
      }))
      return doctor({
        db,
        today,
        embedded: !config.databaseUrl,
        bots,
        heldReminders: await heldReminders(db, today),
      })
    }),
)

const plan = program.command('plan').description('the yearly plan and its tasks').exitOverride()

command('import <file>', 'takes a plan (.yaml); an amended one shows the difference and asks', plan)
  .option('--dry-run', 'show what would change, change nothing')
  .option('--yes', 'apply an amended plan without asking')
  .action((file: string, flags: Flags & { dryRun?: boolean; yes?: boolean }) =>
    work(flags, async ({ db, now, today }) => {
      const { planImport } = await import('./office/commands/plan-import.ts')
      const text = (await bytesOf(file)).toString('utf8')
      const consent = { dryRun: flags.dryRun === true, yes: flags.yes === true, confirm }
      return planImport(db, { text, fileName: basename(file), ...consent, today, now })
    }),
  )

command('show [year]', 'lists the tasks, when they are due and who is asked', plan).action(
  (year: string | undefined, flags: Flags) =>
    work(flags, async ({ db }) => (await import('./office/commands/plan-show.ts')).planShow(db, year)),
)

command(
  'set <task> <field> <value>',
  "the office's word on a task: due, audience, evidence, title or asks",
  plan,
).action((task: string, field: string, value: string, flags: Flags) =>
  work(flags, async ({ db, now, today }) => {
    const { planSet } = await import('./office/commands/plan-set.ts')
    return planSet(db, { task, field, value, today, now })
  }),
)

const units = program.command('units').description('the units and their heads').exitOverride()

command('import <file>', 'takes the list of units (.csv), all or nothing', units)
  .option('--dry-run', 'show what would change, change nothing')
  .option('--end-gone', 'end the units that the list no longer has')
  .action((file: string, flags: Flags & { dryRun?: boolean; endGone?: boolean }) =>
    work(flags, async ({ db, now, today }) => {
      const { unitsImport } = await import('./office/commands/units-import.ts')
      const how = { dryRun: flags.dryRun === true, endGone: flags.endGone === true }
      return unitsImport(db, { bytes: await bytesOf(file), fileName: basename(file), ...how, today, now })
    }),
  )

const staff = program.command('staff').description('people of the office, and leaders').exitOverride()

command('add', 'adds somebody of the office or a leader, and invites them', staff)
  .requiredOption('--name <name>', 'full name')
  .requiredOption('--role <role>', 'office or leader')
  .option('--phone <phone>', 'phone number')
  .action((flags: Flags & { name: string; role: string; phone?: string }) =>
    work(flags, async ({ config, db, now, today }) => {
      const { staffAdd } = await import('./office/commands/staff-add.ts')
      return staffAdd(db, { ...flags, botUserNames: await botUserNames(config, db), now, today })
    }),
  )

type InviteFlags = Flags & { all?: boolean } & Partial<
    Record<'unit' | 'post' | 'name' | 'phone' | 'staff' | 'sheet', string>
  >

command('invite', 'a one-time link and a code for joining')
  .option('--unit <code>', "the unit's head, or with --post and --name somebody else of the unit")
  .option('--post <post>', 'deputy or clerk')
  .option('--name <name>', 'full name of the deputy or clerk')
  .option('--phone <phone>', 'their phone number')
  .option('--staff <name>', 'somebody of the office, or a leader')
  .option('--all', 'every head who has not joined yet')
  .option(
    '--sheet <path>',
    'with --all: where to write the sheet, as .csv and as .html to print',
    'invitations',
  )
  .action((flags: InviteFlags) =>
    work(flags, async ({ config, db, now, today }) => {
      const { invite } = await import('./office/commands/invite.ts')
      return invite(db, { ...flags, botUserNames: await botUserNames(config, db), now, today })
    }),
  )

command('remind', 'queues what is due, for the next sending hours')
  .option('--on <date>', 'the day, YYYY-MM-DD; default today')
  .option('--now', 'send at once, at any hour')
  .option('--dry-run', 'list it and queue nothing')
  .option('--drop-old', 'drop the reminders that fell due while the service was down')
  .action((flags: Flags & { on?: string; now?: boolean; dryRun?: boolean; dropOld?: boolean }) =>
    work(flags, async ({ db, today, now }) => {
      const { remind } = await import('./jobs/remind.ts')
      const how = { now: flags.now === true, dryRun: flags.dryRun === true, dropOld: flags.dropOld === true }
      return remind(db, { on: flags.on ? dayOf(flags.on) : today, ...how }, () => now)
    }),
  )

command('rehearse', 'day by day, who would get what; sends and queues nothing')
  .requiredOption('--from <date>', 'the first day, YYYY-MM-DD')
  .requiredOption('--to <date>', 'the last day')
  .action((flags: Flags & { from: string; to: string }) =>
    work(flags, async ({ db }) => {
      const { rehearse } = await import('./jobs/remind.ts')
      return rehearse(db, { from: dayOf(flags.from), to: dayOf(flags.to) })
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

const calendar = program.command('calendar').description('holidays and worked Saturdays').exitOverride()

command('import <file>', 'takes holidays and swapped days (.yaml)', calendar)
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

command('show <year>', 'the days that differ from the week', calendar).action((year: string, flags: Flags) =>
  work(flags, async ({ db }) => (await import('./office/commands/calendar-show.ts')).calendarShow(db, year)),
)

command('calls', 'the call list: who cannot be reached or stays silent, with phones').action((flags: Flags) =>
  work(flags, async ({ db, today }) => (await import('./office/commands/calls.ts')).calls(db, today)),
)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // Help asked for is no mistake; commander has printed everything else already.
    process.exitCode = error.exitCode === 0 ? 0 : 2
    if (process.exitCode === 2 && process.argv.includes('--json')) {
      fail(new CommandError('bad_usage', error.message, 'See: npx dondoc --help'), true)
    }
  } else process.exitCode = fail(error, process.argv.includes('--json'))
}
