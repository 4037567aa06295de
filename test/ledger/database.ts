import { randomBytes } from 'node:crypto'
import pg from 'pg'

const ADMIN = process.env.CASUS_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** Runs a statement on the PostgreSQL that tests may make databases on. */
export const runAdmin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ADMIN, connectionTimeoutMillis: 3_000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Why there is no such PostgreSQL; null: there is one. Throws where one was named and does not answer. */
export const missingDatabase = async (): Promise<string | null> => {
  const reason = await runAdmin('SELECT 1').then(
    () => null,
    (error: Error) => error.message,
  )
  if (reason !== null && process.env.CASUS_TEST_DATABASE_URL !== undefined)
    throw new Error(`CASUS_TEST_DATABASE_URL is set but does not answer: ${reason}`)
  return reason
}

/** A new database; `drop` takes it away again, whoever is connected. */
export const newDatabase = async (): Promise<Readonly<{ url: string; name: string; drop: () => Promise<void> }>> => {
  const name = `casus_test_${randomBytes(6).toString('hex')}`
  await runAdmin(`CREATE DATABASE ${name}`)
  const url = new URL(ADMIN)
  url.pathname = `/${name}`
  return { url: url.href, name, drop: () => runAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}
