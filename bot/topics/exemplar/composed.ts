/** What a step has to say: a question, with its choices. */
import type { Choice } from '../../../domain/message.ts'

export type Composed = { text: string; choices?: Choice[][] }
