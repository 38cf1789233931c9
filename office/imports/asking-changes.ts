/** What a change in plans or units means for what units owe, for scripts and for people. */
import type { AskingChanges } from '../../db/plans/sync-assignments.ts'

export const askingJson = ({ asked, askedAgain, withdrawn }: AskingChanges) => ({
  asked,
  asked_again: askedAgain,
  withdrawn,
})

export function askingLines({ asked, askedAgain, withdrawn }: AskingChanges): string[] {
  return [
    ...(asked > 0 ? [`Newly asked of units: ${asked}, counted once for each task, unit and quarter.`] : []),
    ...(askedAgain > 0 ? [`Asked again: ${askedAgain}.`] : []),
    ...(withdrawn > 0 ? [`No longer asked: ${withdrawn}; what was reported on them stays.`] : []),
  ]
}
