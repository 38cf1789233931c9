/**
 * The buttons of the subjects a person can bring up (an exemplar, an announcement, a decision …), each a short line:
 * `topic.act:id:detail`. Answers to the plan's tasks have their own words, see domain/choice.ts.
 */

export type TopicChoice = {
  /** The subject: one of those in bot/topics.ts. */
  topic: string
  act: string
  /** Of the row it speaks of; 0 where there is none. */
  id: number
  /** What else the act needs, short and without a colon; empty where it needs nothing. */
  detail: string
}

const SHAPE = /^([a-z-]+)\.([a-z-]+):(\d{1,15}):([^:]*)$/
/** What a platform takes, in UTF-8. */
const MOST_BYTES = 64

/** The value of a button. Throws RangeError on one that no platform would take or that could not be read back. */
export function topicValue(topic: string, act: string, id = 0, detail: string | number = ''): string {
  const value = `${topic}.${act}:${id}:${detail}`
  if (!SHAPE.test(value) || new TextEncoder().encode(value).length > MOST_BYTES) {
    throw new RangeError(`not a button's value: ${value}`)
  }
  return value
}

/** Reads a button's value; null for one of another shape. */
export function readTopicChoice(value: string): TopicChoice | null {
  const [, topic = '', act = '', id, detail = ''] = SHAPE.exec(value) ?? []
  return id === undefined ? null : { topic, act, id: Number(id), detail }
}
