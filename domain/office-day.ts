/** The office's calendar day at a moment: what "today" means to it, wherever the server stands. */
export const officeDay = (moment: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
