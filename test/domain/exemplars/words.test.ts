/** Tests what a proposer's own words are taken for. */
import { expect, test } from 'vitest'
import {
  deedProblem,
  nameProblem,
  namesIdentityPaper,
  readName,
  roleProblem,
} from '../../../domain/exemplars/words.ts'

test.each([
  ['Nguyễn Thị Hoa, giáo viên, Trường Mầm non', 'Nguyễn Thị Hoa', 'giáo viên, Trường Mầm non'],
  ['Nguyễn Thị Hoa - giáo viên', 'Nguyễn Thị Hoa', 'giáo viên'],
  ['Nguyễn  Thị Hoa\ngiáo viên', 'Nguyễn Thị Hoa', 'giáo viên'],
  ['Nguyễn Thị Hoa', 'Nguyễn Thị Hoa', null],
  ['Nguyễn Thị Hoa,', 'Nguyễn Thị Hoa', null],
  ['Tổ cơ khí-điện, Nhà máy nước', 'Tổ cơ khí-điện', 'Nhà máy nước'],
])('"%s" is a name and what they do', (text, name, role) => {
  expect(readName(text)).toEqual({ name, role })
})

test('a name, a role and a deed have to say something, and not too much', () => {
  expect([nameProblem('12'), nameProblem('Lê An'), nameProblem('a'.repeat(121))]).toEqual([
    'tooShort',
    null,
    'tooLong',
  ])
  expect([roleProblem('a'), roleProblem('thợ mộc')]).toEqual(['tooShort', null])
  expect(deedProblem('Rất tốt. 1234567890')).toBe('tooShort')
  expect(deedProblem('Cứu người đuối nước')).toBe(null)
  expect([deedProblem('a'.repeat(2_000)), deedProblem('a'.repeat(2_001))]).toEqual([null, 'tooLong'])
})

test.each([
  'căn cước công dân',
  'anh can cuoc',
  'CCCD mặt trước',
  'CMND',
  'Hộ chiếu của tôi',
  'chứng minh thư',
  'giấy tờ tùy thân',
])('"%s" speaks of an identity paper', (text) => {
  expect(namesIdentityPaper(text)).toBe(true)
})

test.each(['cần cù, chịu khó', 'chị Hoa ở căn nhà cuối thôn', 'dọn rác ven hồ', ''])(
  '"%s" does not',
  (text) => {
    expect(namesIdentityPaper(text)).toBe(false)
  },
)
