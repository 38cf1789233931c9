/** The two bots of the simulator: one for phones with every comfort, one for phones without. */
import type { Abilities } from '../channel.ts'

/** Its phones are on this machine, and nobody watching them wants to wait. */
export const PACE = { rate: 1_000, chatRestMs: 0 }

const MB = 1024 * 1024

/**
 * `buttons` is as comfortable as Telegram; `numbers` has no buttons, edits, albums or documents,
 * as Zalo. Invitations need no links: whoever picks a phone up has joined.
 */
export type SimulatorBot = 'buttons' | 'numbers'

export const isSimulatorBot = (bot: string | null): bot is SimulatorBot =>
  bot === 'buttons' || bot === 'numbers'

export const ABILITIES: Record<SimulatorBot, Abilities> = {
  buttons: {
    buttons: true,
    editing: true,
    albums: true,
    documents: true,
    startPayload: false,
    phoneSharing: false,
    maxTextLength: 4096,
    maxFileSize: 20 * MB,
  },
  numbers: {
    buttons: false,
    editing: false,
    albums: false,
    documents: false,
    startPayload: false,
    phoneSharing: false,
    maxTextLength: 2000,
    maxFileSize: 20 * MB,
  },
}
