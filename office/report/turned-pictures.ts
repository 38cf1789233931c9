/** Room for pictures that lie on their side: Word turns one about its middle, over the lines above and below it. */

const INLINE =
  /<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:effectExtent [^>]*\/>(?=(?:(?!<\/wp:inline>).)*?<a:xfrm [^>]*?rot="(?:5400000|16200000)")/gs

/** Tells what each needs above and below, which the library leaves out (ECMA-376, part 1, 20.4.2.6). */
export function withRoomForTurned(xml: string): string {
  return xml.replace(INLINE, (_, width: string, height: string) => {
    const more = Math.max(0, Math.round((Number(width) - Number(height)) / 2))
    return `<wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="${more}" r="0" b="${more}"/>`
  })
}
