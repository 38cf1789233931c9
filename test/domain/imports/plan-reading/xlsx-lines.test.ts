// A plan over several sheets: each that has a plan's columns is read, and what is not seen is told.
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readPlanDocument } from '../../../../domain/imports/plan-reading/read-plan-document.ts'

const HEAD = ['STT', 'Nội dung', 'Chủ trì', 'Thời gian']

async function read(...sheets: { sheet: string; rows: string[][] }[]) {
  const written = sheets.map(({ sheet, rows }) => ({
    sheet,
    data: rows.map((row) => row.map((value) => ({ value, type: String }))),
  }))
  const reading = await readPlanDocument(await writeXlsxFile(written).toBuffer())
  const rows = 'preview' in reading ? reading.preview : []
  return {
    tasks: rows.map(({ line, clause, dueOn }) => `${line} ${clause} ${dueOn}`),
    told: reading.problems.map(({ severity, value }) => `${severity}: ${value}`),
    yaml: 'yaml' in reading ? reading.yaml : '',
  }
}

const quarter = (name: string, ...tasks: string[][]) => ({
  sheet: name,
  rows: [['Số: 5/KH-UBND, ngày 05 tháng 01 năm 2026'], ['KẾ HOẠCH'], ['Công tác năm 2026'], HEAD, ...tasks],
})

test('every sheet with the columns of a plan is read under its name, and the letterhead once', async () => {
  const { tasks, told, yaml } = await read(
    quarter('Quý I', ['1', 'Phát động', 'Các đơn vị', 'Trước 15/3']),
    quarter('Quý II', ['1', 'Sơ kết', 'Các khối thi đua', '']),
    { sheet: 'Ghi chú', rows: [['Gửi bản mềm']] },
  )
  expect(tasks).toEqual(['5 Q1.1 2026-03-15', '5 Q2.1 2026-06-30'])
  expect(told).toEqual(['warning: Ghi chú'])
  expect(yaml).toContain('title: Công tác năm 2026\n')
})
