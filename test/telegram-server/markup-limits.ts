/** The limits of keyboards below a message and of the keyboard that replaces the letters. */
import type { InlineButton, ReplyMarkup } from './api-types.ts'

const MAX_DATA_BYTES = 64
/** Nowhere official; reported by those who met "reply markup is too long". */
const MAX_BUTTONS = 100
const MAX_PER_ROW = 8

export function markupProblem(markup: ReplyMarkup): string | null {
  if ('inline_keyboard' in markup) {
    return sizeProblem(markup.inline_keyboard) ?? firstProblem(markup.inline_keyboard.flat(), inlineProblem)
  }
  if ('keyboard' in markup) {
    const { keyboard, input_field_placeholder } = markup
    return (
      sizeProblem(keyboard) ?? firstProblem(keyboard.flat(), labelProblem) ?? hint(input_field_placeholder)
    )
  }
  return 'force_reply' in markup ? hint(markup.input_field_placeholder) : null
}

function sizeProblem(rows: unknown[][]): string | null {
  if (rows.some((row) => row.length > MAX_PER_ROW)) return 'too many buttons in one row'
  return rows.flat().length > MAX_BUTTONS ? 'reply markup is too long' : null
}

function firstProblem<T>(buttons: T[], problemOf: (button: T) => string | null): string | null {
  for (const button of buttons) {
    const problem = problemOf(button)
    if (problem) return problem
  }
  return null
}

const labelProblem = ({ text }: { text: string }): string | null =>
  text.trim() === '' ? 'a button has no label' : null

/** A button has a label and does exactly one thing; `style` and icons are looks. */
const LOOKS = new Set(['text', 'style', 'icon_custom_emoji_id'])

function inlineProblem(button: InlineButton): string | null {
  const actions = Object.keys(button).filter((name) => !LOOKS.has(name))
  if (actions.length !== 1) return `the button ${button.text} must do exactly one thing`
  const { callback_data, copy_text } = button
  if (callback_data !== undefined) {
    const bytes = Buffer.byteLength(callback_data)
    if (bytes < 1 || bytes > MAX_DATA_BYTES) return 'BUTTON_DATA_INVALID'
  }
  if (copy_text && (copy_text.text.length < 1 || copy_text.text.length > 256))
    return 'BUTTON_COPY_TEXT_INVALID'
  return labelProblem(button)
}

const hint = (text: string | undefined): string | null =>
  text !== undefined && (text.length < 1 || text.length > 64)
    ? 'input_field_placeholder must be 1 to 64'
    : null
