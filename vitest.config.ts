/** One suite on one PostgreSQL; files run side by side, each test in a database of its own. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // All cores: much of the time goes by waiting for the database.
    maxWorkers: '100%',
    // For a machine that has other work besides; on a quiet one nothing comes near.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
