/** The environment, checked at once and as a whole: what is wrong is said in one line per key, with an example. */
import { z } from 'zod'

const url = (example: string) => z.url({ error: `must be an address, for example ${example}` }).optional()
const rate = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a number, for example 25' })
    .min(0.1, { error: 'must be at least 0.1 messages a second' })
    .max(100_000)
    .default(fallback)

const TELEGRAM_TOKEN = /^\d{3,20}:[\w-]{3,100}$/
const tokens = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((token) => token.trim())
      .filter(Boolean),
  )

const isZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const ENVIRONMENT = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/, {
        error: 'must be a PostgreSQL address, for example postgres://dondoc:secret@127.0.0.1:5432/dondoc',
      })
      .optional(),
    DATA_DIR: z.string().default('./data'),
    TELEGRAM_BOT_TOKEN: tokens.refine((all) => all.every((token) => TELEGRAM_TOKEN.test(token)), {
      error:
        'must be a token as @BotFather gives it, a number, a colon and letters; several with commas between',
    }),
    TELEGRAM_API_ROOT: url('https://api.telegram.org').default('https://api.telegram.org'),
    TELEGRAM_SEND_RATE: rate(25),
    TELEGRAM_WEBHOOK_URL: url('https://dondoc.example.vn/webhook/telegram'),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,256}$/, {
        error: 'must be 16 to 256 of A-Z a-z 0-9 _ -, for example from: openssl rand -hex 32',
      })
      .optional(),
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
  .refine((e) => (e.TELEGRAM_WEBHOOK_URL === undefined) === (e.TELEGRAM_WEBHOOK_SECRET === undefined), {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    error:
      'must be set together with TELEGRAM_WEBHOOK_URL, or neither, for example TELEGRAM_WEBHOOK_SECRET=<64 hex digits>',
  })

export type Config = {
  /** Unset: the embedded database in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  telegram: {
    tokens: string[]
    apiRoot: string
    sendRate: number
    webhook: { url: string; secret: string } | undefined
  }
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
  if (!read.success)
    throw new ConfigError(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const e = read.data
  const { TELEGRAM_WEBHOOK_URL: webhookUrl, TELEGRAM_WEBHOOK_SECRET: secret } = e
  return {
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    telegram: {
      tokens: e.TELEGRAM_BOT_TOKEN,
      apiRoot: e.TELEGRAM_API_ROOT,
      sendRate: e.TELEGRAM_SEND_RATE,
      webhook: webhookUrl && secret ? { url: webhookUrl, secret } : undefined,
    },
    proxy: e.HTTPS_PROXY,
    http: { host: e.HTTP_HOST, port: e.HTTP_PORT },
    timeZone: e.OFFICE_TIMEZONE,
    logLevel: e.LOG_LEVEL,
  }
}
