/** How long an announcement may be: its title stays on one line or two, and all of it fits in one message. */

export const MOST_TITLE = 100
export const MOST_BODY = 3_000
export const MOST_FILES = 10

/** As it is kept: the writer's lines, without space around them and with at most one empty line between. */
export const tidyBody = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\S\n]+\n/gu, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** As a person counts. */
export const lengthOf = (text: string): number => [...text].length
