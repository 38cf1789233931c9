/** What the columns of a list of units are called: by our own names, and as offices head them. */
import { fold } from '../../vietnamese.ts'

/**
 * Folded: in any case, with or without tone marks. `names` are whole headings; `words` begin one, and what follows says
 * no more than whose it is: "Số điện thoại liên hệ".
 */
const NAMES = {
  code: { names: ['code', 'ma', 'ma dv'], words: ['ma don vi', 'ma so don vi', 'ma truong', 'ma co quan'] },
  name: {
    names: ['name', 'don vi', 'dia phuong'],
    words: [
      'ten don vi',
      'ten cac don vi',
      'ten co quan',
      'ten truong',
      'ten thon',
      'ten to dan pho',
      'co quan don vi',
      'don vi co quan',
      'don vi dia phuong',
    ],
  },
  shortName: { names: ['shortname'], words: ['ten ngan', 'ten viet tat', 'viet tat', 'ten goi tat'] },
  unitType: { names: ['unittype', 'loai'], words: ['loai hinh', 'loai don vi'] },
  blockCode: { names: ['blockcode'], words: ['ma khoi', 'ma cum'] },
  blockName: {
    names: ['blockname', 'khoi', 'cum'],
    words: ['khoi thi dua', 'thuoc khoi', 'ten khoi', 'khoi td', 'cum thi dua', 'cum khoi'],
  },
  isBlockLead: { names: ['isblocklead'], words: ['truong khoi', 'don vi truong khoi', 'khoi truong'] },
  headName: {
    names: ['headname', 'ho ten', 'ho va ten', 'hieu truong', 'ho va ten can bo'],
    words: [
      'thu truong',
      'ho va ten thu truong',
      'ho ten thu truong',
      'ho va ten',
      'ho ten',
      'nguoi dung dau',
      'ho ten nguoi dung dau',
      'ho va ten nguoi dung dau',
      'lanh dao don vi',
      'nguoi phu trach',
    ],
  },
  headTitle: { names: ['headtitle'], words: ['chuc vu', 'chuc danh'] },
  phone: {
    names: ['phone', 'dt'],
    words: [
      'dien thoai',
      'so dien thoai',
      'dien thoai di dong',
      'so dien thoai di dong',
      'sdt',
      'so dt',
      'dtdd',
      'di dong',
      'so di dong',
    ],
  },
  isCoordinatingOffice: { names: ['iscoordinatingoffice'], words: ['don vi theo doi', 'phong theo doi'] },
  isPropaganda: { names: ['ispropaganda'], words: ['tuyen giao'] },
} as const satisfies Record<string, { names: readonly string[]; words: readonly string[] }>

export type Column = keyof typeof NAMES

/** How offices head them, for a list that lacks one. */
export const HEADINGS: Record<Column, string> = {
  code: 'Mã đơn vị',
  name: 'Tên đơn vị',
  shortName: 'Tên viết tắt',
  unitType: 'Loại hình',
  blockCode: 'Mã khối',
  blockName: 'Khối',
  isBlockLead: 'Trưởng khối',
  headName: 'Họ và tên',
  headTitle: 'Chức vụ',
  phone: 'Số điện thoại',
  isCoordinatingOffice: 'Đơn vị theo dõi',
  isPropaganda: 'Tuyên giáo',
}

export const COLUMNS = Object.keys(NAMES) as Column[]

/** How well a heading fits a column: a whole name best, else by the letters of the words that begin it; 0 not at all. */
function fitOf(folded: string, column: Column): number {
  const { names, words }: { names: readonly string[]; words: readonly string[] } = NAMES[column]
  if (names.includes(folded) || words.includes(folded)) return Number.POSITIVE_INFINITY
  const found = words.filter((word) => `${folded} `.startsWith(`${word} `))
  return Math.max(0, ...found.map(({ length }) => length))
}

/** Null for a heading that we know nothing of, such as a running number. */
export const columnOf = (heading: string): Column | null => bestFit(heading).column

function bestFit(heading: string): { column: Column | null; fits: number } {
  const folded = fold(heading)
  return COLUMNS.map((column) => ({ column, fits: fitOf(folded, column) })).reduce<{
    column: Column | null
    fits: number
  }>((best, each) => (each.fits > best.fits ? each : best), { column: null, fits: 0 })
}

/** The columns of a header, none of them twice: the heading that fits best has it, the first of equals. */
export function columnsOf(header: readonly string[]): (Column | null)[] {
  const found = header.map((heading, at) => ({ at, ...bestFit(heading) }))
  const ranked = found.toSorted((a, b) => b.fits - a.fits || a.at - b.at)
  return found.map(({ at, column }) =>
    ranked.find((one) => one.column === column)?.at === at ? column : null,
  )
}

/** Of a heading that says nothing of a unit. */
const EMPTY = /^(|stt|tt|so tt|so thu tu|ghi chu)$/

/** Headings that somebody may have meant for one of ours. */
export const notUnderstood = (header: readonly string[], columns: readonly (Column | null)[]): string[] => [
  ...new Set(header.filter((heading, at) => columns[at] === null && !EMPTY.test(fold(heading)))),
]

/** Headed in our own names, as the example is: such a list has every column. */
export const isOurs = (header: readonly string[]): boolean =>
  header.some((name) => ['code', 'shortname', 'blockcode', 'headname'].includes(name.trim().toLowerCase()))
