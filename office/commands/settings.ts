/** `settings`: what the office may change without a programmer, and how it stands. */
import type { Db } from '../../db/client.ts'
import {
  changeSetting,
  readSettings,
  resetSetting,
  SETTINGS,
  type SettingKey,
  type Settings,
} from '../../db/settings.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { readingsOf, writeValue } from '../named/setting-value.ts'

type Order = {
  /** All settings when left out. */
  key?: string
  /** A new value, as typed. */
  value?: string
  /** Back to the default. */
  reset: boolean
  now: Date
}

/** Set from the environment at every start, so a change here would not last. */
const FROM_ENVIRONMENT: Partial<Record<SettingKey, string>> = { timezone: 'OFFICE_TIMEZONE' }

export async function settingsCommand(db: Db, { key: name, value, reset, now }: Order): Promise<Outcome> {
  if (name === undefined) {
    if (reset)
      throw new CommandError('bad_usage', '--reset goes with a setting.', 'npx dondoc settings KEY --reset')
    return told(await readSettings(db), keys)
  }
  const key = keyOf(name)
  if (value !== undefined || reset) refuseFromEnvironment(key)
  if (value !== undefined && reset)
    throw new CommandError(
      'bad_usage',
      'A new value and --reset exclude each other.',
      'Leave one of them out.',
    )
  if (reset) await resetSetting(db, key)
  else if (value !== undefined) await changeSetting(db, key, fitting(key, value), now)
  return told(await readSettings(db), [key])
}

const keys = Object.keys(SETTINGS).filter((name): name is SettingKey => name in SETTINGS)

function keyOf(name: string): SettingKey {
  const key = keys.find((each) => each === name.toLowerCase().replaceAll('-', '_'))
  if (key) return key
  throw new CommandError(
    'no_such_setting',
    `There is no setting ${name}.`,
    `Write one of: ${keys.join(', ')}`,
  )
}

function refuseFromEnvironment(key: SettingKey): void {
  const variable = FROM_ENVIRONMENT[key]
  if (variable)
    throw new CommandError(
      'set_by_environment',
      `${key} comes from ${variable} at every start.`,
      `Set ${variable} in the environment or in .env, and start again.`,
    )
}

/** The first reading of a text that fits the setting. */
function fitting(key: SettingKey, text: string): unknown {
  const shape = SETTINGS[key]
  const tries = readingsOf(text).map((reading) => shape.safeParse(reading))
  const fit = tries.find(({ success }) => success)
  if (fit) return fit.data
  const issues = tries[0]?.error?.issues.map(({ message }) => message) ?? []
  throw new CommandError(
    'bad_value',
    `"${text}" does not fit ${key} (${shape.description}): ${[...new Set(issues)].join('; ')}.`,
    `Write it like the default: ${writeValue(shape.parse(undefined))}`,
  )
}

const told = (settings: Settings, shown: SettingKey[]): Outcome => ({
  json: { settings: Object.fromEntries(shown.map((key) => [key, settings[key]])) },
  lines: shown.flatMap((key) => [`${key} = ${writeValue(settings[key])}`, `  ${SETTINGS[key].description}`]),
})
