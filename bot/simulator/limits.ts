/** What one message of a phone may hold: the page refuses more before it sends it, and the program if it comes all the same. */

/** As many as an album of Telegram has. */
export const MOST_FILES = 10
/** A phone's keyboard takes no more, whichever app it writes in. */
export const MOST_CHARACTERS = 4_096
