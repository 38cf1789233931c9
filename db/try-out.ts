/** Does work for real and undoes it: what it would change is told by the work itself. */
import type { Db, Tx } from './client.ts'

export async function tryOut<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const undo = new Error('undone on purpose')
  const { promise, resolve } = Promise.withResolvers<Result>()
  try {
    await db.transaction(async (tx) => {
      resolve(await work(tx))
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return promise
}
