/** A day in a file we read: 2026-12-31, as Temporal.PlainDate. */
import { z } from 'zod'

export const dateField = z.iso
  .date({
    error: 'Write a day as year-month-day, such as 2026-12-31.',
    // Keeps the rules of the fields around it from running on a day that is none.
    abort: true,
  })
  .transform((day) => Temporal.PlainDate.from(day))
