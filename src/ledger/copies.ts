import { sql } from 'kysely'
import type { Passage } from '../model/passage.ts'
import type { Source } from './source.ts'

export type CopyCandidate = Readonly<{ id: string; copy_group: string; text: string; passages: readonly Passage[] }>

/** Texts compared with a new one: a text with more look-alikes than this has its copies among the first ones too. */
const MOST_CANDIDATES = 24

/** Characters of a text that are compared: more than the words that count. */
const MOST_TEXT = 400_000

/** Documents of one template (a form filled in thousands of times) share bands by the thousand; of each band so many are looked at. */
const MOST_OF_BAND = 8

/** A text whose copies are looked for: its bands, and the incidents it is linked to. */
export type CopyLookup = Readonly<{ bands: readonly number[]; incidents: readonly string[] }>

/** Documents that may share text with each of some others: with a band in common, or linked to an incident of theirs; first in first. */
export const listCopyCandidates = async (
  { db, collection }: Source,
  lookups: readonly CopyLookup[],
): Promise<readonly (readonly CopyCandidate[])[]> => {
  const bands = lookups.flatMap((one, n) => one.bands.map((key) => ({ n, key })))
  const incidents = lookups.flatMap((one, n) => one.incidents.map((incident) => ({ n, incident })))
  const near = await sql<{ n: number; document: string }>`
    SELECT n, document FROM (
      SELECT own.n, shared.document, row_number() OVER (PARTITION BY own.n ORDER BY count(*) DESC, shared.document) AS place
      FROM unnest(${bands.map(({ n }) => n)}::int[], ${bands.map(({ key }) => key)}::bigint[]) AS own(n, key) CROSS JOIN LATERAL (
        SELECT b.document FROM bands b WHERE b.collection = ${collection} AND b.key = own.key ORDER BY b.document LIMIT ${MOST_OF_BAND}) shared
      GROUP BY own.n, shared.document) ranked WHERE place <= ${MOST_CANDIDATES}
    UNION
    SELECT own.n, told.document
    FROM unnest(${incidents.map(({ n }) => n)}::int[], ${incidents.map(({ incident }) => incident)}::text[]) AS own(n, incident) CROSS JOIN LATERAL (
      SELECT l.document FROM links l WHERE l.collection = ${collection} AND l.incident = own.incident
      ORDER BY l.at DESC LIMIT ${MOST_CANDIDATES}) told`.execute(db)
  if (near.rows.length === 0) return lookups.map(() => [])
  const { rows } = await sql<CopyCandidate>`
    SELECT d.id, d.copy_group, left(d.text, ${MOST_TEXT}) AS text, d.passages FROM documents d
    WHERE d.collection = ${collection} AND d.id = ANY(${[...new Set(near.rows.map(({ document }) => document))]}::text[])
    ORDER BY d.at, d.id`.execute(db)
  const byLookup = Map.groupBy(near.rows, ({ n }) => n)
  return lookups.map((_, n) => {
    const own = new Set(byLookup.get(n)?.map(({ document }) => document))
    return rows.filter(({ id }) => own.has(id))
  })
}
