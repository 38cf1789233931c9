/** What happened, in a word and its facts. Never a message's text, a phone number or a token. */
export type Log = (event: string, facts?: Record<string, unknown>) => void
