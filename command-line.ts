/** Runs one command of the office: opens the database, does the work, prints for a person or a script, sets the exit code. */
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { type Config, ConfigError, readConfig } from './config.ts'
import { seedCalendar } from './db/calendar/seed.ts'
import { connect, type Db } from './db/client.ts'
import { migrateDatabase } from './db/migrate.ts'
import { openDatabase } from './db/open-database.ts'
import { changeSetting } from './db/settings.ts'
import { CommandError, type Outcome } from './domain/command.ts'

/** What a command works with: a database of this version, and the office's day. */
export type Desk = { config: Config; db: Db; url: string; now: Date; today: Temporal.PlainDate }

export type Flags = { json?: boolean }

/** Adds commands to the program, or under a word of it; every one takes --json. */
export const commandsUnder = (parent: Command) => (usage: string, description: string) =>
  parent
    .command(usage)
    .description(description)
    .option('--json', 'print one JSON document on standard output')
    .exitOverride()

/** Does a command's work and prints its outcome. Exit code 0 done, 1 failed, 2 bad usage or bad input. */
export async function work({ json }: Flags, task: (desk: Desk) => Promise<Outcome>): Promise<void> {
  try {
    const outcome = await atDesk(task)
    process.stdout.write(json ? `${JSON.stringify(outcome.json)}\n` : `${outcome.lines.join('\n')}\n`)
    process.exitCode = outcome.refused ? 2 : outcome.failed ? 1 : 0
  } catch (error) {
    process.exitCode = fail(error, json)
  }
}

async function atDesk(task: (desk: Desk) => Promise<Outcome>): Promise<Outcome> {
  const config = readConfig(process.env)
  const { url, local } = await openDatabase(config)
  try {
    await migrateDatabase(url)
    const { db, close } = connect(url, { max: 4 })
    const now = new Date()
    try {
      await changeSetting(db, 'timezone', config.timeZone, now)
      await seedCalendar(db)
      const today = Temporal.Now.plainDateISO(config.timeZone)
      return await task({ config, db, url, now, today })
    } finally {
      await close()
    }
  } finally {
    // A database that was running already belongs to the service.
    if (local?.started) await local.stop()
  }
}

/** Says what is wrong and what to do; returns the exit code. */
export function fail(error: unknown, json?: boolean): number {
  const { code, message, mend, exitCode } = explain(error)
  process.stderr.write(`${message}\n${mend}\n`)
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, mend } })}\n`)
  return exitCode
}

function explain(error: unknown): { code: string; message: string; mend: string; exitCode: number } {
  if (error instanceof CommandError) return error
  if (error instanceof ConfigError) {
    return {
      code: 'bad_configuration',
      message: error.message,
      mend: 'Mend these in the environment or in .env.',
      exitCode: 2,
    }
  }
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return {
    code: 'failed',
    message,
    mend: 'For what is wrong with the installation, run: npx dondoc doctor',
    exitCode: 1,
  }
}

/** Asks a person at a terminal. Where nobody sits, nobody consents. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

/** The bytes of a file named on the command line. */
export async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch {
    throw new CommandError('no_such_file', `The file ${path} cannot be read.`, 'Check its name and folder.')
  }
}

/** A day named on the command line. */
export function dayOf(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw new CommandError(
      'bad_date',
      `${text} is not a day.`,
      'Write it as YYYY-MM-DD, for example 2026-12-17.',
    )
  }
}

/**
 * The bots that invitations name. One that does not answer makes no links, for the typed codes work all the same, and
 * stands with its number where its name would.
 */
export async function invitingBots(config: Config, db: Db) {
  const { openBots } = await import('./main.ts')
  const opened = await openBots(config, db, () => {})
  const bots = await Promise.all(
    opened.map(async ({ channel, plan }) => ({
      channel,
      userName: await channel.introduce().catch(() => null),
      limit: plan?.people ?? Number.POSITIVE_INFINITY,
    })),
  )
  const [linking, typed] = [true, false].map((links) =>
    bots.filter(({ channel }) => channel.abilities.startPayload === links),
  )
  const [first] = typed ?? []
  const alike = typed?.filter(({ channel }) => channel.name === first?.channel.name) ?? []
  return {
    botUserNames: linking?.flatMap(({ userName }) => userName ?? []) ?? [],
    codeBots: first && {
      channel: first.channel.name,
      bots: alike.map(({ channel, userName }) => ({ bot: channel.bot, name: userName ?? channel.bot })),
      limit: first.limit,
    },
  }
}
