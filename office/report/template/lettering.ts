/** About how wide words are in Times New Roman bold, for lines drawn under them: within a tenth. */

/** Shares of the size of the letters; capitals are wider than small letters, some of which are narrow. */
const WIDTHS: [kind: RegExp, width: number][] = [
  [/\p{Lu}/u, 0.72],
  [/[fijlrt]/, 0.31],
  [/\p{L}|\d/u, 0.52],
  [/\s/u, 0.25],
]
const OTHER = 0.33

/** The width of the longest of the lines on which bold words stand in a room; in twips, `size` in half points. */
export function longestLine(words: string, size: number, room: number): number {
  const space = widthOf(' ', size)
  let [line, longest] = [0, 0]
  // A space that does not break is none.
  for (const word of words.split(/[ \n]+/)) {
    const width = widthOf(word, size)
    line = line > 0 && line + space + width <= room ? line + space + width : width
    longest = Math.max(longest, line)
  }
  return Math.min(longest, room)
}

function widthOf(text: string, size: number): number {
  // Marks over and under a letter make it no wider.
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')]
  const ems = letters.map((letter) => WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER)
  return ems.reduce((sum, width) => sum + width, 0) * size * 10
}
