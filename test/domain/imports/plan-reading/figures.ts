/** Prints how much of each sample plan is read right: node test/domain/imports/plan-reading/figures.ts */
import { table } from '../../../../domain/table.ts'
import { figuresOf } from './plan-figures.ts'
import { samplePlans } from './sample-plans.ts'

const rows: string[][] = []
const remarks: string[] = []
for (const plan of samplePlans) {
  const { expected, found, wrong, missed, invented } = await figuresOf(plan)
  rows.push([plan.name, ...[expected, found, wrong.length, missed.length, invented.length].map(String)])
  for (const [what, clauses] of Object.entries({ wrong, missed, invented }))
    remarks.push(...clauses.map((clause) => `${plan.name}  ${what}: ${clause}`))
}
console.log(table(['document', 'tasks', 'found', 'wrong', 'missed', 'invented'], rows).join('\n'))
if (remarks.length > 0) console.log(`\n${remarks.join('\n')}`)
