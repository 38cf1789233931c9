/** The pack of 300 exemplary people with a photo each; each photo stands in it twice, by itself and in the annex. */
import { translator } from '../../locales/i18n.ts'
import { exemplarPack } from '../../office/exemplar-pack/pack.ts'
import { sampleFacts, samplePaper } from '../office/report/sample-facts.ts'
import { atMost, memory, report } from './figures.ts'
import { madeUpPhoto } from './made-up-photo.ts'

const facts = sampleFacts({ units: 1_000, tasks: 1, photos: 302 })

const began = performance.now()
await exemplarPack(facts, { ...samplePaper, photo: madeUpPhoto }, translator('vi'))
report([
  atMost('300 people, a photo of 300 kB each', (performance.now() - began) / 1_000, 30, ' s', 1),
  memory(),
])
