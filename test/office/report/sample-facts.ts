/** Facts of a made-up period, with as many units and photos as a test wants, and the paper they are printed on. */
import type { AnswerFacts, PeriodFacts, TaskFacts, UnitFacts } from '../../../domain/papers/period-facts.ts'
import type { PaperFacts } from '../../../office/report/paper-facts.ts'

const STATUSES = ['done', 'in_progress', 'not_started', 'blocked', 'silent'] as const
const KINDS = ['money', 'people', 'guidance', 'superior', 'weather', 'other']

export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

export const samplePaper: PaperFacts = {
  superior: '',
  issuer: ['ỦY BAN NHÂN DÂN', 'ĐẶC KHU SAO BIỂN'],
  issuerName: 'Ủy ban nhân dân đặc khu Sao Biển',
  sign: 'BC-UBND',
  place: 'Sao Biển',
  to: ['Ủy ban nhân dân thành phố', 'Ban Thi đua - Khen thưởng thành phố'],
  recipients: ['Thường trực Đảng ủy đặc khu', 'CT, các PCT UBND đặc khu', 'Lưu: VT, VHXH'],
  signer: { authority: ['TM. ỦY BAN NHÂN DÂN'], position: 'CHỦ TỊCH', name: 'Nguyễn Văn Mẫu' },
  legalBasis: ['Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị', 'Luật Thi đua, khen thưởng năm 2022'],
  names: true,
  photo: async () => ({ bytes: async () => PIXEL, type: 'image/png', width: 4, height: 3 }),
}

export function sampleFacts({ units = 61, tasks = 7, photos = 3 } = {}): PeriodFacts {
  const codes = Array.from({ length: tasks }, (_, at) => `Q4-${at + 1}`)
  const answers = codes.flatMap((code, t) =>
    Array.from({ length: units }, (_, u) => answer(code, t, u, units)),
  )
  return {
    period: '2026-Q4',
    year: 2026,
    quarters: [4],
    asOf: '2026-12-31',
    closed: [],
    plans: [
      {
        code: 'KH',
        number: '83/KH-UBND',
        title: 'Triển khai một số nhiệm vụ trọng tâm công tác thi đua, khen thưởng năm 2026',
        issuedOn: '2026-02-24',
        issuer: 'Ủy ban nhân dân đặc khu Sao Biển',
      },
    ],
    tasks: [
      ...codes.map(
        (code): TaskFacts => ({ ...task(code), ...counts(answers.filter((a) => a.taskCode === code)) }),
      ),
      { ...task('Q4-z'), asksUnitHeads: false, ...counts([]) },
    ],
    answers,
    units: Array.from(
      { length: units },
      (_, u): UnitFacts => ({
        ...unit(u),
        block: `Khối thi đua số ${(u % 8) + 1}`,
        lastSaid: null,
        ...counts(answers.filter((a) => a.unitCode === unit(u).code)),
      }),
    ),
    exemplars: Array.from({ length: Math.max(4, photos) }, (_, at) => ({
      id: at + 1,
      quarter: 4,
      unitCode: unit(at % units).code,
      unit: unit(at % units).unit,
      kind: 'person',
      name: at === 3 ? null : `Trần Thị Gương ${at + 1}`,
      role: 'Giáo viên',
      field: 'education',
      deed: 'Nhiều năm tận tụy dạy học cho trẻ em vùng đảo, vận động học sinh bỏ học trở lại lớp.',
      stage: 'discovered',
      review: at === 1 ? 'submitted' : 'approved',
      earlier: null,
      now: { stage: 'discovered', review: at === 1 ? 'submitted' : 'approved' },
      mayName: at !== 3,
      mayPhoto: at !== 3 && at !== 1,
      photoIds: [at + 1],
      proposedBy: 'Lê Văn Đề',
      proposedOn: '2026-11-01',
    })),
    announcements: [
      {
        id: 1,
        title: 'Hội nghị tổng kết năm 2026',
        sentOn: '2026-11-10',
        recipients: 61,
        sent: 60,
        failed: 1,
        acknowledged: 48,
      },
    ],
    urging: {
      reminders: 214,
      unitsReminded: 47,
      calls: 12,
      unreached: 3,
      rows: {
        deliveries: numbers(214),
        calls: numbers(12),
        reached: numbers(47).map((n) => unit(n).code),
        unreached: numbers(3).map((n) => unit(n).code),
      },
    },
  }
}

const numbers = (n: number) => Array.from({ length: n }, (_, at) => at + 1)

const unit = (at: number) => ({
  code: `DV-${String(at).padStart(4, '0')}`,
  unit: `Trường Tiểu học và Trung học cơ sở số ${at + 1}`,
  blockCode: `K${(at % 8) + 1}`,
})

const task = (code: string) => ({
  planCode: 'KH',
  code,
  quarter: 4 as const,
  section: 'II.4.b',
  fullText:
    'Báo cáo tổng kết công tác thi đua khen thưởng năm 2026 và xây dựng phương hướng, nhiệm vụ năm 2027.',
  shortTitle: 'Báo cáo tổng kết năm 2026, phương hướng 2027',
  dueOn: '2026-12-31',
  asksUnitHeads: true,
})

function answer(taskCode: string, t: number, u: number, units: number): AnswerFacts {
  const status = STATUSES[(t + u * u) % STATUSES.length] ?? 'silent'
  const said = {
    reportId: t * units + u + 1,
    at: '2026-12-01T09:00:00+07:00',
    by: 'Lê Văn Đề',
    via: 'telegram' as const,
    recordedBy: null,
    late: false,
  }
  return {
    ...unit(u),
    assignmentId: t * units + u + 1,
    planCode: 'KH',
    taskCode,
    quarter: 4,
    unitCode: unit(u).code,
    dueOn: '2026-12-31',
    status,
    percent: status === 'in_progress' ? 60 : null,
    overdue: u % 7 === 0 && status !== 'done',
    timesReminded: u % 4,
    reminders: numbers(u % 4),
    evidenceCount: 0,
    saidSince: null,
    said:
      status === 'silent'
        ? null
        : {
            ...said,
            note: status === 'blocked' ? 'Chưa có kinh phí, đề nghị cấp bổ sung' : null,
            difficulty: status === 'blocked' ? (KINDS[u % KINDS.length] ?? null) : null,
          },
  }
}

function counts(answers: readonly AnswerFacts[]) {
  const of = (status: AnswerFacts['status']) => answers.filter((a) => a.status === status).length
  return {
    asked: answers.length,
    done: of('done'),
    inProgress: of('in_progress'),
    notStarted: of('not_started'),
    blocked: of('blocked'),
    silent: of('silent'),
    overdue: answers.filter((a) => a.overdue).length,
  }
}
