/** The page of an official paper: Decree 30/2020/NĐ-CP, appendix I. Lengths are in twips, 1/20 of a point. */

const MM = 56.6929

const mm = (length: number): number => Math.round(length * MM)

export const FONT = 'Times New Roman'

/** Sizes in half points, as Word counts them: 28 is 14 pt. */
export const SIZE = {
  nation: 26,
  motto: 28,
  issuer: 26,
  body: 28,
  recipientsHead: 24,
  recipients: 22,
  table: 22,
}

/** A4, upright. */
export const A4 = { width: mm(210), height: mm(297) }

/** Top and bottom 20-25 mm, left 30-35, right 15-20; the page number stands in the middle of the top margin. */
export const MARGINS = {
  top: mm(20),
  bottom: mm(20),
  left: mm(30),
  right: mm(15),
  header: mm(10),
  footer: mm(10),
}

/** How wide the text is on a page that stands, and on one that lies. */
export const TEXT_WIDTH = A4.width - MARGINS.left - MARGINS.right
export const WIDE_TEXT_WIDTH = A4.height - MARGINS.left - MARGINS.right

/** The first line of a paragraph: 1 or 1.27 cm. */
export const FIRST_LINE = mm(12.7)

/** At least 6 points between paragraphs, in twips. */
export const GAP = 120
