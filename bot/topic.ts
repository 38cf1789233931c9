/** What a subject of conversation has to offer: the words that begin it, its buttons, its questions and its files. */
import type { MediaRef } from '../domain/message.ts'
import type { TopicChoice } from '../domain/topic-choice.ts'
import type { Audience, PersonTurn } from './turn.ts'

/** A question that waits for words or files of this person, kept in their conversation. */
export type Awaited = {
  /** Which of the topic's questions. */
  question: string
  /** Of the row it is about; 0 where there is none. */
  id: number
  /** Words that were no answer to it: the office gets them to read if the person leaves the topic. */
  said?: string
}

/** Words that begin a topic in any state. */
type TopicCommand = {
  /** As domain/vietnamese.ts folds them. */
  words: readonly string[]
  /** More may follow the words, such as a unit's code; otherwise they stand alone. */
  takesMore?: true
  /** `rest` is what followed, as it was typed. */
  run(turn: PersonTurn, rest: string): Promise<void>
}

export type Topic = {
  /** Checked before every press, word and file; whoever is none of these is told that it is not theirs. */
  audience: readonly Audience[]
  commands?: readonly TopicCommand[]
  press(turn: PersonTurn, choice: Omit<TopicChoice, 'topic'>): Promise<void>
  /** The words that answer its question; false: they are no answer, and mean something else. */
  words?(turn: PersonTurn, awaited: Awaited, text: string): Promise<boolean>
  /** A file in answer to its question; the caption is in the turn's message. False: it belongs elsewhere. */
  file?(turn: PersonTurn, awaited: Awaited, media: MediaRef): Promise<boolean>
  /** A file out of the blue, of somebody who may bring the topic up. False: it is none of its business. */
  unasked?(turn: PersonTurn, media: MediaRef): Promise<boolean>
  /** They typed "hủy" at its question, which is over; without this they are told what anybody is. */
  leave?(turn: PersonTurn, awaited: Awaited): Promise<void>
}
