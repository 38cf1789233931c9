/** Until when reminders may rest, for whom, and to which date what falls due meanwhile may move. */
import { expect, test } from 'vitest'
import { dueAfterPause, newDueFault, unitsToPause, untilFault } from '../../../domain/reminders/pause.ts'
import { newPause, pauseQuestion, readPauseQuestion } from '../../../domain/reminders/pause-draft.ts'
import { date, vietnam } from '../vietnam.ts'

const MONDAY = date('2026-11-23')

test('reminders begin again tomorrow at the earliest, and in two months at the latest', () => {
  expect(untilFault(MONDAY, MONDAY)).toBe('not_later')
  expect(untilFault(date('2026-11-24'), MONDAY)).toBe(null)
  expect(untilFault(date('2027-01-22'), MONDAY)).toBe(null)
  expect(untilFault(date('2027-01-23'), MONDAY)).toBe('too_far')
})

test('what falls due in the pause moves out of it, and not out of sight', () => {
  const until = date('2026-11-26')
  expect(newDueFault(date('2026-11-25'), until)).toBe('in_pause')
  expect(newDueFault(until, until)).toBe(null)
  expect(newDueFault(date('2027-02-01'), until)).toBe('too_far')
})

test('the date offered gives the units two working days after the one on which they are reminded again', () => {
  expect(dueAfterPause(date('2026-12-08'), vietnam)).toEqual(date('2026-12-10'))
  expect(dueAfterPause(date('2026-12-10'), vietnam)).toEqual(date('2026-12-14'))
  expect(dueAfterPause(date('2026-12-12'), vietnam)).toEqual(date('2026-12-16'))
})

test('all, some blocks, some units: never one that has ended, nor the coordinating office', () => {
  const unit = (code: string, blockCode: string, ended = false) => ({
    ...{ id: 1, code, name: code, shortName: code, blockCode, ended },
    isCoordinatingOffice: code === 'VP',
  })
  const units = [unit('VP', 'K1'), unit('MN1', 'K2'), unit('MN2', 'K2'), unit('MN3', 'K2', true)]
  const codes = (...words: string[]) => unitsToPause(words, units).map(({ code }) => code)
  expect(codes('all')).toEqual(['MN1', 'MN2'])
  expect(codes('block:K2')).toEqual(['MN1', 'MN2'])
  expect(codes('unit:MN2', 'block:K1')).toEqual(['MN2'])
  expect(codes()).toEqual([])
})

test('what the office has said so far is kept with the question, whatever words the reason has', () => {
  const draft = {
    ...newPause('bão số 9: "Mai" {mạnh}'),
    until: date('2026-11-26'),
    audience: ['block:K1'],
    newDue: date('2026-11-30'),
  }
  expect(readPauseQuestion(pauseQuestion({ step: 'newDue', draft }))).toEqual({ step: 'newDue', draft })
  expect(readPauseQuestion('units')).toBe(null)
  expect(readPauseQuestion('{"step":"whom"}')).toBe(null)
})
