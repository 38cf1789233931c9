/** "Dữ liệu của tôi": what is kept about the person who writes, and what they may ask of it. */
import type { Topic } from '../../topic.ts'
import { askCorrection, takeCorrection } from './correct-data.ts'
import { askErasing, eraseMine } from './erase-mine.ts'
import { showData } from './show-data.ts'
import { askStopping, stopMessages } from './stop-messages.ts'

export const data: Topic = {
  audience: ['unit', 'office', 'leader'],
  // The menu sends the word without spaces.
  commands: [{ words: ['du lieu cua toi', 'dulieu', 'du lieu'], run: showData }],
  async press(turn, { act, id, detail }) {
    // A yes counts for the one who was asked, on the day they were asked.
    const isSure = id === turn.person.id && detail === turn.today.toString()
    if (act === 'correct') return askCorrection(turn)
    if (act === 'erase') return isSure ? eraseMine(turn) : askErasing(turn)
    if (act === 'stop') return isSure ? stopMessages(turn) : askStopping(turn)
    await turn.say({ text: turn.t(act === 'keep' ? 'data.unchanged' : 'talk.oldButton') })
  },
  async words(turn, { question }, text) {
    if (question !== 'correction' || text === '') return false
    await takeCorrection(turn, text)
    return true
  },
}
