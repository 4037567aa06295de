import { sql } from 'kysely'
import type { SaidTie } from '../model/record.ts'
import type { Source } from './source.ts'

/** As many documents as a page of one actor shows. */
const MOST = 100

/** What documents say of the ties of an actor: whom it belongs to, and what belongs to it. */
export const listSaidTies = async ({ db, collection }: Source, actor: string): Promise<readonly SaidTie[]> => {
  const { rows } = await sql<SaidTie>`
    SELECT a.value->>'type' AS type, s.words AS subject, o.words AS object, a.value->>'from' AS from, a.value->>'until' AS until,
      coalesce(a.speaker->>'words', d.issuer_name, d.title, 'a document') AS "saidBy", a.words->>0 AS words, d.id AS document, d.title
    FROM mentions m JOIN affiliations a ON a.collection = m.collection AND a.document = m.document AND a.reading = m.reading
      AND m.id IN (a.value->>'subject', a.value->>'object')
    JOIN mentions s ON s.collection = a.collection AND s.document = a.document AND s.reading = a.reading AND s.id = a.value->>'subject'
    JOIN mentions o ON o.collection = a.collection AND o.document = a.document AND o.reading = a.reading AND o.id = a.value->>'object'
    JOIN documents d ON d.collection = a.collection AND d.id = a.document
    WHERE m.collection = ${collection} AND m.mention->>'actor' = ${actor}
    ORDER BY d.published NULLS LAST, d.at, d.id, a.ord LIMIT ${MOST}`.execute(db)
  return rows
}
