/** The end of joining, whichever way it went: the chat is the person's, and they read for what. */
import { linkContact } from '../../db/people/contacts.ts'
import type { LivePost } from '../../db/people/live-posts.ts'
import { livePosts } from '../../db/people/people.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { Translate } from '../../locales/i18n.ts'
import type { Turn } from '../turn.ts'

/** Makes the chat this person's, who holds a post today. */
export async function finishJoining(turn: Turn, personId: number): Promise<void> {
  const { tx, t, contact, now, today } = turn
  await linkContact(tx, contact.id, personId, now)
  const { name, posts } = await livePosts(tx, personId, today)
  const units = unitsOf(posts)
  const text = units
    ? t('start.done', { units })
    : t('start.doneStaff', { name, posts: postsInWords(posts, t) })
  await turn.say(inPlaceOfQuestion(turn, { text }))
}

/** Somebody pressed a link once more, or one of their second post: the chat reaches them for that one as well. */
export async function sayAlreadyJoined(turn: Turn, personId: number): Promise<void> {
  const { tx, t, today } = turn
  const { name, posts } = await livePosts(tx, personId, today)
  const units = unitsOf(posts)
  await turn.say({ text: units ? t('join.already', { units }) : t('join.alreadyStaff', { name }) })
}

/** "Hiệu trưởng Trường Mầm non Hoa Phượng; Cấp phó ...": the posts as the person would say them. */
export const postsInWords = (posts: LivePost[], t: Translate): string =>
  posts
    .map(({ title, role, unit }) => [title || t(`post.${role}`), unit].filter(Boolean).join(' '))
    .join('; ')

/** The answer to a pressed button takes the question's place, so that nobody can press it again. */
export const inPlaceOfQuestion = (turn: Turn, answer: OutgoingMessage): OutgoingMessage =>
  turn.message.choice !== undefined && turn.abilities.editing
    ? { ...answer, replaces: turn.message.messageId }
    : answer

const unitsOf = (posts: LivePost[]): string =>
  [...new Set(posts.flatMap(({ unit }) => unit ?? []))].join(', ')
