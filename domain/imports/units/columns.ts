/** What the columns of a list of units are called: by our own names, and as offices head them. */
import { fold } from '../../vietnamese.ts'

/** Folded: in any case, with or without tone marks. */
const NAMES = {
  code: ['code', 'ma', 'ma don vi', 'ma dv'],
  name: ['name', 'ten don vi', 'don vi', 'co quan don vi', 'ten co quan don vi', 'ten co quan'],
  shortName: ['shortname', 'ten ngan', 'ten viet tat', 'ten goi tat'],
  unitType: ['unittype', 'loai hinh', 'loai don vi', 'loai'],
  blockCode: ['blockcode', 'ma khoi'],
  blockName: ['blockname', 'khoi thi dua', 'khoi', 'ten khoi'],
  isBlockLead: ['isblocklead', 'truong khoi', 'don vi truong khoi', 'khoi truong'],
  headName: [
    'headname',
    'thu truong',
    'ho va ten',
    'ho ten',
    'ho va ten thu truong',
    'ho ten thu truong',
    'nguoi dung dau',
  ],
  headTitle: ['headtitle', 'chuc vu', 'chuc danh'],
  phone: ['phone', 'dien thoai', 'so dien thoai', 'sdt', 'so dt', 'di dong', 'dien thoai di dong'],
  isCoordinatingOffice: ['iscoordinatingoffice', 'don vi theo doi', 'phong theo doi'],
  isPropaganda: ['ispropaganda', 'tuyen giao'],
} as const

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

/** Null for a column that we know nothing of, such as a running number. */
export function columnOf(header: string): Column | null {
  const folded = fold(header)
  return COLUMNS.find((column) => (NAMES[column] as readonly string[]).includes(folded)) ?? null
}

/** Headed in our own names, as the example is: such a list has every column. */
export const isOurs = (header: readonly string[]): boolean =>
  header.some((name) => ['code', 'shortname', 'blockcode', 'headname'].includes(name.trim().toLowerCase()))
