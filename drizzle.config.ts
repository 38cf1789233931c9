/** For `npm run db:generate`: writes the next numbered migration from the difference between schema and snapshots. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  migrations: { prefix: 'index' },
})
