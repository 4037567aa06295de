import { sql } from 'kysely'
import type { Passage } from '../model/passage.ts'
import type { Source } from './source.ts'

export type CopyCandidate = Readonly<{ id: string; copy_group: string; text: string; passages: readonly Passage[] }>

/** Texts compared with a new one: a text with more look-alikes than this has its copies among the first ones too. */
const MOST_CANDIDATES = 24

/** Documents that may share text with one of these bands, or that are linked to one of these incidents. */
export const listCopyCandidates = async (
  { db, collection }: Source,
  bands: readonly number[],
  incidents: readonly string[],
): Promise<readonly CopyCandidate[]> => {
  const { rows } = await sql<CopyCandidate>`
    SELECT d.id, d.copy_group, d.text, d.passages FROM documents d WHERE d.collection = ${collection} AND d.id IN (
      (SELECT s.document FROM sketches s WHERE s.collection = ${collection} AND s.bands && ${bands}::bigint[]
        ORDER BY cardinality(ARRAY(SELECT unnest(s.bands) INTERSECT SELECT unnest(${bands}::bigint[]))) DESC LIMIT ${MOST_CANDIDATES})
      UNION
      (SELECT l.document FROM links l WHERE l.collection = ${collection} AND l.incident = ANY(${incidents}::text[])
        ORDER BY l.at DESC LIMIT ${MOST_CANDIDATES}))
    ORDER BY d.at, d.id`.execute(db)
  return rows
}
