/** Tells what a section of a plan is for, from its heading. */
import { hasSomePhrase } from './near-phrase.ts'

/** `duties`: who sees to the plan as a whole. `other`: the heading does not say. */
export type SectionKind = 'purpose' | 'tasks' | 'duties' | 'other'

const DUTIES = ['tổ chức thực hiện', 'phân công thực hiện', 'trách nhiệm thực hiện']
const TASKS = ['nhiệm vụ', 'nội dung', 'công việc', 'giải pháp', 'tiến độ', 'lịch']
const PURPOSE = [
  ...['mục đích', 'yêu cầu', 'quan điểm', 'mục tiêu', 'kinh phí', 'phạm vi', 'căn cứ', 'cơ sở pháp lý'],
  ...['đặc điểm tình hình', 'đối tượng'],
]

/** `isMixed`: the heading names tasks among other things, as "MỤC TIÊU, NHIỆM VỤ" does: better a doubt than a loss. */
export function sectionKind(heading: string): { kind: SectionKind; isMixed: boolean } {
  const [isDuties, isTasks, isPurpose] = [DUTIES, TASKS, PURPOSE].map((phrases) =>
    hasSomePhrase(heading, phrases),
  )
  const isAboutDuties = isDuties && (!isTasks || beginsWithDuties(heading))
  if (isAboutDuties) return { kind: 'duties', isMixed: false }
  if (isTasks) return { kind: 'tasks', isMixed: Boolean(isDuties || isPurpose) }
  return { kind: isPurpose ? 'purpose' : 'other', isMixed: false }
}

/** "TỔ CHỨC THỰC HIỆN NHIỆM VỤ" is about duties, "NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN" about both. */
const beginsWithDuties = (heading: string) => hasSomePhrase(heading.slice(0, 22), DUTIES)
