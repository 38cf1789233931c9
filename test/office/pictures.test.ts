/** Pictures out by link: Zalo's servers fetch them from ours, and nobody learns which links there were. */
import { expect, onTestFinished, test } from 'vitest'
import { keepMedia } from '../../db/messages/media.ts'
import { linkedMedia, linkToMedia } from '../../db/messages/media-links.ts'
import { createApp, listen } from '../../office/server.ts'
import { connected } from '../bot/zalo/connected.ts'
import { freshDatabase } from '../database.ts'
import { jpeg } from '../sample-files.ts'

/** The routes over a real database that keeps one picture. */
async function office() {
  const { db } = await freshDatabase()
  const bytes = jpeg(64, 48)
  const media = await keepMedia(db, { bytes, sha256: 'x', contentType: 'image/jpeg' })
  let now = new Date('2026-12-17T02:00:00Z')
  const app = createApp({
    health: async () => ({ ready: true, parts: {} }),
    counters: async () => [],
    metrics: async () => '',
    webhooks: {},
    linked: (token) => linkedMedia(db, token, now),
  })
  return {
    app,
    bytes,
    file: { media, name: '', contentType: 'image/jpeg', bytes },
    link: () => linkToMedia(db, media, now),
    aWeekPasses: () => {
      now = new Date(now.getTime() + 7 * 24 * 3_600_000)
    },
  }
}

test('a picture that is to go out by Zalo is fetched from us, twice, and stands on the phone', async () => {
  const { app, link, file, bytes } = await office()
  const http = await listen(app, { host: '127.0.0.1', port: 0 })
  onTestFinished(http.close)
  const { server, send } = await connected({ publish: async () => `${http.url}/m/${await link()}` })
  const lan = server.person({ displayName: 'Lan', started: true })
  await send(lan.id, { text: 'Mẫu giấy khen' }, [file])
  expect(lan.screen()).toBe('bot: (photo) Mẫu giấy khen')
  expect(Buffer.from(lan.lastMessage()?.photo ?? []).equals(bytes)).toBe(true)
  expect(server.violations).toEqual([])
})

test.each(['GET', 'HEAD'])(
  '%s says what it is, how long, and that it is nobody else’s to keep',
  async (method) => {
    const { app, link, bytes } = await office()
    const response = await app.request(`/m/${await link()}`, { method })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'cache-control': 'private',
    })
    expect((await response.arrayBuffer()).byteLength).toBe(method === 'GET' ? bytes.length : 0)
  },
)

test('a link that never was and one that is over are answered alike', async () => {
  const { app, link, aWeekPasses } = await office()
  const over = await link()
  aWeekPasses()
  const answers = await Promise.all(
    [over, `${over}x`, 'x'].map(async (token) => {
      const response = await app.request(`/m/${token}`)
      return [response.status, await response.text(), ...response.headers]
    }),
  )
  expect(answers[0]?.[0]).toBe(404)
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('a document is saved under its name, and never shown as a page of ours', async () => {
  const { app, link } = await office()
  const response = await app.request(`/m/${await link()}/${encodeURIComponent('Báo cáo quý IV.docx')}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('Báo cáo quý IV.docx')}`,
  )
  expect((await app.request('/m/x/a.docx')).status).toBe(404)
})
