/** The commands about messages: what goes out, to whom, and whom no message reaches. */
import type { Command } from 'commander'
import { commandsUnder, dayOf, type Flags, work } from './command-line.ts'

export function messageCommands(program: Command): void {
  const command = commandsUnder(program)
  command('remind', 'queues what is due, for the next sending hours')
    .option('--on <date>', 'the day, YYYY-MM-DD; default today')
    .option('--now', 'send at once, at any hour')
    .option('--dry-run', 'list it and queue nothing')
    .option('--drop-old', 'drop the reminders that fell due while the service was down')
    .action((flags: Flags & { on?: string; now?: boolean; dryRun?: boolean; dropOld?: boolean }) =>
      work(flags, async ({ db, today, now }) => {
        const { remind } = await import('./jobs/reminders/remind.ts')
        const how = {
          now: flags.now === true,
          dryRun: flags.dryRun === true,
          dropOld: flags.dropOld === true,
        }
        return remind(db, { on: flags.on ? dayOf(flags.on) : today, ...how }, () => now)
      }),
    )

  command('digest', 'queues the weekly digest of a day, for its hour')
    .option('--on <date>', 'the day, YYYY-MM-DD; default today')
    .option('--now', 'send at once, at any hour')
    .option('--dry-run', 'list it, show the first, and queue nothing')
    .action((flags: Flags & { on?: string; now?: boolean; dryRun?: boolean }) =>
      work(flags, async ({ config, db, today, now }) => {
        const { digest } = await import('./jobs/digests/digest.ts')
        const { limitsOf, openBots } = await import('./main.ts')
        const how = { dryRun: flags.dryRun === true, atOnce: flags.now === true }
        const limits = limitsOf(await openBots(config, db, () => {}))
        return digest(db, { on: flags.on ? dayOf(flags.on) : today, ...how, now, limits })
      }),
    )

  command('announce', 'writes to units: at once at any hour, or at a time')
    .requiredOption('--title <text>', 'at most 100 characters')
    .requiredOption('--text <text>', 'at most 3,000 characters')
    .option(
      '--to <audience>',
      'all, block:K1, unit:CODE, unanswered:TASK, or several separated by commas',
      'all',
    )
    .option('--at <time>', '"YYYY-MM-DD HH:MM" by the office\'s clock')
    .option('--urgent', "goes out even when a bot's month is nearly used up")
    .action((flags: Flags & { title: string; text: string; to: string; at?: string; urgent?: boolean }) =>
      work(flags, async ({ db, now }) =>
        (await import('./jobs/announcements/announce.ts')).announce(db, flags, now),
      ),
    )

  command('rehearse', 'day by day, who would get what; sends and queues nothing')
    .requiredOption('--from <date>', 'the first day, YYYY-MM-DD')
    .requiredOption('--to <date>', 'the last day')
    .action((flags: Flags & { from: string; to: string }) =>
      work(flags, async ({ db }) => {
        const { rehearse } = await import('./jobs/reminders/remind.ts')
        return rehearse(db, { from: dayOf(flags.from), to: dayOf(flags.to) })
      }),
    )

  command('calls', 'the call list: who cannot be reached or stays silent, with phones').action(
    (flags: Flags) =>
      work(flags, async ({ db, today }) => (await import('./office/commands/calls.ts')).calls(db, today)),
  )
}
