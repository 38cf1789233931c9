/** People who send files, each with a chat of their own, and a task to send them for. */
import { addAttachment, type NewAttachment } from '../db/answers/attachments.ts'
import type { Db } from '../db/client.ts'
import { assignments, blocks, contacts, people, plans, tasks, units } from '../db/schema/index.ts'

/** Platforms number the messages of a chat. */
let messages = 0

export type Sender = { personId: number; contactId: number }

const first = <T>(rows: T[]): T => {
  const [row] = rows
  if (row === undefined) throw new Error('nothing was inserted')
  return row
}

export async function sender(db: Db, fullName: string, bot = '1'): Promise<Sender> {
  const person = first(await db.insert(people).values({ fullName }).returning())
  const contact = first(
    await db
      .insert(contacts)
      .values({ channel: 'telegram', bot, externalId: `chat of ${fullName}`, personId: person.id })
      .returning(),
  )
  return { personId: person.id, contactId: contact.id }
}

/** Notes a photo as the conversation does, at 2:05 in the afternoon of 20 December in the office's zone. */
export function sends(db: Db, from: Sender, more: Partial<NewAttachment> = {}): Promise<number> {
  return db.transaction((tx) =>
    addAttachment(tx, {
      ...from,
      ref: { ref: 'photo', kind: 'photo' },
      messageId: String(++messages),
      now: new Date('2026-12-20T07:05:00Z'),
      ...more,
    }),
  )
}

/** A task asked of a unit for the fourth quarter; the ids of two such assignments. */
export async function twoAssignments(db: Db): Promise<[number, number]> {
  const day = Temporal.PlainDate.from('2026-12-31')
  const now = new Date('2026-10-01T00:00:00Z')
  await db.insert(blocks).values({ code: 'K1', name: 'Khối 1' })
  const unit = first(
    await db
      .insert(units)
      .values({ code: 'MN01', name: 'Trường', shortName: 'Trường', unitType: 'school', blockCode: 'K1' })
      .returning(),
  )
  const plan = first(
    await db
      .insert(plans)
      .values({ code: 'p', number: '83', title: 'p', year: 2026, issuedOn: day, facts: {}, importedAt: now })
      .returning(),
  )
  const add = async (code: string) => {
    const words = { section: 's', fullText: code, shortTitle: code }
    const bases = { titleBasis: '', audienceBasis: '', evidenceBasis: '', dueBasis: '' }
    const rules = { position: 1, audience: ['all_units'], evidence: [], dueOn: day, asksUnitHeads: true }
    const task = first(
      await db
        .insert(tasks)
        .values({ planId: plan.id, code, ...words, ...bases, ...rules })
        .returning(),
    )
    const owed = { taskId: task.id, unitId: unit.id, year: 2026, quarter: 4, dueOn: day, urgedFrom: day }
    return first(await db.insert(assignments).values(owed).returning()).id
  }
  return [await add('Q4-a'), await add('Q4-b')]
}
