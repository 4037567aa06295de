import { sql } from 'kysely'
import type { Source } from './source.ts'

/** The words of some incidents that documents are mainly about, each incident's once: those with the least ids. */
export const sampleWords = async ({ db, collection }: Source, most: number): Promise<readonly (readonly string[])[]> => {
  const { rows } = await sql<{ words: readonly string[] }>`
    SELECT sheet->'words' AS words FROM cards WHERE collection = ${collection} AND (sheet->>'main')::boolean
    ORDER BY incident LIMIT ${most}`.execute(db)
  return rows.map(({ words }) => words)
}
