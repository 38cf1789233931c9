/** The database of a configuration: the one it names, or the embedded one. */
import { join } from 'node:path'
import { type LocalPostgres, startLocalPostgres } from './local-postgres.ts'

export async function openDatabase({
  databaseUrl,
  dataDir,
}: {
  databaseUrl?: string
  dataDir: string
}): Promise<{ url: string; local: LocalPostgres | null }> {
  if (databaseUrl) return { url: databaseUrl, local: null }
  const local = await startLocalPostgres(join(dataDir, 'postgres'))
  return { url: local.url, local }
}
