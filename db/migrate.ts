/** Brings the database's tables and views to this version of the program. */
import { fileURLToPath } from 'node:url'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { connect } from './client.ts'

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
/** Any number will do, as long as every version of the program takes the same one. */
const LOCK = 83_20260224

/** Applies what is missing, in order. Two processes that start together take turns. */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, client, close } = connect(url, { max: 1 })
  try {
    await client`select pg_advisory_lock(${LOCK})`
    await migrate(db, { migrationsFolder: FOLDER })
  } finally {
    await close()
  }
}
