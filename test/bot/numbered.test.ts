/** Where there are no buttons, a message says what may be typed. */
import { expect, test } from 'vitest'
import { chosen } from '../../bot/asked.ts'
import { numbered } from '../../bot/numbered.ts'
import { typedChoices } from '../../domain/typed/choices.ts'

const choice = (label: string) => ({ label, value: label })

test('a message without choices is its text', () => {
  expect(numbered({ text: 'Đã ghi nhận.' })).toBe('Đã ghi nhận.')
  expect(numbered({ text: 'Đã ghi nhận.', choices: [] })).toBe('Đã ghi nhận.')
})

test('choices are numbered through their rows, as typed numbers count them', () => {
  const choices = [['Đã xong', 'Đang làm'].map(choice), ['Chưa làm', 'Có vướng mắc'].map(choice)]
  expect(numbered({ text: 'Xong chưa?', choices })).toBe(
    'Xong chưa?\n\n1. Đã xong\n2. Đang làm\n3. Chưa làm\n4. Có vướng mắc',
  )
  expect(chosen('3', choices.flat())).toBe('Chưa làm')
})

test('the answers to the lines of a list are not said again; what is left is numbered after them', () => {
  const message = {
    text: '1. Báo cáo\n2. Sơ kết',
    lines: ['Báo cáo', 'Sơ kết'].map(choice),
    choices: [
      ['1. Đã xong', '1. Đang làm', '1. Khác…'].map(choice),
      ['2. Sửa lại'].map(choice),
      ['✅ Tất cả đã xong'].map(choice),
    ],
  }
  expect(numbered(message)).toBe('1. Báo cáo\n2. Sơ kết\n\n3. ✅ Tất cả đã xong')
  expect(['2', '3', 'tat ca da xong'].map((typed) => chosen(typed, typedChoices(message)))).toEqual([
    'Sơ kết',
    '✅ Tất cả đã xong',
    '✅ Tất cả đã xong',
  ])
})

test('a button that stands for a line is not said again', () => {
  const picks = ['Việc 1', 'Việc 2'].map(choice)
  const message = {
    text: '1. Báo cáo\n2. Sơ kết',
    lines: picks,
    choices: [picks, [choice('Không việc nào')]],
  }
  expect(numbered(message)).toBe('1. Báo cáo\n2. Sơ kết\n\n3. Không việc nào')
})

test('what the text lists with its number is not said twice', () => {
  const choices = [['Đã xong', 'Đang làm', 'Xin lùi'].map(choice)]
  expect(numbered({ text: 'Thế nào?\n1. Đã xong\n2. Đang làm', choices })).toBe(
    'Thế nào?\n1. Đã xong\n2. Đang làm\n\n3. Xin lùi',
  )
})

test('a label that merely begins with digits is an answer like any other', () => {
  expect(numbered({ text: 'Được bao nhiêu?', choices: [['25%', '31/12'].map(choice)] })).toBe(
    'Được bao nhiêu?\n\n1. 25%\n2. 31/12',
  )
})

test('nobody is asked for a button that is not there', () => {
  expect(numbered({ text: 'Số của đồng chí?', askForPhone: '📱 Chia sẻ' })).toBe('Số của đồng chí?')
})
