/** The environment, checked at once and as a whole: what is wrong is said in one line per key, with an example. */
import { z } from 'zod'

const url = (example: string) => z.url({ error: `must be an address, for example ${example}` }).optional()
const rate = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a number, for example 25' })
    .min(0.1, { error: 'must be at least 0.1 messages a second' })
    .max(100_000)
    .default(fallback)

const count = (fallback: number) =>
  z.coerce
    .number({ error: `must be a number, for example ${fallback}` })
    .int({ error: `must be a whole number, for example ${fallback}` })
    .min(1, { error: 'must be at least 1' })
    .default(fallback)

const TELEGRAM_TOKEN = /^\d{3,20}:[\w-]{3,100}$/
const ZALO_TOKEN = /^\d{3,20}:[\w.~-]{3,200}$/
const tokens = (shape: RegExp, giver: string) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((token) => token.trim())
        .filter(Boolean),
    )
    .refine((all) => all.every((token) => shape.test(token)), {
      error: `must be a token as ${giver} gives it, a number, a colon and letters; several with commas between`,
    })

const webhookSecret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,256}$/, {
    error: 'must be 16 to 256 of A-Z a-z 0-9 _ -, for example from: openssl rand -hex 32',
  })
  .optional()

const isZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const ENVIRONMENT = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, {
      error: 'must be a PostgreSQL address, for example postgres://dondoc:secret@127.0.0.1:5432/dondoc',
    })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  TELEGRAM_BOT_TOKEN: tokens(TELEGRAM_TOKEN, '@BotFather'),
  TELEGRAM_API_ROOT: url('https://api.telegram.org').default('https://api.telegram.org'),
  TELEGRAM_SEND_RATE: rate(25),
  TELEGRAM_WEBHOOK_URL: url('https://dondoc.example.vn/webhook/telegram'),
  TELEGRAM_WEBHOOK_SECRET: webhookSecret,
  ZALO_BOT_TOKEN: tokens(ZALO_TOKEN, 'Zalo Bot Creator'),
  ZALO_API_ROOT: url('https://bot-api.zaloplatforms.com').default('https://bot-api.zaloplatforms.com'),
  ZALO_SEND_RATE: rate(5),
  ZALO_MONTHLY_MESSAGES: count(3_000),
  ZALO_MAX_PEOPLE: count(50),
  ZALO_WEBHOOK_URL: url('https://dondoc.example.vn/webhook/zalo'),
  ZALO_WEBHOOK_SECRET: webhookSecret,
  PUBLIC_URL: url('https://dondoc.example.vn'),
  HTTPS_PROXY: url('http://proxy.example.vn:3128'),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: z.coerce
    .number({ error: 'must be a port number, for example 8080' })
    .int()
    .min(0, { error: 'must be a port number from 0 to 65535' })
    .max(65_535, { error: 'must be a port number from 0 to 65535' })
    .default(8080),
  OFFICE_TIMEZONE: z
    .string()
    .refine(isZone, { error: 'must be a time zone, for example Asia/Ho_Chi_Minh' })
    .default('Asia/Ho_Chi_Minh'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
})

type Webhook = { url: string; secret: string }

export type Config = {
  /** Unset: the embedded database in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  telegram: {
    tokens: string[]
    apiRoot: string
    sendRate: number
    webhook: Webhook | undefined
  }
  zalo: {
    tokens: string[]
    apiRoot: string
    sendRate: number
    /** What one bot's plan allows: messages in a month, both ways, and people. */
    monthlyMessages: number
    maxPeople: number
    webhook: Webhook | undefined
  }
  /** How people, and Zalo's servers, reach us from outside; without a slash at its end. */
  publicUrl: string | undefined
  proxy: string | undefined
  http: { host: string; port: number }
  timeZone: string
  logLevel: string
}

/** One line per wrong key: its name, what is wrong, an example. The start ends with exit code 2. */
export class ConfigError extends Error {
  constructor(lines: string[]) {
    super(lines.join('\n'))
    this.name = 'ConfigError'
  }
}

/** Reads the environment; an empty value counts as unset. Throws ConfigError with all that is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = ENVIRONMENT.safeParse(given)
  const wrong = read.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  const halves = ['TELEGRAM', 'ZALO'].flatMap((platform) => halfWebhook(platform, given))
  if (!read.success || halves.length > 0) throw new ConfigError([...wrong, ...halves])
  const e = read.data
  return {
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    telegram: {
      tokens: e.TELEGRAM_BOT_TOKEN,
      apiRoot: e.TELEGRAM_API_ROOT,
      sendRate: e.TELEGRAM_SEND_RATE,
      webhook: webhookOf(e.TELEGRAM_WEBHOOK_URL, e.TELEGRAM_WEBHOOK_SECRET),
    },
    zalo: {
      tokens: e.ZALO_BOT_TOKEN,
      apiRoot: e.ZALO_API_ROOT,
      sendRate: e.ZALO_SEND_RATE,
      monthlyMessages: e.ZALO_MONTHLY_MESSAGES,
      maxPeople: e.ZALO_MAX_PEOPLE,
      webhook: webhookOf(e.ZALO_WEBHOOK_URL, e.ZALO_WEBHOOK_SECRET),
    },
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, ''),
    proxy: e.HTTPS_PROXY,
    http: { host: e.HTTP_HOST, port: e.HTTP_PORT },
    timeZone: e.OFFICE_TIMEZONE,
    logLevel: e.LOG_LEVEL,
  }
}

const webhookOf = (url: string | undefined, secret: string | undefined): Webhook | undefined =>
  url && secret ? { url, secret } : undefined

/** A webhook's address and its secret belong together; the line says which of the two is missing. */
function halfWebhook(platform: string, given: Record<string, string | undefined>): string[] {
  const [url, secret] = [`${platform}_WEBHOOK_URL`, `${platform}_WEBHOOK_SECRET`]
  if (url in given === secret in given) return []
  const [missing, there] = url in given ? [secret, url] : [url, secret]
  const example =
    missing === secret ? '<64 hex digits>' : `https://dondoc.example.vn/webhook/${platform.toLowerCase()}`
  return [`${missing} must be set together with ${there}, or neither, for example ${missing}=${example}`]
}
