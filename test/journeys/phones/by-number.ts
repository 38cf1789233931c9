/** How people answer on a phone without buttons: with the number that stands before the answer. */

/** What is asked of a phone here. */
type WithoutButtons = {
  types(text: string): void
  waitFor(part: string): Promise<unknown>
  /** Our messages, oldest first. */
  texts(): Promise<string[]>
  screen(): Promise<string>
}

/** A button that stands beside one task of a list, "1. Đã xong": with numbers the task is asked about first. */
const OF_A_TASK = /^(\d+)\. (.+)$/
/** A button that stands for a numbered line of the text. */
const NTH_TASK = /^Việc (\d+)$/

/** What a task is asked about; every other button beside a line does what the line's number does. */
const STATUSES = ['Đã xong', 'Đang làm', 'Chưa làm', 'Có vướng mắc']

export async function answersByNumber(phone: WithoutButtons, label: string, within?: string): Promise<void> {
  const texts = within === undefined ? await phone.texts() : [within]
  const number = texts.toReversed().flatMap((text) => numberOf(label, text) ?? [])[0]
  if (number !== undefined) return phone.types(number)
  const [, nth] = NTH_TASK.exec(label) ?? []
  if (nth !== undefined) return phone.types(nth)
  const [, task, answer] = OF_A_TASK.exec(label) ?? []
  if (task === undefined || answer === undefined)
    throw new Error(`nothing offers "${label}" on:\n${await phone.screen()}`)
  phone.types(task)
  if (!STATUSES.includes(answer)) return
  await phone.waitFor('đến nay thế nào')
  await answersByNumber(phone, answer)
}

/** The number before the line that is this answer, or else begins so, or else has it within. */
function numberOf(label: string, text: string): string | undefined {
  const lines = text.split('\n').flatMap((line) => {
    const [, number, words] = OF_A_TASK.exec(line) ?? []
    return number !== undefined && words !== undefined ? [{ number, words }] : []
  })
  const ways: ((words: string) => boolean)[] = [
    (words) => words === label,
    (words) => words.startsWith(label),
    (words) => words.includes(label),
  ]
  return ways.flatMap((isMeant) => lines.find(({ words }) => isMeant(words)) ?? [])[0]?.number
}
