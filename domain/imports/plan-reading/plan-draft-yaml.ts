/** Writes what was read from a document as a plan's file, to be checked and corrected by hand. */
import { Document, type YAMLMap } from 'yaml'
import type { AUDIENCES } from '../../plans/audience.ts'
import { DOUBTS } from './doubts.ts'
import type { DraftDuty } from './draft-duties.ts'
import type { DraftTask } from './draft-task.ts'
import type { PlanDraft } from './plan-draft.ts'

/** Explained here because a plan's file explains the words that it uses. */
const AUDIENCE_WORDS: Record<(typeof AUDIENCES)[number], string> = {
  all_units: 'Thủ trưởng các cơ quan, đơn vị',
  blocks: 'Các khối thi đua (gửi trưởng khối)',
  schools: 'Các đơn vị trường học',
  propaganda: 'Các đơn vị làm công tác tuyên truyền',
  office: 'Cơ quan theo dõi, đôn đốc, tổng hợp',
  leaders: 'Thường trực Đảng ủy, HĐND, lãnh đạo UBND',
  council: 'Hội đồng Thi đua - Khen thưởng',
}

/** Above each task stand, as comments, its line in the document and what is doubtful about it. */
export function planDraftYaml(draft: PlanDraft): string {
  const { number, title, issuedOn, year } = draft
  const document = new Document({
    schemaVersion: 1,
    plan: {
      code: number && year ? `KH-${/^\d+/.exec(number)?.[0]}-${year}` : null,
      title,
      number,
      issuedOn: issuedOn?.toString() ?? null,
      year,
      ...(draft.coordinatingOffice ? { coordinatingOffice: draft.coordinatingOffice } : {}),
    },
    vocabulary: { audience: AUDIENCE_WORDS, evidence: {} },
    tasks: draft.tasks.map((task) => ({ ...clauseOf(task), ...askingOf(task) })),
    standingDuties: draft.duties.map(dutyOf),
  })
  comment(document, 'tasks', draft.tasks)
  comment(document, 'standingDuties', draft.duties)
  return document.toString({ lineWidth: 0 })
}

const clauseOf = ({ code, section, quarter, fullText, shortTitle, audience, basis, said }: DraftTask) => ({
  code,
  section,
  quarter,
  fullText,
  shortTitle,
  responsible: { audience, basis, ...(said ? { note: said } : {}) },
})

const askingOf = ({ asksUnitHeads, dueOn, dueBasis }: DraftTask) => ({
  askUnitHeads: asksUnitHeads,
  evidence: [],
  evidenceBasis: 'inferred',
  dueOn: dueOn.toString(),
  dueBasis,
})

function dutyOf(duty: DraftDuty) {
  const { quarter: _, ...clause } = clauseOf(duty)
  return duty.loadAsTask
    ? { ...clause, loadAsTask: true, ...askingOf(duty) }
    : { ...clause, loadAsTask: false, askUnitHeads: false }
}

function comment(document: Document, list: string, tasks: readonly DraftTask[]): void {
  for (const [index, { line, doubts, unclear }] of tasks.entries()) {
    const node = document.getIn([list, index]) as YAMLMap
    node.commentBefore = [
      ` Line ${line} of the document.`,
      ...doubts.map((doubt) => ` ? ${DOUBTS[doubt]}${doubt === 'time_unclear' ? ` "${unclear}"` : ''}`),
    ].join('\n')
  }
}
