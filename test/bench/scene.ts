/** Where a benchmark plays: an embedded PostgreSQL as in production, a Telegram 60 ms away, and the whole service. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../config.ts'
import { connect, type Db } from '../../db/client.ts'
import { startLocalPostgres } from '../../db/local-postgres.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import type { Log } from '../../domain/log.ts'
import { type Service, startService } from '../../main.ts'
import type { TelegramServerOptions } from '../telegram-server.ts'
import { startTelegram, type Telegram } from './telegram.ts'

export type Scene = {
  db: Db
  databaseUrl: string
  telegram: Telegram
  /** Starts the service as `npm start` does, with so many sends a second. */
  start(sendRate: number): Promise<Service>
  close(): Promise<void>
}

/** Whatever goes wrong in a benchmark is to be seen. */
export const log: Log = (event, facts) => {
  if (/failed|stumbled|wait|not_|away|unreadable/.test(event)) console.error(event, facts)
}

export async function openScene(options: TelegramServerOptions = {}): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'))
  chmodSync(folder, 0o755)
  const server = await startLocalPostgres(join(folder, 'postgres'))
  await migrateDatabase(server.url)
  const { db, close } = connect(server.url, { max: 2 })
  const telegram = await startTelegram(options)
  return {
    db,
    databaseUrl: server.url,
    telegram,
    start: (sendRate) =>
      startService(
        readConfig({
          DATABASE_URL: server.url,
          TELEGRAM_BOT_TOKEN: telegram.token,
          TELEGRAM_API_ROOT: telegram.url,
          TELEGRAM_SEND_RATE: String(sendRate),
          HTTP_PORT: '0',
        }),
        { log },
      ),
    async close() {
      for (const violation of await telegram.ask('violations')) console.error('violation:', violation)
      telegram.stop()
      await close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
