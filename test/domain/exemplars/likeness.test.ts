/** Tests when two proposals are worth a second look. */
import { expect, test } from 'vitest'
import { likeness } from '../../../domain/exemplars/likeness.ts'
import { fold } from '../../../domain/vietnamese.ts'

const between = (one: string, other: string, isSameUnit = true) =>
  likeness({ foldedName: fold(one), unitId: 1 }, { foldedName: fold(other), unitId: isSameUnit ? 1 : 2 })

test('the same name in the same unit is the same, however its marks were typed or the person addressed', () => {
  expect(between('Nguyễn Thị Lan', 'nguyen thi lan')).toBe('same')
  expect(between('Nguyễn Thị Hoà', 'NGUYỄN THỊ HÒA')).toBe('same')
  expect(between('Cô Nguyễn Thị Lan', 'Nguyễn Thị Lan')).toBe('same')
  expect(between('Hộ gia đình ông Trần Văn Nam', 'Hộ ông Trần Văn Nam')).toBe('same')
})

test('a slip of the finger or a part of the name is near, in the same unit', () => {
  expect(between('Nguyễn Thị Lan', 'Nguyễn Thị Lna')).toBe('near')
  expect(between('Nguyễn Thị Lan', 'Nguyễn Thi Lanh')).toBe('near')
  expect(between('Nguyễn Thị Lan', 'Nguyễn Lan')).toBe('near')
})

test('in another unit only the very same name is worth a look', () => {
  expect(between('Nguyễn Thị Lan', 'nguyễn thị lan', false)).toBe('near')
  expect(between('Nguyễn Thị Lan', 'Nguyễn Thị Lanh', false)).toBe(null)
})

test('others are others', () => {
  expect(between('Nguyễn Thị Lan', 'Phạm Văn Chiến')).toBe(null)
  expect(between('Lan', 'Nguyễn Thị Lan')).toBe(null)
  expect(between('', '')).toBe(null)
  // Somebody's name that begins like a word of address is not cut to nothing.
  expect(between('Chị Hà', 'Anh Hà')).toBe(null)
})
