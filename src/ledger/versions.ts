import { sql } from 'kysely'
import type { DocumentRow, VersionRow } from './rows.ts'
import type { Source } from './source.ts'

/** The last document that came from an address. */
export const findLastFrom = async ({ db, collection }: Source, url: string): Promise<Pick<DocumentRow, 'id' | 'same_as'> | undefined> => {
  const { rows } = await sql<Pick<DocumentRow, 'id' | 'same_as'>>`
    SELECT id, same_as FROM documents WHERE collection = ${collection} AND md5(url) = md5(${url}) AND url = ${url}
    ORDER BY at DESC, id DESC LIMIT 1`.execute(db)
  return rows[0]
}

/** What a document took the place of, and what took its place. */
export const loadVersions = async (
  { db, collection }: Source,
  document: string,
): Promise<Readonly<{ replaces: VersionRow | null; replacedBy: VersionRow | null }>> => {
  const rows = await db
    .selectFrom('versions')
    .selectAll()
    .where('collection', '=', collection)
    .where(({ eb, or }) => or([eb('document', '=', document), eb('of', '=', document)]))
    .orderBy('at')
    .execute()
  return {
    replaces: rows.find((row) => row.document === document) ?? null,
    replacedBy: rows.findLast((row) => row.of === document) ?? null,
  }
}

/** A version with the incidents that the document before it speaks of. */
export type Superseded = Readonly<{
  document: string
  of: string
  reason: VersionRow['reason']
  at: string
  incidents: readonly Readonly<{ id: string; title: string; publication: string }>[]
}>

/** Documents whose page changed, last first, each with the incidents that rest on what stood there before. */
export const listSuperseded = async (
  { db, collection }: Source,
  { published, limit }: Readonly<{ published: boolean; limit: number }>,
): Promise<readonly Superseded[]> => {
  const { rows } = await sql<Superseded>`
    SELECT v.document, v.of, v.reason, v.at, coalesce((
      SELECT jsonb_agg(DISTINCT jsonb_build_object('id', c.incident, 'title', c.card->>'title', 'publication', c.publication))
      FROM links l JOIN cards c ON c.collection = ${collection} AND c.incident = l.incident
      WHERE l.collection = ${collection} AND l.document = v.of
        AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = ${collection} AND w.target = l.id)
        AND (NOT ${published}::boolean OR c.publication = 'published')), '[]') AS incidents
    FROM versions v WHERE v.collection = ${collection} ORDER BY v.at DESC, v.document DESC LIMIT ${limit}`.execute(db)
  return published ? rows.filter(({ incidents }) => incidents.length > 0) : rows
}
