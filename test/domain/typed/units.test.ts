/** Units named by people: by code, by name, by a part of it. */
import { expect, test } from 'vitest'
import { unitsTyped } from '../../../domain/typed/units.ts'

const UNITS = [
  { code: 'MN01', name: 'Trường Mầm non Hoa Sen', shortName: 'MN Hoa Sen' },
  { code: 'TH01', name: 'Trường Tiểu học Hòa Bình', shortName: 'TH Hòa Bình' },
  { code: 'TH02', name: 'Trường Tiểu học Hòa Bình 2', shortName: 'TH Hòa Bình 2' },
]
const codes = (text: string) => unitsTyped(text, UNITS).found.map(({ code }) => code)

test('a code in any spelling, a whole name before a part, a part that one unit has', () => {
  expect(codes('mn 01')).toEqual(['MN01'])
  expect(codes('th hoa binh')).toEqual(['TH01'])
  expect(codes('mam non')).toEqual(['MN01'])
  expect(codes('hoa binh 2; Hoa Sen\nTH02')).toEqual(['TH02', 'MN01'])
})

test('what is not there and what is not clear is told apart', () => {
  const { found, unknown, ambiguous } = unitsTyped('tiểu học, Trạm Y tế, mn01,, ', UNITS)
  expect(found.map(({ code }) => code)).toEqual(['MN01'])
  expect(unknown).toEqual(['Trạm Y tế'])
  expect(ambiguous.map(({ typed, units }) => [typed, units.length])).toEqual([['tiểu học', 2]])
})
