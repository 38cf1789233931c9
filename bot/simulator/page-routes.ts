/** The simulator's page: one HTML file filled with the office's words, and the style and scripts beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Db } from '../../db/client.ts'
import { en } from '../../locales/en.ts'
import { vi } from '../../locales/vi.ts'
import { ABILITIES } from './bots.ts'
import { MOST_CHARACTERS, MOST_FILES } from './limits.ts'
import { readPageWords } from './page-words.ts'

const FOLDER = new URL('./page/', import.meta.url)
const TYPES: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }
const WORDS = { vi: vi.simulator.page, en: en.simulator.page }

const LIMITS = {
  files: MOST_FILES,
  characters: MOST_CHARACTERS,
  megabytes: ABILITIES.buttons.maxFileSize / 1024 ** 2,
}

/** Nothing from elsewhere, and no script in the page itself. */
const CONTENT_POLICY =
  "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'; base-uri 'none'"

export function pageRoutes(db: Db): Hono {
  const app = new Hono()
  const files = new Map(
    readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
  )

  app.get('/', async (c) => {
    const { language } = await readPageWords(db)
    c.header('Content-Security-Policy', CONTENT_POLICY)
    return c.html(fill(files.get('index.html') ?? '', language))
  })

  app.get('/simulator/page/:name', (c) => {
    const name = c.req.param('name')
    const type = TYPES[name.split('.').at(-1) ?? '']
    const text = files.get(name)
    if (type === undefined || text === undefined) return c.notFound()
    return c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' })
  })

  return app
}

/** `{{key}}` in the file is a word of the page; `{{words}}` is all of them, for the scripts, and `{{limits}}` what is too much. */
function fill(file: string, language: keyof typeof WORDS): string {
  const words = WORDS[language]
  const all: Record<string, string> = {
    ...words,
    words: JSON.stringify(words),
    limits: JSON.stringify(LIMITS),
  }
  const ofLanguage = file.replace('lang="vi"', `lang="${language}"`)
  return ofLanguage.replace(/\{\{(\w+)\}\}/g, (_, key) => String(html`${all[key] ?? key}`))
}
