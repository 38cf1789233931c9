/** The picture of a weekly digest: how far each block is, and where it was a week before. Made for a phone held upright. */
import {
  type BlockFigures,
  type Counts,
  type DigestFigures,
  percentDone,
} from '../domain/digests/digest-figures.ts'
import { fullDay } from './dates.ts'
import { FONT } from './draw-png.ts'
import type { Translate } from './i18n.ts'

const WIDTH = 720
const MARGIN = 32
const BAR = WIDTH - 2 * MARGIN
const HEAD = 178
const ROW = 78
const FOOT = 54
/** How wide a letter of the legend is, on average. */
const LETTER = 8.8

/** Told apart in grey print and by eyes that confuse red and green. */
const COLOURS: Record<keyof Counts, string> = {
  done: '#1a7f4e',
  in_progress: '#6fb7e9',
  not_started: '#f2c14e',
  blocked: '#c8453b',
  silent: '#c9ced6',
}
const PARTS = Object.keys(COLOURS) as (keyof Counts)[]

/** As SVG, in pixels; the day and the time its figures are of stand under it. */
export function progressChart(
  figures: DigestFigures,
  { asOf, today }: { asOf: string; today: Temporal.PlainDate },
  t: Translate,
): string {
  const { blocks, counts, asked, doneBefore, quarter, year } = figures
  const height = HEAD + Math.max(blocks.length, 1) * ROW + FOOT
  const title = t('digest.chartTitle', {
    quarter: t(`opening.quarter.${quarter}`),
    year,
    done: counts.done,
    asked,
    percent: percentDone(counts.done, asked),
  })
  const scale = Math.max(asked, 1)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FONT}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    words(MARGIN, 50, fitted(title, 28), { size: 28, bold: true }),
    weekBar(68, (counts.done / scale) * BAR, COLOURS.done, t('digest.chartNow', { done: counts.done })),
    weekBar(98, (doneBefore / scale) * BAR, '#8fbfa6', t('digest.chartBefore', { done: doneBefore })),
    legend(t),
    ...blocks.map((block, index) => blockRow(block, HEAD + index * ROW)),
    words(MARGIN, height - 18, t('digest.chartAsOf', { time: asOf, day: fullDay(today) }), {
      size: 16,
      colour: '#5b6470',
    }),
    markLegend(height - 18, t),
    '</svg>',
  ].join('\n')
}

/** One of the two bars of all the office's tasks, with its words beside it, or in it where there is no room. */
function weekBar(y: number, length: number, colour: string, label: string): string {
  const room = label.length * 10 + 16
  const inside = length > BAR - room
  return (
    `<rect x="${MARGIN}" y="${y}" width="${BAR}" height="22" rx="3" fill="#eef0f3"/>` +
    `<rect x="${MARGIN}" y="${y}" width="${length.toFixed(1)}" height="22" rx="3" fill="${colour}"/>` +
    words(MARGIN + (inside ? length - room + 8 : length + 8), y + 17, label, {
      size: 17,
      colour: inside ? '#ffffff' : '#20262e',
    })
  )
}

function legend(t: Translate): string {
  let x = MARGIN
  return PARTS.map((part) => {
    const label = t(`status.${part}`)
    const square = `<rect x="${x}" y="136" width="16" height="16" rx="3" fill="${COLOURS[part]}"/>`
    const entry = square + words(x + 21, 150, label, { size: 16 })
    x += 21 + label.length * LETTER + 16
    return entry
  }).join('')
}

/** What the marks in the bars mean, in the corner. */
const markLegend = (y: number, t: Translate): string =>
  mark(WIDTH - MARGIN - t('digest.chartLastWeek').length * LETTER - 8, y - 18, 22) +
  words(WIDTH - MARGIN, y, t('digest.chartLastWeek'), { size: 16, end: true })

const mark = (x: number, y: number, height: number): string =>
  `<rect x="${(x - 1.5).toFixed(1)}" y="${y}" width="3" height="${height}" fill="#20262e"/>`

/** The block's name and what is done over a bar of all it owes; a mark where "done" ended a week before. */
function blockRow(block: BlockFigures, top: number): string {
  const asked = Math.max(block.asked, 1)
  let x = MARGIN
  const parts = PARTS.map((part) => {
    const length = (block[part] / asked) * BAR
    const bar = `<rect x="${x.toFixed(1)}" y="${top + 34}" width="${length.toFixed(1)}" height="26" fill="${COLOURS[part]}"/>`
    x += length
    return length > 0 ? bar : ''
  })
  const before = MARGIN + (block.doneBefore / asked) * BAR
  return [
    words(MARGIN, top + 24, fitted(block.name, 21, 560), { size: 21 }),
    words(WIDTH - MARGIN, top + 24, `${block.done}/${block.asked}`, { size: 21, bold: true, end: true }),
    ...parts,
    mark(before, top + 30, 34),
  ].join('')
}

type Style = { size: number; bold?: boolean; colour?: string; end?: boolean }

const words = (x: number, y: number, text: string, { size, bold, colour = '#20262e', end }: Style): string =>
  `<text x="${x.toFixed(1)}" y="${y}" font-size="${size}" fill="${colour}"${bold ? ' font-weight="600"' : ''}` +
  `${end ? ' text-anchor="end"' : ''}>${escaped(text)}</text>`

/** Cut so that it fits; a letter of this font is little over half as wide as it is high. */
function fitted(text: string, size: number, room = BAR): string {
  const most = Math.floor(room / (size * 0.56))
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
}

const escaped = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/\p{Cc}/gu, ' ')
