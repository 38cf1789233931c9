/** The shapes of CSV that spreadsheets save a list of units in. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { cleanFile, cleanList, inShort, knowing, nothingKnown, schools } from './unit-lists.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const school = new TextDecoder().decode(schools({}))
const [header = '', row = ''] = school.split('\n')
const readText = (text: string) => readUnitList(bytes(text), nothingKnown)

describe('the same list is read', () => {
  const same = (text: string) => expect(readText(text).rows).toEqual(readText(school).rows)

  test('with a byte order mark', () => same(`\ufeff${school}`))
  test('with semicolons', () => same(school.replaceAll(',', ';')))
  test('with tabs', () => same(school.replaceAll(',', '\t')))
  test('with the line ends of Windows, and with those of an old Mac', () => {
    same(school.replaceAll('\n', '\r\n'))
    same(school.replaceAll('\n', '\r'))
  })
  test('with its columns in another order, named in another case, among others', () => {
    const columns = (line: string) => line.split(',').reverse().join(',')
    same(`Ghi chú,${columns(header).toUpperCase()}\n"",${columns(row)}`)
  })
  test('with empty rows and cells behind it', () => same(`${school},, \n,, ,,\n\n`))
})

test('a list with semicolons may hold commas', () => {
  const text = new TextDecoder().decode(cleanFile).replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, ';')
  const list = readUnitList(bytes(text.replaceAll('"', '')), knowing(cleanList))
  expect(list.problems).toEqual([])
  expect(list.unchanged).toHaveLength(61)
})

test('the example that ships with dondoc is read without a problem, and names who spreads the word', () => {
  const example = readFileSync(new URL('../../../../db/seed/units-example.csv', import.meta.url))
  const { rows, problems } = readUnitList(example, nothingKnown)
  expect(problems).toEqual([])
  expect(rows.filter((row) => row.isPropaganda).map(({ code }) => code)).toEqual(['BTGDV', 'DVSNC'])
  expect(rows.map((row) => ({ ...row, isPropaganda: undefined }))).toEqual(cleanList.rows)
})

test('no file, however broken, stops the program', () => {
  const anyFile = fc.oneof(
    fc.uint8Array(),
    fc
      .array(fc.constantFrom('"', ',', ';', '\n', '\r', 'x', '0900', '\u0000'))
      .map((parts) => bytes(header + parts.join(''))),
  )
  fc.assert(
    fc.property(anyFile, (file) => {
      const { rows, problems } = readUnitList(file, nothingKnown)
      expect(rows.length + problems.length).toBeGreaterThan(0)
    }),
  )
})

test('problems keep their true line after blank lines and line breaks in quotes', () => {
  const broken = schools({ name: 'Trường\r\nMầm non\r\nSao Mai' }, { phone: '113' })
  const list = readText(new TextDecoder().decode(broken).replace('\n', '\n\n'))
  expect(list.rows[0]?.name).toBe('Trường Mầm non Sao Mai')
  expect(inShort(list)).toEqual(['6 phone error'])
})

describe('a file that is no such list changes nothing and says why', () => {
  const onlyProblem = (file: Uint8Array) => {
    const { problems, ...changes } = readUnitList(file, knowing(cleanList))
    expect(changes).toEqual({ rows: [], added: [], changed: [], unchanged: [], gone: [] })
    expect(problems).toHaveLength(1)
    return problems[0]!
  }

  test('an empty one, and one with a header only', () => {
    expect(onlyProblem(bytes('')).mend).toContain('code,name,shortName')
    expect(onlyProblem(bytes('\ufeff\r\n\r\n')).problem).toBe('There are no units in this file.')
    expect(onlyProblem(bytes(header)).problem).toBe('There are no units in this file.')
  })

  test('one in another encoding is to be saved as UTF-8', () => {
    const latin1 = Uint8Array.from('Tên đơn vị', (letter) => letter.charCodeAt(0) & 0xff)
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(school, 'utf16le')])
    for (const file of [latin1, utf16]) expect(onlyProblem(file).mend).toContain('CSV UTF-8')
  })

  test('one that lacks columns: which, and the header that was found', () => {
    const problem = onlyProblem(bytes(school.replace('headName', 'Ai').replace('phone', 'Gọi')))
    expect(problem).toMatchObject({
      line: 1,
      field: 'headName, phone',
      problem: 'The header lacks "headName", "phone".',
      value: expect.stringContaining('headTitle, Gọi'),
    })
  })

  test('one with a quote that never closes: the row it opens in', () => {
    expect(onlyProblem(bytes(`${school}\n"MN91,Trường\nhọc\n`)).line).toBe(3)
  })

  test('a row with more cells than the header', () => {
    expect(onlyProblem(bytes(`${header}\n${row},thừa`))).toMatchObject({
      line: 2,
      problem: 'This row has 12 cells, and the header only 11.',
    })
  })
})
