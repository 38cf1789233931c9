/** The words that every message shares. */
import { expect, test } from 'vitest'
import { en } from '../../locales/en.ts'
import { officeTranslator } from '../../locales/i18n.ts'
import { vi } from '../../locales/vi.ts'

test('an office whose number nobody knows is called by its name, in every message', () => {
  const office = { name: 'Phòng Văn hóa', phone: '', planNumber: '83/KH-UBND' }
  for (const [language, words] of [['vi', vi] as const, ['en', en] as const]) {
    const t = officeTranslator({ language, office_short: 'Phòng' }, office)
    const calls = leavesOf(words).filter(([, text]) => /officePhone|officeContact/.test(text))
    expect(calls.length).toBeGreaterThan(20)
    for (const [key] of calls) expect(t(key as never)).toContain('Phòng Văn hóa')
  }
  const t = officeTranslator({ language: 'vi', office_short: 'Phòng' }, { ...office, phone: '0225 388' })
  expect(t('nominee.noGood')).toContain('gọi Phòng Văn hóa, 0225 388')
})

const leavesOf = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : leavesOf(value, `${path}${key}.`),
  )
