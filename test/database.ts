/** A fresh, migrated database for each test: a clone of one template, kept when the test fails. */
import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inject, onTestFailed, onTestFinished } from 'vitest'
import { connect, type Db } from '../db/client.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

/** The same server with another database's name. */
export const databaseUrl = (adminUrl: string, name: string) => {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Makes the clone and removes it when the test ends; a failed test's database stays, and its name is printed. */
export async function freshDatabase(): Promise<{ db: Db; url: string }> {
  const adminUrl = inject('adminUrl')
  const name = `dondoc_test_${randomUUID().slice(0, 8)}`
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template dondoc_template`)
  const url = databaseUrl(adminUrl, name)
  const { db, close } = connect(url)
  let failed = false
  onTestFailed(() => {
    failed = true
    process.stderr.write(`The failed test's database is kept: ${url}\n`)
  })
  onTestFinished(async () => {
    await close()
    if (!failed) await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  })
  return { db, url }
}
