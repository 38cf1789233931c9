/** Tells what a section of a plan is for, from its heading. */
import { hasSomePhrase } from './near-phrase.ts'

/** `duties`: who sees to the plan as a whole. `other`: the heading does not say. */
export type SectionKind = 'purpose' | 'tasks' | 'duties' | 'other'

/** In this order, for "TỔ CHỨC THỰC HIỆN NHIỆM VỤ" is about duties. */
const HEADINGS: readonly [SectionKind, readonly string[]][] = [
  ['duties', ['tổ chức thực hiện', 'phân công thực hiện', 'trách nhiệm thực hiện']],
  [
    'purpose',
    [
      'mục đích',
      'yêu cầu',
      'quan điểm',
      'mục tiêu',
      'kinh phí',
      'phạm vi',
      'căn cứ',
      'cơ sở pháp lý',
      'đặc điểm tình hình',
      'đối tượng',
    ],
  ],
  ['tasks', ['nhiệm vụ', 'nội dung', 'công việc', 'giải pháp', 'tiến độ', 'lịch']],
]

export function sectionKind(heading: string): SectionKind {
  return HEADINGS.find(([, phrases]) => hasSomePhrase(heading, phrases))?.[0] ?? 'other'
}
