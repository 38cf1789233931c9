/** Names for pictures that leave the office: recognised without opening them, and safe on every computer. */

/** `2026-Q4_TruongTHCS-HoaLu_NguyenVanB_1.jpg`; `who` is the name, or a proposal's code where it may not be told. */
export function photoName(
  { period, unit, who, n }: { period: string; unit: string; who: string; n: number },
  extension: string,
): string {
  return `${[period, joined(unit), joined(who), n].join('_')}.${extension}`
}

/** A part of a path stays well below what Windows takes. */
const LONGEST = 60

/** "Trường THCS Hoa Lư" becomes TruongTHCS-HoaLu: words run together, a hyphen after an abbreviation. */
function joined(text: string): string {
  const words = plain(text).match(/[A-Za-z0-9]+/g) ?? []
  const parts = words.map((word, index) => {
    const isAbbreviation = /^[A-Z0-9]{2,}$/.test(word) && index < words.length - 1
    return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}${isAbbreviation ? '-' : ''}`
  })
  return parts.join('').slice(0, LONGEST) || 'x'
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
