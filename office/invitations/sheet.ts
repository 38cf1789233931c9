/** The sheet of many invitations: a table for the office, and cards to print, cut and hand over. */
import { writeFile } from 'node:fs/promises'
import type { Office } from '../../db/office.ts'
import type { Settings } from '../../db/settings.ts'
import { CommandError } from '../../domain/command.ts'
import { officeTranslator } from '../../locales/i18n.ts'
import { cardPages } from './cards.ts'
import type { HandedOut } from './made.ts'
import { invitationTable } from './table.ts'

export type SheetFacts = {
  office: Office
  settings: Settings
  /** The bot that the links open; undefined while none is known. */
  botUserName: string | undefined
}

/** Writes `base`.csv and `base`.html; throws a CommandError where they cannot be written. */
export async function writeInvitationSheet(
  base: string,
  made: HandedOut[],
  { office, settings, botUserName }: SheetFacts,
): Promise<{ csv: string; html: string }> {
  const t = officeTranslator(settings, office)
  const paths = { csv: `${base}.csv`, html: `${base}.html` }
  // Whoever reads a card can join in another's name: the files are for their maker's eyes.
  const mode = 0o600
  try {
    await writeFile(paths.csv, invitationTable(made, t), { mode })
    await writeFile(
      paths.html,
      await cardPages(made, { t, language: settings.language, office, botUserName }),
      {
        mode,
      },
    )
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandError(
      'sheet_not_written',
      `The sheet cannot be written: ${why}`,
      'Name a folder that exists and may be written to: --sheet PATH. Nobody was invited.',
      1,
    )
  }
  return paths
}
