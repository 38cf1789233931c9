/** A platform as the command line names it. */
import { CommandError } from '../../domain/command.ts'
import { PLATFORMS } from '../../domain/message.ts'

/** "telegram or zalo" */
export const PLATFORM_NAMES = PLATFORMS.join(' or ')

/** Throws a CommandError for what is none. */
export function platformNamed(name = ''): (typeof PLATFORMS)[number] {
  const found = PLATFORMS.find((platform) => platform === name)
  if (found) return found
  throw new CommandError('bad_channel', `"${name}" is no platform.`, `Write ${PLATFORM_NAMES}.`)
}
