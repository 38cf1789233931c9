/** Prints how well the reader reads each corpus, and which replies it misreads; of the one held out, the figures alone. */
import { type Corpus, figuresOf, labelled, recordedAs, sentenceOf } from './corpus.ts'
import { readingsOf, severalTasks } from './several-tasks.ts'

for (const corpus of ['first-forty', 'written', 'held-out'] satisfies Corpus[]) {
  const replies = labelled(corpus)
  console.log(`${corpus}: ${sentenceOf(figuresOf(replies))}`)
  if (corpus === 'held-out') continue
  for (const { id, text, status = 'none' } of replies) {
    const recorded = recordedAs(text) ?? 'asks'
    if (recorded !== status && !(recorded === 'asks' && status === 'none')) {
      console.log(`  ${id} ${status}, ${recorded}: ${JSON.stringify(text)}`)
    }
  }
}

const misread = severalTasks.filter(({ text, open, expected }) => readingsOf(text, open) !== expected)
console.log(`several-tasks: ${severalTasks.length} replies, ${misread.length} misread`)
for (const { id, text, open, expected } of misread) {
  console.log(`  ${id} ${expected}, read as ${readingsOf(text, open)}: ${JSON.stringify(text)}`)
}
