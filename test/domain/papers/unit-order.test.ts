/** Units in papers: block by block, by their Vietnamese names. */
import { expect, test } from 'vitest'
import { byBlockAndName } from '../../../domain/papers/unit-order.ts'

test('units are listed by block, then as Vietnamese sorts their names, whatever their codes', () => {
  const listed = [
    { block: null, unit: 'An Hải' },
    { block: 'Khối 10', unit: 'Bến Gót' },
    { block: 'Khối 2', unit: 'Đồng Bài' },
    { block: 'Khối 2', unit: 'Trường số 10' },
    { block: 'Khối 2', unit: 'Trường số 9' },
    { block: 'Khối 2', unit: 'Ủy ban' },
    { block: 'Khối 2', unit: 'Dân quân' },
  ].toSorted(byBlockAndName)
  expect(listed.map(({ unit }) => unit)).toEqual([
    'Dân quân',
    'Đồng Bài',
    'Trường số 9',
    'Trường số 10',
    'Ủy ban',
    'Bến Gót',
    'An Hải',
  ])
})
