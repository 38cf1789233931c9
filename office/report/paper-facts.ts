/** What stands around the body of a report: by the settings of the office, or else by the plan it reports on. */
import type { Settings } from '../../db/settings.ts'

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

/** Width and height in pixels; `type` as `image/jpeg`. Of many photos only the bytes in hand are held. */
export type ReportPhoto = { type: string; width: number; height: number; bytes(): Promise<Uint8Array> }

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
  const capital = (text: string) => text.toLocaleUpperCase('vi')
  const issuer = orElse(settings.report_issuer, linesOfBody(plan.issuer ?? ''))
  const signer = settings.report_signer ?? {
    authority: plan.signer ? [plan.signer.authority] : [],
    position: plan.signer?.position ?? '',
    name: plan.signer?.name ?? '',
  }
  return {
    superior: capital(settings.report_superior),
    issuer: issuer.map(capital),
    issuerName: settings.report_issuer.join(' ') || (plan.issuer ?? ''),
    sign: settings.report_sign || signOfReport(plan.number),
    place: settings.report_place || (plan.place ?? ''),
    to: orElse(settings.report_to, plan.reportsTo),
    recipients: orElse(settings.report_recipients, [
      ...(plan.copiedTo ?? []),
      filedAt(plan.coordinatingOffice),
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
function filedAt(office = ''): string {
  const words = office.replace(/^Phòng\s+/iu, '').match(/\p{L}+/gu) ?? []
  return `Lưu: ${['VT', words.map(([first]) => first?.toLocaleUpperCase('vi')).join('')].filter(Boolean).join(', ')}`
}
