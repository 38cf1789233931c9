/** Knows the things that plans count: after one of them, 10/12 is no day but ten of twelve. */

const COUNTED = new RegExp(
  `^\\s*(?:%|(?:${[
    ...[
      'so(?! ket)',
      'tong so',
      'chi (?:tieu|bo|hoi)',
      'dang bo',
      'tieu chi',
      'noi dung',
      'nhiem vu',
      'muc tieu',
    ],
    ...[
      'thon',
      'xom',
      'ban(?! hanh)',
      'to(?! chuc)',
      'khu',
      'xa',
      'phuong',
      'tinh',
      'don vi',
      'co quan',
      'khoi',
    ],
    ...['ke hoach', 'cong trinh', 'du an', 'mo hinh', 'san pham', 'van ban', 'thu tuc', 'ho(?! tro)', 'nha'],
    ...['truong', 'lop', 'nguoi', 'dai bieu', 'can bo', 'hoi vien', 'doan vien', 'dang vien', 'hoc sinh'],
    ...['cuoc', 'buoi', 'chuyen de', 'linh vuc', 'y kien', 'kien nghi', 'phan tram', 'km', 'ha'],
  ].join('|')})(?![a-z]))`,
)

/** `after`: what follows the numbers, as plainWords makes it. */
export const isCounted = (after: string) => COUNTED.test(after)
