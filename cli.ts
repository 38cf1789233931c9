#!/usr/bin/env node
/** What `npx dondoc` understands. Each command's work is a function that knows no command line. */
import { existsSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { messageCommands } from './cli-messages.ts'
import { paperCommands } from './cli-papers.ts'
import { peopleCommands } from './cli-people.ts'
import { planCommands } from './cli-plan.ts'
import { commandsUnder, type Flags, fail, work } from './command-line.ts'
import { CommandError } from './domain/command.ts'

if (existsSync('.env')) process.loadEnvFile('.env')
// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const program = new Command('dondoc')
  .description("Gets an office's yearly plan done: reminders out, replies into PostgreSQL.")
  .exitOverride()
  // An option belongs to the word it follows: `report --out` and `report template get --out` are two.
  .enablePositionalOptions()
  .showHelpAfterError('(add --help for the words this command takes)')

const command = commandsUnder(program)

command('start', 'the service: bots, reminders, HTTP; applies migrations first').action(async () => {
  const { serve } = await import('./serve.ts')
  await serve()
})

command('demo', 'shows it all in a browser with invented data, on this machine alone; needs no token')
  .option('--port <number>', 'the port of the page (default: HTTP_PORT, or 8080)')
  .option('--keep', 'keeps the database of the demo and says where it is')
  .action(async (flags: { port?: string; keep?: boolean }) => {
    const { demo } = await import('./demo.ts')
    await demo(flags)
  })

command('migrate', 'applies the migrations that are missing').action((flags: Flags) =>
  work(flags, async () => ({ json: { migrated: true }, lines: ['The database is of this version.'] })),
)

command('doctor', 'checks configuration, database, bots, clock and calendar, and says what to mend').action(
  (flags: Flags) =>
    work(flags, async ({ config, db, today }) => {
      const { limitsOf, openBots } = await import('./main.ts')
      const { doctor } = await import('./office/commands/doctor.ts')
      const { heldReminders } = await import('./jobs/reminders/send-reminders.ts')
      const bots = await openBots(config, db, () => {})
      return doctor({
        db,
        today,
        embedded: !config.databaseUrl,
        bots: bots.map(({ channel: { name, bot, introduce } }) => ({ channel: name, bot, introduce })),
        limits: limitsOf(bots),
        heldReminders: await heldReminders(db, today),
      })
    }),
)

planCommands(program)
peopleCommands(program)
messageCommands(program)
paperCommands(program)

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
