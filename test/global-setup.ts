/** Starts a PostgreSQL for the suite (or takes TEST_DATABASE_URL) and makes the template that tests clone. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startLocalPostgres } from '../db/local-postgres.ts'
import { migrateDatabase } from '../db/migrate.ts'
import { databaseUrl } from './database.ts'

/** The suite's data is thrown away, so nothing waits for the disk. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'].flatMap(
  (s) => ['-c', s],
)

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'))
  chmodSync(folder, 0o755)
  const given = process.env.TEST_DATABASE_URL
  const server = given ? null : await startLocalPostgres(join(folder, 'database'), FAST)
  const adminUrl = given ?? server?.url ?? ''
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe('drop database if exists dondoc_template with (force)')
  await admin.unsafe('create database dondoc_template')
  await admin.end()
  await migrateDatabase(databaseUrl(adminUrl, 'dondoc_template'))
  project.provide('adminUrl', adminUrl)
  return async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
