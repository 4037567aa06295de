import { sql } from 'kysely'
import type { IssuerKind } from '../model/document.ts'
import type { Source } from './source.ts'
import { issuerKey, speakerKey } from './source-keys.ts'

/** Somebody who puts documents out, is quoted in them, or both. */
export type SourceRecord = Readonly<{
  key: string
  name: string
  kind: IssuerKind
  actor: string | null
  /** False: a description ("security sources"). */
  named: boolean
  documents: number
  /** Of texts that several documents share: put out by it before the others, or after another. */
  first: number
  copies: number
  /** Documents that quote it, and claims that are its word there. */
  quotedIn: number
  told: number
  /** All claims that are its word. */
  claims: number
}>

export type SourceQuery = Readonly<{
  q: string | null
  kind: string | null
  role: 'outlet' | 'speaker' | 'unnamed' | null
  limit: number
  offset: number
  /** Only this one. */
  key?: string
}>

/** Outlets and speakers, those with most documents and claims first, one more than asked for when there are more. */
export const listSourceRecords = async ({ db, collection }: Source, query: SourceQuery): Promise<readonly SourceRecord[]> => {
  const { q, kind, role, limit, offset, key } = query
  const where = [sql`true`]
  if (key !== undefined) where.push(sql`key = ${key}`)
  if (q !== null) where.push(sql`coalesce(o.name, s.name) ILIKE ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
  if (kind !== null) where.push(sql`coalesce(o.kind, s.kind) = ${kind}`)
  // A description is not one source: those who are called "officials" in two documents need not be the same.
  if (key === undefined) where.push(role === 'unnamed' ? sql`NOT coalesce(s.named, true)` : sql`coalesce(s.named, true)`)
  if (role === 'outlet') where.push(sql`o.documents > 0`)
  if (role === 'speaker') where.push(sql`s.told > 0`)
  const { rows } = await sql<SourceRecord>`
    WITH placed AS (
      SELECT ${issuerKey('d')} AS issuer_key, d.issuer_name, d.issuer->>'kind' AS kind,
        row_number() OVER (PARTITION BY d.copy_group ORDER BY coalesce(d.published, '~'), d.at, d.id) AS place,
        count(*) OVER (PARTITION BY d.copy_group) AS sharing
      FROM documents d WHERE d.collection = ${collection}
    ), o AS (
      SELECT issuer_key AS key, min(issuer_name) AS name, min(kind) AS kind, count(*)::int AS documents,
        count(*) FILTER (WHERE sharing > 1 AND place = 1)::int AS first, count(*) FILTER (WHERE place > 1)::int AS copies
      FROM placed WHERE issuer_key IS NOT NULL GROUP BY issuer_key
    ), s AS (
      SELECT ${speakerKey('k')} AS key, min(speaker->>'words') AS name, min(speaker->>'kind') AS kind, max(speaker->>'actor') AS actor,
        bool_or((speaker->>'named')::boolean) AS named, count(*)::int AS claims,
        count(*) FILTER (WHERE NOT (speaker->>'own')::boolean)::int AS told,
        count(DISTINCT document) FILTER (WHERE NOT (speaker->>'own')::boolean)::int AS quoted
      FROM claims k WHERE collection = ${collection} AND (${speakerKey('k')} LIKE 'words:%' OR ${speakerKey('k')} LIKE 'actor:%') GROUP BY 1
    )
    SELECT key, coalesce(o.name, s.name) AS name, coalesce(o.kind, s.kind) AS kind, s.actor, coalesce(s.named, true) AS named,
      coalesce(o.documents, 0) AS documents, coalesce(o.first, 0) AS first, coalesce(o.copies, 0) AS copies,
      coalesce(s.quoted, 0) AS "quotedIn", coalesce(s.told, 0) AS told, coalesce(s.claims, 0) AS claims
    FROM o FULL JOIN s USING (key) WHERE ${sql.join(where, sql` AND `)}
    ORDER BY coalesce(o.documents, 0) + coalesce(s.quoted, 0) DESC, coalesce(s.claims, 0) DESC, key LIMIT ${limit + 1} OFFSET ${offset}`.execute(
    db,
  )
  return rows
}
