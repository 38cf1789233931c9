/** Whom a list of units means by its heads, and what can be kept of them. */
import { describe, expect, test } from 'vitest'
import { headsMeant, type KnownPerson, settleHeads } from '../../../../domain/imports/units/heads.ts'
import { cleanList } from './unit-lists.ts'

const unit = (code: string, headName: string, phone: string | null) => ({
  ...cleanList.rows[0]!,
  code,
  headName,
  headTitle: 'Hiệu trưởng',
  phone,
})
const person = (id: number, fullName: string, phone: string | null, ...heads: string[]): KnownPerson => ({
  id,
  fullName,
  phone,
  posts: heads.map((unitCode) => ({ unitCode, isHead: true })),
})

describe('whom a row means', () => {
  const meant = (rows: Parameters<typeof headsMeant>[0], ...people: KnownPerson[]) =>
    headsMeant(rows, people).map(({ row, who }) => `${row.code} ${'id' in who ? who.id : 'new'}`)
  const hoa = person(1, 'Phạm Thị Hòa', '0900000001', 'A')

  test.each([
    ['as before', 'Phạm Thị Hòa', '0900000001'],
    ['spelt another way', 'PHẠM THỊ HOÀ', '0900000001'],
    ['with another phone', 'Phạm Thị Hòa', '0900000009'],
    ['without a phone', 'Phạm Thị Hòa', null],
  ])('the head %s is the head', (_, name, phone) => {
    expect(meant([unit('A', name, phone)], hoa)).toEqual(['A 1'])
  })

  test('another name with the same phone is somebody new, for a post’s phone is passed on', () => {
    expect(meant([unit('A', 'Lê Văn Ba', '0900000001')], hoa)).toEqual(['A new'])
  })

  test('a namesake elsewhere is the same person only with the same phone', () => {
    expect(meant([unit('B', 'Phạm Thị Hòa', '0900000001')], hoa)).toEqual(['B 1'])
    expect(meant([unit('B', 'Phạm Thị Hòa', '0900000002')], hoa)).toEqual(['B new'])
    expect(meant([unit('B', 'Phạm Thị Hòa', null)], person(1, 'Phạm Thị Hòa', null, 'A'))).toEqual(['B new'])
  })

  test('of a person’s two units, the row that names another phone means another person', () => {
    const both = person(1, 'Phạm Thị Hòa', '0900000001', 'A', 'B')
    const rows = [unit('A', 'Phạm Thị Hòa', '0900000009'), unit('B', 'Phạm Thị Hòa', '0900000001')]
    expect(meant(rows, both)).toEqual(['A new', 'B 1'])
  })

  test('a person’s two units may correct the phone together', () => {
    const both = person(1, 'Phạm Thị Hòa', '0900000001', 'A', 'B')
    expect(meant([unit('A', 'Phạm Thị Hòa', null), unit('B', 'Phạm Thị Hòa', null)], both)).toEqual([
      'A 1',
      'B 1',
    ])
  })

  test('the head of the unit comes before a namesake who is its clerk', () => {
    const clerk = { ...person(1, 'Phạm Thị Hòa', null), posts: [{ unitCode: 'A', isHead: false }] }
    expect(meant([unit('A', 'Phạm Thị Hòa', null)], clerk, person(2, 'Phạm Thị Hòa', null, 'A'))).toEqual([
      'A 2',
    ])
  })

  test('two new rows with the same name and phone share one key, and without a phone they do not', () => {
    const keys = (phone: string | null) =>
      new Set(
        headsMeant([unit('A', 'Lê Ba', phone), unit('B', 'Lê Bà', phone)], []).map(({ who }) =>
          JSON.stringify(who),
        ),
      )
    expect([keys('0900000001').size, keys(null).size]).toEqual([1, 2])
  })
})

describe('what can be kept', () => {
  test('a vacant post has neither title nor phone', () => {
    expect(settleHeads([unit('A', '', '0900000001')])).toMatchObject([
      { headName: '', headTitle: '', phone: null },
    ])
  })

  test('one person has one spelling, the first', () => {
    const rows = settleHeads([unit('A', 'Lê Hòa', '0900000001'), unit('B', 'Lê Hoà', '0900000001')])
    expect(rows.map(({ headName }) => headName)).toEqual(['Lê Hòa', 'Lê Hòa'])
  })
})
