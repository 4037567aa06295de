import { sql } from 'kysely'
import type { Source } from './source.ts'

/** How long an item stays with the person who was given it, in minutes: a long paragraph is read in less. */
const MINUTES = 15

/** Gives items to a person for a while; comes back with those that nobody else holds. One statement, so that two servers cannot give one twice. */
export const takeLeases = async ({ db, collection }: Source, person: string, targets: readonly string[]): Promise<ReadonlySet<string>> => {
  if (targets.length === 0) return new Set()
  const { rows } = await sql<{ target: string }>`
    INSERT INTO leases (collection, target, person, until)
    SELECT ${collection}, target, ${person}, now() + make_interval(mins => ${MINUTES}) FROM unnest(${targets}::text[]) AS target ORDER BY target
    ON CONFLICT (collection, target) DO UPDATE SET person = excluded.person, until = excluded.until
    WHERE leases.until < now() OR leases.person = excluded.person
    RETURNING target`.execute(db)
  return new Set(rows.map(({ target }) => target))
}

/** Targets, of some, that somebody else holds. */
export const listHeld = async ({ db, collection }: Source, person: string, targets: readonly string[]): Promise<ReadonlySet<string>> => {
  if (targets.length === 0) return new Set()
  const { rows } = await sql<{ target: string }>`
    SELECT target FROM leases WHERE collection = ${collection} AND target = ANY(${targets}::text[]) AND person <> ${person} AND until >= now()`.execute(
    db,
  )
  return new Set(rows.map(({ target }) => target))
}

/** Lets go of an item that was judged: the next person may be asked about it. */
export const dropLease = async ({ db, collection }: Source, target: string): Promise<void> => {
  await sql`DELETE FROM leases WHERE collection = ${collection} AND target = ${target}`.execute(db)
}

/** Lets go of everything that a person holds. */
export const dropLeases = async ({ db, collection }: Source, person: string): Promise<void> => {
  await sql`DELETE FROM leases WHERE collection = ${collection} AND person = ${person}`.execute(db)
}
