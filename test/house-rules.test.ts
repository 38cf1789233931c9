/** Holds the house as ARCHITECTURE.md draws it: who may import whom, how long a file may be, what may not be in it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** The folders of the house, and what of ours each may import. `bot/channel.ts` is the one door into bot/ for jobs/. */
const MAY_IMPORT: Record<string, RegExp> = {
  domain: /^domain\//,
  locales: /^(locales|domain)\//,
  db: /^(db|domain)\//,
  bot: /^(bot|db|domain|locales)\//,
  jobs: /^(jobs|db|domain|locales)\/|^bot\/channel\.ts$/,
  office: /^(office|db|domain|locales)\//,
}

/** Where a package may be imported; a package not named here may be imported anywhere in the house. */
const ONLY_IN: [name: RegExp, place: RegExp][] = [
  [/^telegraf/, /^bot\/telegram\//],
  [/^node-cron$/, /^jobs\/timetable\.ts$/],
  [/^(postgres|drizzle-orm)/, /^db\//],
  [/^@resvg/, /^locales\/draw-png\.ts$/],
  [/^pino$/, /^log\.ts$/],
  [/^(docx|write-excel-file)/, /^office\//],
  [/^(@xmldom|read-excel-file)/, /^(domain\/imports|office)\//],
  [/^node:(fs|http|https|net|child_process)/, /^(db|office|bot)\//],
]

const ROOT_FILES = [
  'asked-to-stop.ts',
  'cli-messages.ts',
  'cli-papers.ts',
  'cli-people.ts',
  'cli-plan.ts',
  'cli.ts',
  'command-line.ts',
  'config.ts',
  'demo-office.ts',
  'demo.ts',
  'drizzle.config.ts',
  'log.ts',
  'main.ts',
  'run-bot.ts',
  'running-bots.ts',
  'serve.ts',
  'vitest.config.ts',
]
const DRAWERS = /(^|\/)(utils?|helpers?|common|misc|lib|shared|services?|managers?|types)(\/|\.|-)/

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
const code = tracked.filter((file) => file.endsWith('.ts'))
const house = code.filter((file) => (file.split('/')[0] ?? '') in MAY_IMPORT)

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, name]) => name ?? [])
}

test('the rules look at the whole house', () => {
  expect(house.length).toBeGreaterThan(80)
  for (const folder of Object.keys(MAY_IMPORT))
    expect(house.some((file) => file.startsWith(`${folder}/`))).toBe(true)
})

test.each(house)('%s imports only what its folder may', (file) => {
  const allowed = MAY_IMPORT[file.split('/')[0] ?? ''] as RegExp
  const ours = importsOf(file).filter((name) => name.startsWith('.'))
  const paths = ours.map((name) => normalize(join(dirname(file), name)))
  expect(paths.filter((path) => !allowed.test(path))).toEqual([])
})

test.each(house)('%s takes packages only where they belong', (file) => {
  const packages = importsOf(file).filter((name) => !name.startsWith('.'))
  const strays = packages.filter((name) =>
    ONLY_IN.some(([rule, place]) => rule.test(name) && !place.test(file)),
  )
  expect(strays).toEqual([])
})

test.each(code)('%s has at most 200 lines and says in its first what it is', (file) => {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(200)
  expect(lines[0]?.startsWith('#!') ? lines[1] : lines[0]).toMatch(/^\/\*\*|^\/\//)
})

test('there is no eighth folder, no stranger at the root and no drawer that hides what it holds', () => {
  const folders = new Set(code.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))
  expect([...folders].sort()).toEqual(['bot', 'db', 'domain', 'jobs', 'locales', 'office', 'test'])
  expect(code.filter((file) => !file.includes('/')).sort()).toEqual(ROOT_FILES)
  expect(code.filter((file) => DRAWERS.test(file))).toEqual([])
})

test('nothing about one place is in the code', () => {
  const product = [...house, ...tracked.filter((file) => /^locales\/.*\.json$/.test(file))]
  const named = product.filter((file) => /Cát (Hải|Bà)|Hải Phòng/u.test(readFileSync(file, 'utf8')))
  expect(named).toEqual([])
})

test('only the dispatcher sends', () => {
  const sends = /\bchannel\.send\(/
  const senders = house.filter((file) => sends.test(readFileSync(file, 'utf8')))
  expect(senders).toEqual(['jobs/dispatch.ts'])
})

test('no files of the house import each other in a circle', () => {
  const ours = code.filter((file) => !file.startsWith('test/'))
  const next = new Map(
    ours.map((file) => [
      file,
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => normalize(join(dirname(file), name))),
    ]),
  )
  const done = new Set<string>()
  const circleFrom = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    const found = (next.get(file) ?? []).map((to) => circleFrom(to, [...way, file]))
    done.add(file)
    return found.find(({ length }) => length > 0) ?? []
  }
  expect(ours.map((file) => circleFrom(file, [])).filter(({ length }) => length > 0)).toEqual([])
  expect([...next.values()].flat().length).toBeGreaterThan(1000)
})

test('no room is so full that its files have to be searched', () => {
  const rooms = Map.groupBy(house, (file) => dirname(file))
  expect([...rooms].filter(([, files]) => files.length > 35).map(([room]) => room)).toEqual([])
})

/** Tokens of Telegram and Zalo bots, private keys, and passwords in addresses other than examples. */
const SECRETS = [
  /\b\d{8,10}:[A-Za-z0-9_-]{35}\b/,
  /\b\d{8,}:[a-z]{3}-[A-Za-z0-9]{8,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
]

test('no secret is in the repository', () => {
  const text = tracked.filter((file) => !/\.(png|jpg|ttf)$/.test(file))
  const leaking = text.filter((file) => SECRETS.some((secret) => secret.test(readFileSync(file, 'utf8'))))
  expect(leaking).toEqual([])
  expect(tracked.filter((file) => /(^|\/)\.env$/.test(file))).toEqual([])
  expect(SECRETS[0]?.test(`123456789:${'A'.repeat(35)}`)).toBe(true)
})

test('every word is there in both languages', () => {
  const keys = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`))
      : [path]
  const read = (file: string) => keys(JSON.parse(readFileSync(`locales/${file}`, 'utf8'))).sort()
  const topics = readdirSync('locales/vi')
  expect(readdirSync('locales/en')).toEqual(topics)
  expect(topics.length).toBeGreaterThan(5)
  for (const file of topics) expect([file, ...read(`en/${file}`)]).toEqual([file, ...read(`vi/${file}`)])
  expect(read('en.json')).toEqual(read('vi.json'))
})
