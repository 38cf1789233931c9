/** What the office may change: typed in plain words, checked, and put back. */
import { expect, test } from 'vitest'
import { readSettings } from '../../../db/settings.ts'
import { settingsCommand } from '../../../office/commands/settings.ts'
import { freshDatabase } from '../../database.ts'
import { jsonOf, now } from './desk.ts'

test('every setting is listed with its value and its meaning', async () => {
  const { db } = await freshDatabase()
  const outcome = await settingsCommand(db, { reset: false, now })
  expect(outcome.lines).toContain('sending_hours = 07:30-11:00, 13:30-16:30')
  expect(outcome.lines).toContain('remind_before = 14,7,3,1,0')
  expect(Object.keys(jsonOf(outcome).settings)).toContain('catch_up_limit')
})

test.each([
  ['sending_hours', '8:00-11:00', null],
  [
    'sending_hours',
    '08:00-11:00, 14:00–16:00',
    [
      ['08:00', '11:00'],
      ['14:00', '16:00'],
    ],
  ],
  ['sending_hours', '[["08:00","11:00"]]', [['08:00', '11:00']]],
  ['sending_hours', '11:00-08:00', null],
  ['remind_before', '10, 5, 0', [10, 5, 0]],
  ['remind_before', '10', [10]],
  ['remind_overdue', '[]', []],
  ['remind_before', '-3', null],
  ['catch_up_limit', '500', 500],
  ['catch_up_limit', 'many', null],
  ['office_phone', '113', '113'],
  ['office_phone', '0225 3888 888', '0225 3888 888'],
  ['office_short', 'Phòng', 'Phòng'],
  ['Office-Short', '"Phòng"', 'Phòng'],
  ['language', 'en', 'en'],
  ['language', 'fr', null],
])('%s typed as %s', async (key, value, kept) => {
  const { db } = await freshDatabase()
  const change = settingsCommand(db, { key, value, reset: false, now })
  if (kept === null) {
    await expect(change).rejects.toMatchObject({ code: 'bad_value', exitCode: 2 })
    return
  }
  expect(Object.values(jsonOf(await change).settings)).toEqual([kept])
  const again = await settingsCommand(db, { key, reset: false, now })
  expect(Object.values(jsonOf(again).settings)).toEqual([kept])
})

test('a value that does not fit is told with what it must look like', async () => {
  const { db } = await freshDatabase()
  await expect(
    settingsCommand(db, { key: 'sending_hours', value: '7h30-11h', reset: false, now }),
  ).rejects.toMatchObject({
    message: expect.stringContaining('a time like 07:30'),
    mend: 'Write it like the default: 07:30-11:00, 13:30-16:30',
  })
})

test('a setting goes back to its default', async () => {
  const { db } = await freshDatabase()
  await settingsCommand(db, { key: 'catch_up_limit', value: '7', reset: false, now })
  await settingsCommand(db, { key: 'catch_up_limit', reset: true, now })
  expect((await readSettings(db)).catch_up_limit).toBe(100)
})

test('what comes from the environment is not to be set here', async () => {
  const { db } = await freshDatabase()
  await expect(
    settingsCommand(db, { key: 'timezone', value: 'Asia/Tokyo', reset: false, now }),
  ).rejects.toMatchObject({ mend: expect.stringContaining('OFFICE_TIMEZONE') })
})

test('an unknown setting is told with those that there are', async () => {
  const { db } = await freshDatabase()
  await expect(settingsCommand(db, { key: 'hours', reset: false, now })).rejects.toMatchObject({
    code: 'no_such_setting',
    mend: expect.stringContaining('sending_hours'),
  })
})
