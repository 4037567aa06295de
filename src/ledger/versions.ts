import { sql } from 'kysely'
import type { VersionRow } from './rows.ts'
import type { Source } from './source.ts'

/** The last document that came from each of some addresses. */
export const listLastFrom = async ({ db, collection }: Source, urls: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (urls.length === 0) return new Map()
  const { rows } = await sql<{ url: string; id: string }>`
    SELECT own.url, last.id FROM unnest(${urls}::text[]) AS own(url) CROSS JOIN LATERAL (
      SELECT d.id FROM documents d WHERE d.collection = ${collection} AND md5(d.url) = md5(own.url) AND d.url = own.url
      ORDER BY d.at DESC, d.id DESC LIMIT 1) last`.execute(db)
  return new Map(rows.map(({ url, id }) => [url, id]))
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
