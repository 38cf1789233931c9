/** Runs the downloads of one bot against a platform that hands out what a test put there. */
import type { Channel } from '../../../bot/channel.ts'
import type { Db } from '../../../db/client.ts'
import { attachments } from '../../../db/schema/index.ts'
import type { MediaRef } from '../../../domain/message.ts'
import { createDownloads } from '../../../jobs/files/download-media.ts'
import { fakeChannel } from '../../fake-channel.ts'

export const START = new Date('2026-12-20T08:00:00Z')

export function downloading(db: Db, download: Channel['download']) {
  const asked: string[] = []
  const logged: unknown[] = []
  let now = START
  const channel: Channel = {
    ...fakeChannel().channel,
    download(media: MediaRef) {
      asked.push(media.ref)
      return download(media)
    },
  }
  const log = (event: string, facts?: Record<string, unknown>) => logged.push({ event, ...facts })
  const start = () => {
    const stop = new AbortController()
    const downloads = createDownloads({ db, channel, clock: () => now, log })
    const ended = downloads.run(stop.signal)
    return { wake: downloads.wake, abort: () => stop.abort(), ended }
  }
  return {
    /** What was asked for, in order. */
    asked,
    logged,
    start,
    later(seconds: number) {
      now = new Date(now.getTime() + seconds * 1_000)
    },
    /** Runs until `done`, then stops as SIGTERM does. */
    async until(done: () => boolean | Promise<boolean>) {
      const running = start()
      while (!(await done())) await new Promise((wake) => setTimeout(wake, 10))
      running.abort()
      await running.ended
    },
  }
}

/** True when nothing waits any more. */
export const settled = async (db: Db): Promise<boolean> =>
  (await db.select({ state: attachments.state }).from(attachments)).every(({ state }) => state !== 'waiting')
