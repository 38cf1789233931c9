/** The commands about people: staff, invitations, where they are written to, and erasing them. */
import type { Command } from 'commander'
import { commandsUnder, confirm, type Flags, invitingBots, work } from './command-line.ts'
import { PLATFORMS } from './domain/message.ts'

type InviteFlags = Flags & { all?: boolean } & Partial<
    Record<'unit' | 'post' | 'name' | 'phone' | 'staff' | 'sheet' | 'channel', string>
  >

type ChannelFlags = Flags & { reset?: boolean } & Partial<
    Record<'block' | 'unit' | 'person' | 'phone', string>
  >

type EraseFlags = Flags & { dryRun?: boolean; yes?: boolean } & Partial<
    Record<'phone' | 'name' | 'exemplar', string>
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
        return staffAdd(db, { ...flags, ...(await invitingBots(config, db)), now, today })
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
      '--channel <platform>',
      `with --all: every head who is not reached there: ${PLATFORMS.join(' or ')}`,
    )
    .option(
      '--sheet <path>',
      'with --all: where to write the sheet, as .csv and as .html to print',
      'invitations',
    )
    .action((flags: InviteFlags) =>
      work(flags, async ({ config, db, now, today }) => {
        const { invite } = await import('./office/commands/invite.ts')
        return invite(db, { ...flags, ...(await invitingBots(config, db)), now, today })
      }),
    )

  command('channel [platform]', `which platform people are written to first: ${PLATFORMS.join(' or ')}`)
    .option('--block <code>', 'for the units of a block; default everybody')
    .option('--unit <code>', 'for a unit')
    .option('--person <name>', 'for one person')
    .option('--phone <phone>', 'with --person: which of two with one name')
    .option('--reset', 'take the choice back')
    .action((platform: string | undefined, flags: ChannelFlags) =>
      work(flags, async ({ db, now, today }) => {
        const { channelCommand } = await import('./office/commands/channel.ts')
        return channelCommand(db, { ...flags, channel: platform, reset: flags.reset === true, now, today })
      }),
    )

  command('erase', "removes a person's data as the law asks, keeps the counts")
    .option('--phone <phone>', 'whose number it is')
    .option('--name <name>', 'their name, where the number is shared or no longer kept')
    .option('--exemplar <code>', 'what is kept about a nominee, such as G12')
    .option('--dry-run', 'show what would be removed, remove nothing')
    .option('--yes', 'remove it without asking')
    .action((flags: EraseFlags) =>
      work(flags, async ({ db, now, today }) => {
        const { erase } = await import('./office/commands/erase.ts')
        const consent = { dryRun: flags.dryRun === true, yes: flags.yes === true, confirm }
        return erase(db, { ...flags, ...consent, now, today })
      }),
    )
}
