/** Why a person should look at a task that was read from a document. */

/** Each with its sentence for whoever checks; a chat may have its own words for the names. */
export const DOUBTS = {
  scanned: 'Recognised from a scan: compare the words with the paper.',
  marker_damaged: 'The letter or number before it is damaged and was taken from the order of the list.',
  out_of_order: 'The letter or number before it does not follow the one above: a clause may be missing.',
  no_marker: 'It bears no letter or number: whether it is one task is a guess.',
  heading_unclear: 'Its heading does not say that these are tasks.',
  nobody_named: 'The text names nobody who is to act: units are not asked until an audience is set.',
  unit_alone: 'It names a unit that is no group of dondoc: units are not asked until an audience is set.',
  audience_from_words: 'Who is asked was concluded from the sentence.',
  no_time: 'The text sets no time: the due date is the last day of the year.',
  time_unclear: 'The text speaks of a time that was not understood: look at the due date.',
  year_long: 'It goes on all the year: the due date is the last day of the year.',
  month_end: 'The text names a month and no day: the due date is the last day of that month.',
  several_periods: 'The text names several months or quarters: the last one counts.',
  day_unclear: 'The sentence names a day, and does not say that this is the due date.',
  day_outside_year: 'The day in the text is not in the year of the plan and was left aside.',
  impossible_day: 'The day in the text does not exist.',
  lunar_day: 'The day in the text is one of the lunar calendar, which dondoc does not know.',
  several_days: 'The text sets several days: the last one counts.',
  code_taken: 'Another task has the code that its place would give.',
  known_unsure:
    'Its words differ from those of the known task whose code it bears: whether it is the same is a guess.',
} as const

export type Doubt = keyof typeof DOUBTS
