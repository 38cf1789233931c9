/** What stands around a report: by the plan where its issuer reports, and never in its name where another does. */
import { expect, test } from 'vitest'
import { type PlanPaper, paperFacts, type ReportSettings } from '../../../office/report/paper-facts.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { docxParts } from './docx-parts.ts'
import { sampleFacts, samplePaper } from './sample-facts.ts'

const plan: PlanPaper = {
  number: '83/KH-UBND',
  issuer: 'Ủy ban nhân dân đặc khu Sao Biển',
  place: 'Sao Biển',
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Nguyễn Văn Mẫu' },
  copiedTo: ['Thường trực Đảng ủy'],
  coordinatingOffice: 'Phòng Văn hóa - Xã hội',
}

const none: ReportSettings = {
  report_superior: '',
  report_issuer: [],
  report_sign: '',
  report_place: '',
  report_to: [],
  report_recipients: [],
  report_signer: null,
  report_legal_basis: [],
  report_names: true,
}

const by = (...lines: string[]) => paperFacts({ ...none, report_issuer: lines }, plan)

test('whoever issued the plan reports under its sign, signed and filed as the plan was', () => {
  const same = { sign: 'BC-UBND', recipients: ['Thường trực Đảng ủy', 'Lưu: VT, VHXH'] }
  expect(paperFacts(none, plan)).toMatchObject({ ...same, signer: { name: 'Nguyễn Văn Mẫu' } })
  expect(by('Ủy ban nhân dân', 'đặc khu Sao Biển')).toMatchObject({
    ...same,
    signer: { position: 'CHỦ TỊCH' },
  })
})

test.each([
  [['Phòng Văn hóa - Xã hội'], 'BC-VHXH'],
  [['Phòng Văn hóa - Xã hội đặc khu Sao Biển'], 'BC-VHXH'],
  [['Hội đồng Thi đua - Khen thưởng', 'đặc khu Sao Biển'], 'BC-HĐTĐKT'],
  [['Uỷ ban nhân dân xã Hoa Mai'], 'BC-UBND'],
])('%j reports as %s, files it itself and is signed for by nobody yet', (issuer, sign) => {
  const nobody = { authority: [], position: '', name: '' }
  expect(by(...issuer)).toMatchObject({
    sign,
    recipients: ['Thường trực Đảng ủy', 'Lưu: VT'],
    signer: nobody,
  })
})

test('the plan stays the plan of who issued it, whoever reports on it', async () => {
  const paper = { ...samplePaper, issuerName: 'Phòng Văn hóa - Xã hội' }
  const { lines } = docxParts(await reportDocx(sampleFacts({ units: 2, tasks: 1 }), paper))
  expect(lines.find((line) => line.startsWith('Căn cứ Kế hoạch'))).toContain(
    'ngày 24/02/2026 của Ủy ban nhân dân đặc khu Sao Biển về',
  )
  expect(lines.some((line) => line.startsWith('Phòng Văn hóa - Xã hội báo cáo'))).toBe(true)
})
