/** What waits for a bot that we do not run any more goes to the person's other chat, or stands in the ledger as failed. */
import { giveUpForGoneBots } from '../../db/bots/gone.ts'
import { sendElsewhere } from '../../db/messages/fall-back.ts'
import type { Minute } from '../minute.ts'

export async function leaveGoneBots({ db, clock, log }: Minute): Promise<void> {
  const { given, moved } = await db.transaction(async (tx) => {
    const ids = await giveUpForGoneBots(tx)
    return { given: ids.length, moved: await sendElsewhere(tx, ids, clock()) }
  })
  if (given > 0) log('given_up_for_gone_bots', { messages: given, moved })
}
