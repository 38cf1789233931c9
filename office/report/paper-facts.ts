/** What stands around the body of a report: by the settings of the office, or else by the plan it reports on. */

import type { Settings } from '../../db/settings.ts'
import type { Turn } from '../../domain/files/picture-size.ts'
import { fold } from '../../domain/vietnamese.ts'

export type PaperFacts = {
  /** Empty where there is none. */
  superior: string
  /** In capitals, line by line. */
  issuer: string[]
  /** As it is named in a sentence. */
  issuerName: string
  /** BC-UBND */
  sign: string
  place: string
  to: string[]
  /** The last is where it is filed. */
  recipients: string[]
  signer: { authority: string[]; position: string; name: string }
  legalBasis: string[]
  /** Whether units are named behind the figures. */
  names: boolean
  photo(id: number): Promise<ReportPhoto | null>
}

/** Width and height in pixels, as shown; `type` as `image/jpeg`. Of many photos only the bytes in hand are held. */
export type ReportPhoto = {
  type: string
  width: number
  height: number
  /** Left out where it is shown as it is stored. */
  turn?: Turn
  bytes(): Promise<Uint8Array>
}

/** What a plan's file says about itself: the column `facts` of `plans`, with the plan's number. */
export type PlanPaper = {
  number: string
  issuer?: string
  place?: string
  signer?: { authority: string; position: string; name: string }
  copiedTo?: readonly string[]
  reportsTo?: readonly string[]
  legalBasis?: readonly string[]
  coordinatingOffice?: string
}

export type ReportSettings = Pick<Settings, Extract<keyof Settings, `report_${string}`>>

export function paperFacts(settings: ReportSettings, plan: PlanPaper): Omit<PaperFacts, 'photo'> {
  const issuer = orElse(settings.report_issuer, linesOfBody(plan.issuer ?? ''))
  const issuerName = settings.report_issuer.join(' ') || (plan.issuer ?? '')
  // Who issues the report in the plan's stead does not sign as the plan's issuer, nor file as its department does.
  const isPlans = fold(issuerName) === fold(plan.issuer ?? '')
  const signer = settings.report_signer ?? {
    authority: isPlans && plan.signer ? [plan.signer.authority] : [],
    position: (isPlans && plan.signer?.position) || '',
    name: (isPlans && plan.signer?.name) || '',
  }
  return {
    superior: capital(settings.report_superior),
    issuer: issuer.map(capital),
    issuerName,
    sign:
      settings.report_sign ||
      (isPlans ? signOfReport(plan.number) : `BC-${initials(linesOfBody(issuerName)[0])}`),
    place: settings.report_place || (plan.place ?? ''),
    to: orElse(settings.report_to, plan.reportsTo),
    recipients: orElse(settings.report_recipients, [
      ...(plan.copiedTo ?? []),
      filedAt(isPlans ? plan.coordinatingOffice : ''),
    ]),
    signer: {
      authority: signer.authority.map(capital),
      position: capital(signer.position),
      name: signer.name,
    },
    legalBasis: orElse(settings.report_legal_basis, plan.legalBasis),
    names: settings.report_names,
  }
}

const capital = (text: string) => text.toLocaleUpperCase('vi')

const orElse = (chosen: readonly string[], otherwise: readonly string[] = []): string[] => [
  ...(chosen.length > 0 ? chosen : otherwise),
]

/** A people's committee is written on two lines: what it is, and of where. */
function linesOfBody(issuer: string): string[] {
  const [, body, where] = /^((?:Ủy|Uỷ) ban nhân dân)\s+(.+)$/iu.exec(issuer.normalize('NFC')) ?? []
  return body && where ? [body, where] : [issuer].filter((line) => line !== '')
}

/** The plan is 83/KH-UBND, its report is BC-UBND. */
const signOfReport = (planNumber: string): string => ['BC', ...planNumber.split('-').slice(1)].join('-')

/** Filed at the clerk's (VT) and the department that wrote it: "Phòng Văn hóa - Xã hội" is VHXH. */
const filedAt = (office = ''): string => `Lưu: ${['VT', initials(office)].filter(Boolean).join(', ')}`

/** "Ủy ban nhân dân" is UBND; a department goes without the word, and without the place it is of. */
function initials(body = ''): string {
  const own = body
    .normalize('NFC')
    .replace(/^Phòng\s+/iu, '')
    .replace(/\s+(?:đặc khu|xã|phường|thị trấn|thị xã|quận|huyện|thành phố|tỉnh)\s+\p{Lu}.*$/u, '')
  const letters = (own.match(/\p{L}+/gu) ?? []).map(([first = '']) => capital(first))
  return letters.join('').normalize('NFD').replace(TONES, '').normalize('NFC')
}

/** Marks of the five tones: Ủ is abbreviated U, Đ stays Đ. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
