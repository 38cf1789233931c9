/** Tests which question about a proposal comes next: only what is missing, and they always end. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CONSENT_METHODS,
  CONSENT_PURPOSES,
  CONSENT_SUBJECTS,
  EXEMPLAR_FIELDS,
  EXEMPLAR_KINDS,
} from '../../../domain/exemplars/exemplar.ts'
import {
  consentSubject,
  correctable,
  isTold,
  nextQuestion,
  type ProposalFacts,
  type Question,
  roomForPhotos,
} from '../../../domain/exemplars/questions.ts'

const NOTHING: ProposalFacts = {
  kind: null,
  underSixteen: null,
  fromSeven: null,
  name: null,
  role: null,
  field: null,
  deed: null,
  photos: 0,
  photosDone: false,
  consents: [],
  evidence: 0,
}

const TOLD: ProposalFacts = {
  ...NOTHING,
  kind: 'person',
  underSixteen: false,
  name: 'Nguyễn Thị Hoa',
  role: 'giáo viên',
  field: 'education',
  deed: 'Dạy bơi miễn phí cho trẻ em trong thôn.',
  photos: 1,
}

/** What an answer to each question adds. */
const ANSWER: Record<Question, (facts: ProposalFacts) => Partial<ProposalFacts>> = {
  kind: () => ({ kind: 'person', underSixteen: true }),
  seven: () => ({ fromSeven: true }),
  name: () => ({ name: 'Nguyễn Thị Hoa' }),
  role: () => ({ role: 'giáo viên' }),
  field: () => ({ field: 'other' }),
  deed: () => ({ deed: 'Dạy bơi miễn phí cho trẻ em trong thôn.' }),
  photos: () => ({ photosDone: true }),
  consent: (facts) => ({
    consents: [{ subject: consentSubject(facts), purpose: 'store', method: 'signed_form' }],
  }),
  evidence: () => ({ evidence: 1 }),
}

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const anyFacts: fc.Arbitrary<ProposalFacts> = fc.record({
  kind: maybe(fc.constantFrom(...EXEMPLAR_KINDS)),
  underSixteen: maybe(fc.boolean()),
  fromSeven: maybe(fc.boolean()),
  name: maybe(fc.string()),
  role: maybe(fc.string()),
  field: maybe(fc.constantFrom(...EXEMPLAR_FIELDS)),
  deed: maybe(fc.string()),
  photos: fc.nat(3),
  photosDone: fc.boolean(),
  consents: fc.array(
    fc.record({
      subject: fc.constantFrom(...CONSENT_SUBJECTS),
      purpose: fc.constantFrom(...CONSENT_PURPOSES),
      method: maybe(fc.constantFrom(...CONSENT_METHODS)),
    }),
    { maxLength: 5 },
  ),
  evidence: fc.nat(2),
})

test('whatever is known already, no question is asked twice and they end', () => {
  fc.assert(
    fc.property(anyFacts, (known) => {
      let facts = known
      const asked: Question[] = []
      for (let next = nextQuestion(facts); next; next = nextQuestion(facts)) {
        expect(asked).not.toContain(next)
        asked.push(next)
        facts = { ...facts, ...ANSWER[next](facts) }
      }
      expect(isTold(facts)).toBe(true)
    }),
  )
})

test('a draft is asked in the order in which one tells of somebody', () => {
  expect(nextQuestion(NOTHING)).toBe('kind')
  expect(nextQuestion({ ...NOTHING, kind: 'collective' })).toBe('name')
  expect(nextQuestion({ ...NOTHING, kind: 'person', underSixteen: true })).toBe('seven')
  expect(nextQuestion({ ...NOTHING, kind: 'person' })).toBe('kind')
  expect(nextQuestion({ ...TOLD, photos: 0 })).toBe('photos')
  expect(nextQuestion({ ...TOLD, photos: 0, photosDone: true })).toBe('consent')
})

test('a consent of which nobody said how is asked about again, and proof is asked for', () => {
  const stored = { subject: 'nominee', purpose: 'store', method: 'message' } as const
  expect(nextQuestion({ ...TOLD, consents: [{ ...stored, method: null }] })).toBe('consent')
  expect(nextQuestion({ ...TOLD, consents: [{ ...stored, purpose: 'publish_name' }] })).toBe('consent')
  expect(nextQuestion({ ...TOLD, consents: [stored] })).toBe('evidence')
  expect(nextQuestion({ ...TOLD, consents: [stored], evidence: 1 })).toBe(null)
  expect(nextQuestion({ ...TOLD, consents: [{ ...stored, method: 'self_confirmed' }] })).toBe(null)
})

test('of a child only the guardian’s consent is enough to send', () => {
  const nominee = { subject: 'nominee', purpose: 'store', method: 'message' } as const
  const child = { ...TOLD, underSixteen: true, fromSeven: true, evidence: 1 }
  expect(nextQuestion({ ...child, consents: [nominee] })).toBe('consent')
  const guardian = { ...nominee, subject: 'guardian', method: 'signed_form' } as const
  expect(nextQuestion({ ...child, consents: [guardian] })).toBe(null)
})

test('the age is corrected only of a child, and a nominee’s own word by nobody', () => {
  expect(correctable(TOLD)).not.toContain('seven')
  expect(correctable({ ...TOLD, underSixteen: true })).toContain('seven')
  expect(correctable(TOLD)).toContain('consent')
  const own = { subject: 'nominee', purpose: 'store', method: 'self_confirmed' } as const
  expect(correctable({ ...TOLD, consents: [own] })).not.toContain('consent')
})

test('there is room for three photos', () => {
  expect([0, 2, 3, 4].map((photos) => roomForPhotos({ photos }))).toEqual([3, 1, 0, 0])
})
