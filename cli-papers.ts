/** The commands that make official papers: closing a period, and what is handed on of it. */
import type { Command } from 'commander'
import { commandsUnder, confirm, type Flags, work } from './command-line.ts'

type CloseFlags = Flags & { reopen?: boolean; yes?: boolean }

export function paperCommands(program: Command): void {
  const command = commandsUnder(program)

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
