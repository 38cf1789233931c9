/** How a person shuts the bot out and lets it in again. */
import type { ApiUpdate } from './api-types.ts'
import type { Owner } from './owner.ts'

export type StandingChanges = {
  /** From now on nothing gets through; the bot is told. */
  blocks(): ApiUpdate
  unblocks(): ApiUpdate
  /** The account is gone; the bot is not told. */
  deletesAccount(): void
}

export function createStandingChanges({ platform, user, chat }: Owner): StandingChanges {
  const { bot, updates, clock } = platform
  const member = { user: bot, status: 'member' }
  const kicked = { user: bot, status: 'kicked', until_date: 0 }

  const changed = (old_chat_member: object, new_chat_member: object) =>
    updates.push({
      my_chat_member: {
        chat: chat.about,
        from: user,
        date: Math.floor(clock().getTime() / 1000),
        old_chat_member,
        new_chat_member,
      },
    })

  return {
    blocks() {
      chat.standing = 'blocked'
      return changed(member, kicked)
    },
    unblocks() {
      chat.standing = 'open'
      return changed(kicked, member)
    },
    deletesAccount() {
      chat.standing = 'deactivated'
    },
  }
}
