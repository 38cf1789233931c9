/** The words that work in any state, with and without tone marks, typed or from the menu. */
import { fold } from '../domain/vietnamese.ts'
import { NOTHING_ASKED } from './asked.ts'
import { showOpenTasks } from './steps/task-list.ts'
import type { PersonTurn } from './turn.ts'

export type CommandName = 'tasks' | 'report' | 'help' | 'cancel'

/** Folded words by command. What the menu sends is the same word behind a slash, without spaces. */
const WORDS: Record<CommandName, string[]> = {
  tasks: ['viec', 'xem viec'],
  report: ['bao cao', 'baocao'],
  help: ['tro giup', 'trogiup', 'help', 'huong dan', 'start'],
  cancel: ['huy', 'dung', 'thoi'],
}

/** The menu of a platform that has one, in the words of `locales`. */
export const MENU = ['viec', 'baocao', 'gioithieu', 'dulieu', 'trogiup', 'huy'] as const

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
  }
}

/** What this person may type, by what they are to the office. */
export async function sayHelp(turn: PersonTurn): Promise<void> {
  const { is } = turn.person
  const forStaff = is.office ? 'talk.officeWelcome' : 'talk.leaderWelcome'
  await turn.say({ text: turn.t(is.unit ? 'talk.help' : forStaff) })
}
