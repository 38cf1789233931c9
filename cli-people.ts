/** The commands about people: staff, and invitations. */
import type { Command } from 'commander'
import { botUserNames, commandsUnder, type Flags, work } from './command-line.ts'

type InviteFlags = Flags & { all?: boolean } & Partial<
    Record<'unit' | 'post' | 'name' | 'phone' | 'staff' | 'sheet', string>
  >

export function peopleCommands(program: Command): void {
  const command = commandsUnder(program)
  const staff = commandsUnder(
    program.command('staff').description('people of the office, and leaders').exitOverride(),
  )

  staff('add', 'adds somebody of the office or a leader, and invites them')
    .requiredOption('--name <name>', 'full name')
    .requiredOption('--role <role>', 'office or leader')
    .option('--phone <phone>', 'phone number')
    .action((flags: Flags & { name: string; role: string; phone?: string }) =>
      work(flags, async ({ config, db, now, today }) => {
        const { staffAdd } = await import('./office/commands/staff-add.ts')
        return staffAdd(db, { ...flags, botUserNames: await botUserNames(config, db), now, today })
      }),
    )

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
}
