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

/** Documents that may share text with one of these bands, or that are linked to one of these incidents. */
export const listCopyCandidates = async (
  { db, collection }: Source,
  bands: readonly number[],
  incidents: readonly string[],
): Promise<readonly CopyCandidate[]> => {
  const { rows } = await sql<CopyCandidate>`
    SELECT d.id, d.copy_group, left(d.text, ${MOST_TEXT}) AS text, d.passages FROM documents d WHERE d.collection = ${collection} AND d.id IN (
      (SELECT shared.document FROM unnest(${bands}::bigint[]) AS own(key) CROSS JOIN LATERAL (
          SELECT b.document FROM bands b WHERE b.collection = ${collection} AND b.key = own.key LIMIT ${MOST_OF_BAND}) shared
        GROUP BY shared.document ORDER BY count(*) DESC, shared.document LIMIT ${MOST_CANDIDATES})
      UNION
      (SELECT l.document FROM links l WHERE l.collection = ${collection} AND l.incident = ANY(${incidents}::text[])
        ORDER BY l.at DESC LIMIT ${MOST_CANDIDATES}))
    ORDER BY d.at, d.id`.execute(db)
  return rows
}
