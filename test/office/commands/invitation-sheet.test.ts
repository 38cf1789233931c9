/** The sheet to hand out: a table that Excel opens, and cards that print. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { renderSVG } from 'uqr'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { findInvitation } from '../../../db/people/invitations.ts'
import { people, units } from '../../../db/schema/index.ts'
import { changeSetting } from '../../../db/settings.ts'
import { invite } from '../../../office/commands/invite.ts'
import { freshDatabase } from '../../database.ts'
import { seedOffice } from '../../seed.ts'
import { importUnits, jsonOf, now, today } from './desk.ts'

const order = { all: true, botUserNames: ['office_bot'], now, today }

type Made = { unit: string; link: string; code: string }

async function sheetOf(db: Db, botUserNames = order.botUserNames) {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-sheet-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { invitations, sheet } = jsonOf(
    await invite(db, { ...order, botUserNames, sheet: join(folder, 'sheet') }),
  )
  const read = (path: string) => readFileSync(path, 'utf8')
  return { made: invitations as Made[], csv: read(sheet.csv), html: read(sheet.html), paths: sheet }
}

test('every head of the whole list gets a line in the table, with the code and the link as they were made', async () => {
  const { db } = await freshDatabase()
  await importUnits(db)
  const { made, csv } = await sheetOf(db)
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const [head, ...lines] = parse(csv, { bom: true }) as string[][]
  expect(head).toContain('Mã đăng ký')
  expect(made).toHaveLength(61)
  expect(lines.map(([unit, , , , , link, code]) => ({ unit, link, code }))).toEqual(
    made.map(({ unit, link, code }) => ({ unit, link, code })),
  )
  expect(new Set(made.map(({ code }) => code)).size).toBe(61)
})

test('every card has its own square, its code in two groups and the day until which it is good', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { units: 8, joined: false })
  await changeSetting(db, 'office_phone', '0225 3888 101', now)
  const { made, html } = await sheetOf(db)
  for (const { link, code } of made) {
    expect(html).toContain(renderSVG(link, { ecc: 'M', border: 0 }))
    expect(html).toContain(`${code.slice(0, 3)} ${code.slice(3)}`)
  }
  expect(html.match(/<article>/g)).toHaveLength(8)
  expect(html.match(/<main>/g)).toHaveLength(2)
  expect(html).toContain('Trước 9h00 ngày 30/11/2026')
  expect(html).toContain('Cần giúp: 0225 3888 101')
  expect(html).toContain('@office_bot')
})

test('the page needs no other file and no network', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { joined: false })
  const { html } = await sheetOf(db)
  expect(html).not.toMatch(/<(link|script|img)\b|@import|url\(/)
})

test('no name can break the page, and none becomes a formula in the table', async () => {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db, { joined: false })
  await db.update(units).set({ name: '<script>alert(1)</script> & "Con"' })
  await db.update(people).set({ fullName: '=1+1, Nguyễn' }).where(eq(people.id, unit!.head.id))
  const { csv, html } = await sheetOf(db)
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Con&quot;')
  const [, line] = parse(csv, { bom: true }) as string[][]
  expect(line?.slice(1, 3)).toEqual(['<script>alert(1)</script> & "Con"', "'=1+1, Nguyễn"])
})

test('without a bot the cards ask for the code alone', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { joined: false })
  const { html } = await sheetOf(db, [])
  expect(html).not.toContain('<svg')
  expect(html).toContain('Gửi mã 6 số trên phiếu này')
})

test('only its maker may read the sheet, for whoever has a card may join', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { joined: false })
  const { paths } = await sheetOf(db)
  expect([paths.csv, paths.html].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600])
})

test('when the sheet cannot be written, the cards handed out before stay good', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { joined: false })
  const { made } = await sheetOf(db)
  await expect(invite(db, { ...order, sheet: '/no/such/folder/sheet' })).rejects.toMatchObject({
    code: 'sheet_not_written',
    exitCode: 1,
  })
  expect(await findInvitation(db, { code: made[0]!.code }, now, today)).toMatchObject({ state: 'open' })
})
