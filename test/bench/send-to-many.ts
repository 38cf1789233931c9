/** One announcement to many: how close the sender keeps to its pace, and what that takes. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { Rate } from '../telegram-server/rate-limit.ts'
import { openScene } from './scene.ts'

const FIRST_CHAT = 100_000
const TEXT =
  'Phòng kính đề nghị đồng chí thủ trưởng đơn vị báo cáo kết quả thực hiện Kế hoạch trong quý IV. '.repeat(3)

/** So many chats, each with one message that waits. */
async function queueAnnouncement(db: Db, bot: string, ids: number[]): Promise<void> {
  await db.execute(sql`
    with chats as (
      insert into contacts (channel, bot, external_id)
      select 'telegram', ${bot}, id from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as id
      returning id)
    insert into outbox (key, kind, priority, contact_id, message, not_before, queued_at)
    select 'bench:' || id, 'announcement', 1, id, jsonb_build_object('text', ${TEXT}::text), now(), now() from chats`)
}

/** `ratio`: the time from the first to the last request, over the time that this pace makes ideal. */
export async function sendToMany(
  count: number,
  perSecond: number,
  perBotRate: Rate | null,
): Promise<{ ratio: number; tooMany: number }> {
  const { db, telegram, start, close } = await openScene({ perBotRate })
  const ids = Array.from({ length: count }, (_, index) => FIRST_CHAT + index)
  await telegram.ask('open', ids)
  await queueAnnouncement(db, telegram.bot, ids)
  const service = await start(perSecond)
  await telegram.until('sendMessage', count)
  const { first, last, tooMany } = await telegram.ask('seen', 'sendMessage')
  await service.stop()
  await close()
  return { ratio: (last - first) / (((count - 1) / perSecond) * 1000), tooMany }
}
