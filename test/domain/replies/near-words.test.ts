/** What somebody probably meant to type. */
import { expect, test } from 'vitest'
import { nearWords } from '../../../domain/replies/near-words.ts'

const codes = ['MN01', 'MN02', 'TH01', 'VPDU', 'HND', 'KTHTDT']

test.each([
  ['MN1', ['MN01']],
  ['mno1', ['MN01']],
  ['MN', ['MN01', 'MN02']],
  ['KTHDT', ['KTHTDT']],
  ['KTH', ['KTHTDT']],
  ['XYZ99', []],
])('for "%s" the near codes are offered, and no far ones', (typed, near) => {
  expect(nearWords(typed, codes)).toEqual(near)
})

test('the nearest comes first, and at most three come', () => {
  expect(nearWords('TRUONG', ['TRUONH', 'TRUONG1', 'TRUNH', 'TRUONHX'])).toEqual([
    'TRUONG1',
    'TRUONH',
    'TRUNH',
  ])
})

test('names are compared without tone marks, and the given name is enough', () => {
  const names = ['Nguyễn Văn Hùng', 'Lê Thị Lan']
  expect(nearWords('Nguyen Van Hugn', names)).toEqual(['Nguyễn Văn Hùng'])
  expect(nearWords('lan', names)).toEqual(['Lê Thị Lan'])
})
