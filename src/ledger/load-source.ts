import { sql } from 'kysely'
import type { Figure } from '../model/claim.ts'
import type { Source } from './source.ts'
import { issuerKey, speakerKey } from './source-keys.ts'

/** Somebody that a source quotes, is quoted by, copies or is copied by, and how often. */
export type SourceTie = Readonly<{ key: string; name: string; documents: number; claims: number }>

/** A figure of killed in an incident of which the source gives one too. */
export type SourceFigure = Readonly<{
  incident: string
  title: string
  day: string | null
  key: string
  speaker: string | null
  document: string
  claim: string
  reading: number
  /** When the document was published; null: it does not say. */
  published: string | null
  figure: Figure
}>

export type SourceParts = Readonly<{
  quotes: readonly SourceTie[]
  quotedBy: readonly SourceTie[]
  copies: readonly SourceTie[]
  copiedBy: readonly SourceTie[]
  attributes: readonly Readonly<{ attribute: string; claims: number }>[]
  incidents: number
  figures: readonly SourceFigure[]
}>

/** Of each sort: more than a reader looks through. */
const MOST_TIES = 40
const MOST_INCIDENTS = 200

const standing = sql`NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = l.collection AND w.target = l.id)`

/** All that a source's page shows beside its numbers. */
export const loadSource = async ({ db, collection }: Source, key: string): Promise<SourceParts> => {
  const quotes = sql<SourceTie>`
    SELECT ${speakerKey('k')} AS key, min(k.speaker->>'words') AS name, count(DISTINCT k.document)::int AS documents, count(*)::int AS claims
    FROM documents d JOIN claims k ON k.collection = d.collection AND k.document = d.id
    WHERE d.collection = ${collection} AND ${issuerKey('d')} = ${key} AND NOT (k.speaker->>'own')::boolean AND k.speaker->>'words' IS NOT NULL
    GROUP BY 1 ORDER BY 4 DESC, 1 LIMIT ${MOST_TIES}`.execute(db)
  const quotedBy = sql<SourceTie>`
    SELECT coalesce(${issuerKey('d')}, '') AS key, coalesce(min(d.issuer_name), '') AS name, count(DISTINCT k.document)::int AS documents, count(*)::int AS claims
    FROM claims k JOIN documents d ON d.collection = k.collection AND d.id = k.document
    WHERE k.collection = ${collection} AND ${speakerKey('k')} = ${key} AND NOT (k.speaker->>'own')::boolean
    GROUP BY 1 ORDER BY 4 DESC, 1 LIMIT ${MOST_TIES}`.execute(db)
  const shared = (isCopy: boolean) =>
    sql<SourceTie>`
    WITH placed AS (
      SELECT ${issuerKey('d')} AS issuer_key, d.issuer_name, d.copy_group,
        row_number() OVER (PARTITION BY d.copy_group ORDER BY coalesce(d.published, '~'), d.at, d.id) AS place
      FROM documents d WHERE d.collection = ${collection} AND d.copy_group IN (
        SELECT o.copy_group FROM documents o WHERE o.collection = ${collection} AND ${issuerKey('o')} = ${key})
    )
    SELECT coalesce(b.issuer_key, '') AS key, coalesce(min(b.issuer_name), '') AS name, count(*)::int AS documents, 0 AS claims
    FROM placed a JOIN placed b ON b.copy_group = a.copy_group AND ${isCopy ? sql`b.place = 1 AND a.place > 1` : sql`a.place = 1 AND b.place > 1`}
    WHERE a.issuer_key = ${key} AND b.issuer_key IS DISTINCT FROM ${key} GROUP BY b.issuer_key ORDER BY 3 DESC, 1 LIMIT ${MOST_TIES}`.execute(
      db,
    )
  const attributes = sql<{ attribute: string; claims: number }>`
    SELECT attribute, count(*)::int AS claims FROM claims k WHERE collection = ${collection} AND ${speakerKey('k')} = ${key}
    GROUP BY attribute ORDER BY 2 DESC, 1`.execute(db)
  const incidents = sql<{ incidents: number }>`
    SELECT count(DISTINCT l.incident)::int AS incidents FROM claims k
    JOIN links l ON l.collection = k.collection AND l.document = k.document AND l.reading = k.reading AND l.local = k.incident
    WHERE k.collection = ${collection} AND ${speakerKey('k')} = ${key} AND ${standing}`.execute(db)
  const figures = sql<SourceFigure>`
    WITH own AS (
      SELECT DISTINCT l.incident FROM claims k
      JOIN links l ON l.collection = k.collection AND l.document = k.document AND l.reading = k.reading AND l.local = k.incident
      WHERE k.collection = ${collection} AND ${speakerKey('k')} = ${key} AND k.attribute = 'killed' AND ${standing} ORDER BY l.incident LIMIT ${MOST_INCIDENTS}
    )
    SELECT l.incident, n.card->>'title' AS title, n.day_from::text AS day, ${speakerKey('k')} AS key, k.speaker->>'words' AS speaker, k.document,
      k.id AS claim, k.reading, d.published, k.claim->'value' AS figure
    FROM own JOIN links l ON l.collection = ${collection} AND l.incident = own.incident AND ${standing}
    JOIN claims k ON k.collection = l.collection AND k.document = l.document AND k.reading = l.reading AND k.incident = l.local
    JOIN documents d ON d.collection = k.collection AND d.id = k.document
    JOIN cards n ON n.collection = l.collection AND n.incident = l.incident
    WHERE k.attribute = 'killed' AND k.modality IN ('asserted', 'alleged') AND k.claim->'value'->>'extent' = 'total'
      AND NOT EXISTS (SELECT FROM judgements j WHERE j.collection = k.collection AND j.kind = 'reject'
        AND j.target = k.document || '.' || k.reading || '.' || k.id
        AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = j.collection AND w.target = j.id))
    ORDER BY d.published, k.document, k.ord`.execute(db)
  const [a, b, c, d, e, f, g] = await Promise.all([quotes, quotedBy, shared(true), shared(false), attributes, incidents, figures])
  return {
    quotes: a.rows,
    quotedBy: b.rows,
    copies: c.rows,
    copiedBy: d.rows,
    attributes: e.rows,
    incidents: f.rows[0]?.incidents ?? 0,
    figures: g.rows,
  }
}
