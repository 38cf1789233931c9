/** Checks a template before it is kept: a Word file of a fair size, with every slot that a report needs, each where it can be filled. */
import { UnreadableDocument } from '../../../domain/imports/office-documents/unreadable-document.ts'
import { type Place, type TemplatePlaces, templatePlaces } from './places.ts'
import { BLOCK_SLOTS, FREE_SLOTS, REQUIRED_SLOTS } from './slots.ts'

const MOST_BYTES = 5 * 1024 * 1024

const KNOWN: readonly string[] = [...REQUIRED_SLOTS, ...FREE_SLOTS]
const BLOCKS: readonly string[] = BLOCK_SLOTS

/** What is wrong, a sentence each; nothing where it can be used. */
export function templateProblems(bytes: Uint8Array): string[] {
  if (bytes.length > MOST_BYTES) return ['The template is larger than 5 MB: make its pictures smaller.']
  const found = placesIn(bytes)
  if (!found) return ['This is not a Word file (.docx): save the template as a Word document and try again.']
  const { places } = found
  return [
    ...(found.hasChanges ? [CHANGES] : []),
    ...(found.hasPageNumber ? [] : [NO_NUMBERS]),
    ...REQUIRED_SLOTS.flatMap((slot) => absence(slot, found)),
    ...[...new Set(places.map(({ slot }) => slot))].flatMap((slot) => [
      ...strangeness(slot),
      ...doubling(slot, places),
    ]),
    ...places.filter(({ slot }) => BLOCKS.includes(slot)).flatMap(misplacement),
  ]
}

function placesIn(bytes: Uint8Array): TemplatePlaces | null {
  try {
    return templatePlaces(bytes)
  } catch (error) {
    if (error instanceof UnreadableDocument) return null
    throw error
  }
}

/** They would go out with the report, for its reader to see and to accept. */
const CHANGES =
  'The template has tracked changes: in Word choose Review, Accept All Changes and Stop Tracking, then save it.'

const NO_NUMBERS =
  'The template has no page numbers: in Word choose Insert, Page Number, Top of Page, and Different First Page.'

const absence = (slot: string, { places, deleted }: TemplatePlaces): string[] =>
  places.some((place) => place.slot === slot)
    ? []
    : deleted.includes(slot)
      ? [`The place {{${slot}}} is marked as deleted: in Word reject that deletion.`]
      : [`The template has no place {{${slot}}}: put it back on a line of its own.`]

const strangeness = (slot: string): string[] =>
  KNOWN.includes(slot)
    ? []
    : [`The template has a place {{${slot}}} that no report fills: remove it. Known: ${KNOWN.join(', ')}.`]

function doubling(slot: string, places: readonly Place[]): string[] {
  const times = places.filter((place) => place.slot === slot).length
  return BLOCKS.includes(slot) && times > 1
    ? [`The place {{${slot}}} stands in the template ${times} times: leave only one.`]
    : []
}

/** What fills a block takes the place of its whole paragraph. */
function misplacement({ slot, beside, landscape }: Place): string[] {
  const lies = slot === 'progress'
  return [
    ...(beside === ''
      ? []
      : [
          `The place {{${slot}}} shares its line with "${beside}", which would be lost: press Enter between.`,
        ]),
    ...(landscape === null
      ? [`The place {{${slot}}} stands in a header or footer: move it into the text.`]
      : landscape === lies
        ? []
        : [`The place {{${slot}}} stands on ${lies ? UPRIGHT : LYING}`]),
  ]
}

const MEND = 'the section break before or after it was deleted: put it back (Layout, Breaks, Next Page)'
const UPRIGHT = `an upright page, too narrow for its table; probably ${MEND} and turn the page (Orientation, Landscape).`
const LYING = `a page that lies on its side; probably ${MEND} and turn the page (Orientation, Portrait).`
