/** The office's half seen by those whom it does not concern: they type its words and press its very buttons. */
import { expect, test } from 'vitest'
import { busyOffice, MORNING } from './busy-office.ts'
import { triesInVain } from './tries-in-vain.ts'
import { allHandled, presses, valuesSeenBy } from './trying.ts'
import { openWorld } from './world.ts'

test('the other unit’s head and a stranger try every word and every button of the office, in vain', async () => {
  const world = await openWorld(MORNING, {}, ['MN01', 'CB03'])
  const { db, telegram } = world
  const { office, leader, head } = await busyOffice(world)
  const other = await world.joined('CB03', 'Nhiên')
  const stranger = telegram.person({ firstName: 'Người lạ' })
  stranger.pressesStart()
  await stranger.waitFor('Kính chào')
  const values = await valuesSeenBy(db, [office, leader, head])
  const kinds = [...new Set(values.map((value) => value.split(':', 1)[0]))].sort()
  expect(kinds).toEqual(
    expect.arrayContaining([
      ...['announcement.send', 'call.done', 'decision.agree', 'decision.decline', 'decision.note'],
      ...['desk.save', 'exemplar.send', 'inbox.status', 'pause.tell', 'received.seen', 'review.approve'],
    ]),
  )
  for (const person of [other, stranger]) await triesInVain(world, person, values)

  presses(telegram, office, 'review.approve:1:')
  await allHandled(db, telegram)
  const later = (await valuesSeenBy(db, [office])).filter((value) => !values.includes(value))
  expect(later).toContain('review.stage:1:discovered.fostered')
  for (const person of [other, stranger]) await triesInVain(world, person, later)
})
