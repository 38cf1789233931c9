/** Which of two days comes first. */

export const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0

export const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => isBefore(b, a)
