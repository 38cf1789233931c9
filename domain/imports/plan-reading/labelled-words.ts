/** Takes out of a task's words what they say under a name: who leads, who takes part, and when. */

export type LabelledWords = { lead: string; support: string; time: string }

const WHO = '(?:các )?(?:đơn vị|cơ quan|bộ phận)?\\s*'
const UP_TO_NEXT = '\\s*:\\s*([^;.)\\n]+)'
const LEAD = new RegExp(`${WHO}(?:chủ trì|thực hiện|phụ trách)(?: thực hiện)?${UP_TO_NEXT}`, 'iu')
const SUPPORT = new RegExp(`${WHO}(?:phối hợp|tham gia)(?: thực hiện)?${UP_TO_NEXT}`, 'iu')
const TIME = /(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành)?\s*:\s*([^;)\n]+)/iu
/** "Giao Phòng A chủ trì, phối hợp với các trường học kiểm tra …": where the second name ends, no word tells. */
const LEAD_IN_SENTENCE = /(?:^|[(;.]\s*)(?:giao\s+)?([^(;.:]{4,80}?)\s+chủ trì[,\s]/iu
const SUPPORT_IN_SENTENCE = /chủ trì,?\s+phối hợp(?:\s+với)?\s+([^.;)]{4,60})/iu

export function labelledWords(text: string): LabelledWords {
  return {
    lead: (LEAD.exec(text) ?? LEAD_IN_SENTENCE.exec(text))?.[1]?.trim() ?? '',
    support: (SUPPORT.exec(text) ?? SUPPORT_IN_SENTENCE.exec(text))?.[1]?.trim() ?? '',
    time: TIME.exec(text)?.[1]?.trim() ?? '',
  }
}

/** A line such as "Đơn vị chủ trì: Phòng A", which belongs to the task above it. */
export function isLabelledLine(text: string): boolean {
  return [LEAD, SUPPORT, TIME].some((form) => form.exec(text)?.index === 0)
}
