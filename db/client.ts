/** The one way to a database: a pool of connections with drizzle over it. */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema/index.ts'

export type Db = PostgresJsDatabase<typeof schema>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** `url` as in DATABASE_URL. A pool reconnects by itself; queries fail while the server is away. */
export function connect(url: string, options: { max?: number; onclose?: () => void } = {}) {
  const client = postgres(url, {
    max: options.max ?? 8,
    connect_timeout: 5,
    onnotice: () => {},
    onclose: options.onclose,
    // Our queries take a millisecond; compiling one to machine code takes thirty.
    connection: { application_name: 'dondoc', TimeZone: 'UTC', jit: 'off' },
  })
  return {
    db: drizzle(prepareAll(client), { schema }) as Db,
    client,
    close: () => client.end({ timeout: 5 }),
  }
}

/**
 * By itself drizzle has each query parsed and planned anew, and waits for that before it sends the values: two ways to
 * the server and back. Here a connection remembers the queries it has seen, in transactions too.
 */
function prepareAll(client: postgres.Sql): postgres.Sql {
  const begin: typeof client.begin = client.begin
  client.begin = ((work: (tx: postgres.TransactionSql) => unknown) =>
    begin((tx) => work(preparing(tx)))) as typeof client.begin
  return preparing(client)
}

function preparing<S extends postgres.ISql>(client: S): S {
  const { unsafe } = client
  client.unsafe = (query, values, options) => unsafe(query, values, { ...options, prepare: true })
  return client
}
