import type { Source } from './source.ts'

/** The bytes of a document as they came in. */
export type Original = Readonly<{ bytes: Uint8Array; mediaType: string | null; sha256: string; fileName: string | null }>

/** Finds the bytes that a document was read from. */
export const findOriginalBytes = async ({ db, collection }: Source, document: string): Promise<Original | undefined> => {
  const row = await db
    .selectFrom('documents as d')
    .innerJoin('contents as c', (join) => join.onRef('c.collection', '=', 'd.collection').onRef('c.sha256', '=', 'd.content'))
    .leftJoin('captures as k', (join) => join.onRef('k.collection', '=', 'd.collection').onRef('k.document', '=', 'd.id'))
    .select(['c.bytes', 'c.media_type', 'c.sha256', 'k.file_name'])
    .where('d.collection', '=', collection)
    .where('d.id', '=', document)
    .limit(1)
    .executeTakeFirst()
  return row && { bytes: row.bytes, mediaType: row.media_type, sha256: row.sha256, fileName: row.file_name }
}
