/** Which question about a proposal is to be asked next: only what is missing, one at a time, until nothing is. */
import {
  type ConsentMethod,
  type ConsentPurpose,
  type ConsentSubject,
  type ExemplarField,
  type ExemplarKind,
  MOST_PHOTOS,
} from './exemplar.ts'

/** What is known of a proposal so far. */
export type ProposalFacts = {
  kind: ExemplarKind | null
  underSixteen: boolean | null
  /** Of a child under sixteen. */
  fromSeven: boolean | null
  name: string | null
  role: string | null
  field: ExemplarField | null
  deed: string | null
  photos: number
  photosDone: boolean
  /** Those that stand. The method is null until the proposer has said how. */
  consents: readonly { subject: ConsentSubject; purpose: ConsentPurpose; method: ConsentMethod | null }[]
  /** Pictures of a form or a message that prove the consent. */
  evidence: number
}

/** In the order in which they are asked; the two about consent come last, for they speak of the nominee by name. */
export const QUESTIONS = [
  'kind',
  'seven',
  'name',
  'role',
  'field',
  'deed',
  'photos',
  'consent',
  'evidence',
] as const
export type Question = (typeof QUESTIONS)[number]

const IS_MISSING: Record<Question, (facts: ProposalFacts) => boolean> = {
  kind: ({ kind, underSixteen }) => kind === null || (kind === 'person' && underSixteen === null),
  seven: ({ underSixteen, fromSeven }) => underSixteen === true && fromSeven === null,
  name: ({ name }) => name === null,
  role: ({ role }) => role === null,
  field: ({ field }) => field === null,
  deed: ({ deed }) => deed === null,
  photos: ({ photos, photosDone }) => photos === 0 && !photosDone,
  consent: (facts) => storedBy(facts) === null || standing(facts).some(({ method }) => method === null),
  evidence: (facts) => storedBy(facts) !== 'self_confirmed' && facts.evidence === 0,
}

/** The first question without an answer; null when the proposal may be reviewed and sent. */
export const nextQuestion = (facts: ProposalFacts): Question | null =>
  QUESTIONS.find((question) => IS_MISSING[question](facts)) ?? null

/** Everything is told, whatever was said about consent. */
export const isTold = (facts: ProposalFacts): boolean =>
  !QUESTIONS.some(
    (question) => question !== 'consent' && question !== 'evidence' && IS_MISSING[question](facts),
  )

/** Whose consent is asked: of a child, the guardian's; of a collective or a household, its representative's. */
export const consentSubject = ({ underSixteen }: Pick<ProposalFacts, 'underSixteen'>): ConsentSubject =>
  underSixteen ? 'guardian' : 'nominee'

/** The questions whose answers may be corrected in the review. The nominee's own word is not the proposer's to change. */
export const correctable = (facts: ProposalFacts): Question[] =>
  QUESTIONS.filter(
    (question) =>
      (question !== 'seven' || facts.underSixteen) &&
      ((question !== 'consent' && question !== 'evidence') || storedBy(facts) !== 'self_confirmed'),
  )

export const roomForPhotos = ({ photos }: Pick<ProposalFacts, 'photos'>): number =>
  Math.max(MOST_PHOTOS - photos, 0)

/** The consents of those who are asked; what others said before the age was corrected does not count. */
function standing({ consents, underSixteen }: ProposalFacts) {
  const asked: ConsentSubject[] = underSixteen ? ['guardian', 'child'] : ['nominee']
  return consents.filter(({ subject }) => asked.includes(subject))
}

/** How it was agreed to keep and consider the proposal; null when it was not, or not said how. */
function storedBy(facts: ProposalFacts): ConsentMethod | null {
  const subject = consentSubject(facts)
  const stored = facts.consents.find((one) => one.subject === subject && one.purpose === 'store')
  return stored?.method ?? null
}
