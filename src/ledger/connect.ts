import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './rows.ts'

/** Types whose text form is taken as PostgreSQL gives it or as ISO 8601, never through a local date. Numbers: pg_type.h. */
const OID = { int8: 20, date: 1082, timestamptz: 1184, json: 114 } as const

const toIso = (text: string): string => new Date(text).toISOString()

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: Number,
  [OID.date]: (text) => text,
  [OID.timestamptz]: toIso,
  // As stored, to the byte: analyses and history are hashed. Parsed where they are read.
  [OID.json]: (text) => text,
}

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format as 'text'),
}

/** Enough for a server's requests and a few writers; the embedded server takes sixty in all. */
const POOL = { max: 8, idleTimeoutMillis: 30_000 } as const

/** Opens a pool of connections and Kysely over it. */
export const connect = (config: pg.PoolConfig): Kysely<Tables> => {
  const pool = new pg.Pool({ ...POOL, ...config, types: types as pg.CustomTypesConfig })
  // A connection that breaks while idle is replaced when the next is needed; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that breaks while it is used fails the query under way, which is where it is told of.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
