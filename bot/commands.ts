/** The words that work in any state, with and without tone marks, typed or from the menu. */
import { dataKept } from '../db/data-kept.ts'
import { showPhone } from '../domain/phone.ts'
import { fold } from '../domain/vietnamese.ts'
import { NOTHING_ASKED } from './asked.ts'
import { showOpenTasks } from './steps/task-list.ts'
import type { PersonTurn } from './turn.ts'

export type CommandName = 'tasks' | 'report' | 'help' | 'cancel' | 'my-data'

/** Folded words by command. What the menu sends is the same word behind a slash, without spaces. */
const WORDS: Record<CommandName, string[]> = {
  tasks: ['viec', 'xem viec'],
  report: ['bao cao', 'baocao'],
  help: ['tro giup', 'trogiup', 'help', 'huong dan', 'start'],
  cancel: ['huy', 'dung', 'thoi'],
  'my-data': ['du lieu cua toi', 'dulieu', 'du lieu'],
}

/** The menu of a platform that has one, in the words of `locales`. */
export const MENU = ['viec', 'baocao', 'dulieu', 'trogiup', 'huy'] as const

/** The command a text is, or null. "/viec@bot" is "viec". */
export function commandIn(text: string): CommandName | null {
  const typed = fold(text.replace(/^\//, '').replace(/@\w+/, ''))
  const found = Object.entries(WORDS).find(([, words]) => words.includes(typed))
  return (found?.[0] as CommandName | undefined) ?? null
}

/** Does a command. Whatever was being asked is over. */
export async function command(turn: PersonTurn, name: CommandName): Promise<void> {
  const { t } = turn
  turn.asked = NOTHING_ASKED
  switch (name) {
    case 'tasks':
    case 'report':
      return showOpenTasks(turn, t('list.head'))
    case 'help':
      return sayHelp(turn)
    case 'cancel':
      return turn.say({ text: t('talk.cancelled') })
    case 'my-data':
      return showMyData(turn)
  }
}

/** What this person may type, by what they are to the office. */
export async function sayHelp(turn: PersonTurn): Promise<void> {
  const { is } = turn.person
  await turn.say({ text: turn.t(is.unit ? 'talk.help' : 'talk.officeWelcome') })
}

async function showMyData(turn: PersonTurn): Promise<void> {
  const { t, person } = turn
  const kept = await dataKept(turn.tx, person.id)
  const posts = person.posts.map((post) => [t(`post.${post.role}`), post.unit].filter(Boolean).join(' '))
  await turn.say({
    text: t('talk.myData', {
      name: person.name,
      posts: posts.join('; '),
      phone: kept.phone ? showPhone(kept.phone) : t('talk.noPhone'),
      reports: kept.reports,
      files: kept.files,
    }),
  })
}
