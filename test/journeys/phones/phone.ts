/** A phone as the stories hold it, whatever app is on it. */

/** A message of ours on the screen, or its newer version. */
export type Seen = { text: string }

/** A file of ours, as the person gets it. */
export type Received = { kind: 'photo' | 'document'; bytes: Buffer }

export type Phone = {
  types(text: string): void
  sendsPhoto(bytes: Uint8Array, caption?: string): void
  sendsAlbum(photos: Uint8Array[], caption?: string): void
  sendsDocument(bytes: Uint8Array, fileName: string, mimeType: string): void
  /**
   * Gives an answer that a message offers, by a part of its words: as a press where there are buttons, else as the
   * number that stands before it. Without `seen` in the newest message that offers it. Throws with the screen.
   */
  answers(label: string, seen?: Seen): Promise<void>
  /**
   * The first message, or new version of one, with these words since the person last did something, and not waited
   * for before. Rejects with the screen when none comes in time.
   */
  waitFor(part: string | RegExp, timeoutMs?: number): Promise<Seen>
  /** Resolves when nothing has come for so long. */
  waitForQuiet(ms: number): Promise<void>
  /** From now on nothing gets through; the platform tells the bot, or does not. */
  blocks(): Promise<void>
  /** What is said to them gets through again, and so does what they say. */
  unblocks(): Promise<void>
  /** Presses a button that this phone may never have shown; where there are none, types what could stand before it. */
  forges(value: string): Promise<void>
  /** Everything on the screen, in lines. */
  screen(): Promise<string>
  /** Files of ours that are in the chat, oldest first. */
  files(): Promise<Received[]>
}
