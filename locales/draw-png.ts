/** Draws an SVG as a PNG with letters that know Vietnamese. They ship with dondoc: a server may have no fonts at all. */
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'

/** What an SVG must name as its font. */
export const FONT = 'Be Vietnam Pro'

const FONT_FILES = ['400Regular', '600SemiBold'].map((face) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`)),
)

export type Picture = { bytes: Uint8Array; width: number; height: number }

/** The same SVG always gives the same bytes. */
export function drawPng(svg: string): Picture {
  const drawn = new Resvg(svg, {
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT },
  }).render()
  return { bytes: drawn.asPng(), width: drawn.width, height: drawn.height }
}
