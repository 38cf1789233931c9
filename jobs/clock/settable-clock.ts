/** A clock that can be set, and goes on in real time from the moment it is set to. */

export type SettableClock = { now(): Date; set(moment: Date): void }

export function createSettableClock(startsAt: Date): SettableClock {
  let ahead = startsAt.getTime() - Date.now()
  return {
    now: () => new Date(Date.now() + ahead),
    set(moment) {
      ahead = moment.getTime() - Date.now()
    },
  }
}
