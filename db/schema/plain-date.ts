/** A PostgreSQL `date` column read and written as Temporal.PlainDate: a day, without time or zone. */
import { customType } from 'drizzle-orm/pg-core'

export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (value) => Temporal.PlainDate.from(value),
  toDriver: (value) => value.toString(),
})
