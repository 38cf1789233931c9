/** What an exemplary person, collective or household is described by: the field's own terms, in the order they are asked. */

export const EXEMPLAR_KINDS = ['person', 'collective', 'household'] as const
export type ExemplarKind = (typeof EXEMPLAR_KINDS)[number]

export const EXEMPLAR_FIELDS = [
  'education',
  'health',
  'economy',
  'security',
  'environment',
  'welfare',
  'public_service',
  'other',
] as const
export type ExemplarField = (typeof EXEMPLAR_FIELDS)[number]

/** Phát hiện, bồi dưỡng, tổng kết, nhân rộng. */
export const EXEMPLAR_STAGES = ['discovered', 'fostered', 'summed_up', 'spread'] as const
export type ExemplarStage = (typeof EXEMPLAR_STAGES)[number]

/** `same` repeats another proposal; `withdrawn` by the proposer or because consent was taken back. */
export const REVIEWS = ['draft', 'submitted', 'returned', 'approved', 'same', 'withdrawn'] as const
export type Review = (typeof REVIEWS)[number]

export const CONSENT_PURPOSES = ['store', 'publish_name', 'publish_photo'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** Whose word it is. Of a child under sixteen the guardian's counts, from seven on the child's as well. */
export const CONSENT_SUBJECTS = ['nominee', 'guardian', 'child'] as const
export type ConsentSubject = (typeof CONSENT_SUBJECTS)[number]

export const CONSENT_METHODS = ['signed_form', 'message', 'self_confirmed'] as const
export type ConsentMethod = (typeof CONSENT_METHODS)[number]

export const MOST_PHOTOS = 3

/** How people and papers name a proposal. */
export const exemplarCode = (id: number): string => `G${id}`
