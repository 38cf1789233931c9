/** Two spellings of a Vietnamese text: one to keep, one to compare. */

/** The form we keep: composed letters (NFC), no space at the ends, one space where there were several. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * The form we compare: lower case, no tone marks, đ as d, nothing but a-z, 0-9 and single spaces.
 * Every way of typing a word meets here: "hòa", "hoà", "Hoa" and their decomposed forms are all "hoa".
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd') // ð: converters of old Vietnamese fonts leave the Icelandic Ð for Đ
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
