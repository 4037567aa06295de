import { sql } from 'kysely'
import type { SuggestionRow } from './rows.ts'
import type { Source } from './source.ts'
import type { Writer } from './write.ts'

export type SuggestionQuery = Readonly<{
  /** Pairs with this incident only; null: any. */
  incident: string | null
  limit: number
  after: readonly (string | number | null)[] | null
}>

/** Pairs that may be the same and that nobody has called different, likeliest first; one more than asked for when there are more. */
export const loadSuggestions = async ({ db, collection }: Source, query: SuggestionQuery): Promise<readonly SuggestionRow[]> => {
  const { incident, limit, after } = query
  const own = incident === null ? sql`` : sql`AND (s.a = ${incident} OR s.b = ${incident})`
  const place = after === null ? sql`` : sql`AND (-s.score, s.a, s.b) > (${-Number(after[0])}, ${String(after[1])}, ${String(after[2])})`
  const { rows } = await sql<SuggestionRow>`
    SELECT s.* FROM suggestions s WHERE s.collection = ${collection} AND s.answer IS DISTINCT FROM 'different' ${own} ${place}
    ORDER BY s.score DESC, s.a, s.b LIMIT ${limit + 1}`.execute(db)
  return rows
}

/** Keeps with a suggestion what a person said of the pair; null: nothing any more. */
export const answerSuggestion = async (
  { trx, collection }: Writer,
  [a, b]: readonly [string, string],
  answer: SuggestionRow['answer'],
): Promise<void> => {
  await sql`UPDATE suggestions SET answer = ${answer} WHERE collection = ${collection} AND a = ${a} AND b = ${b}`.execute(trx)
}

/** Takes the suggestions out that an incident stands in, and puts others in their place. */
export const putSuggestions = async ({ trx, collection }: Writer, incident: string, rows: readonly SuggestionRow[]): Promise<void> => {
  await sql`DELETE FROM suggestions WHERE collection = ${collection} AND (a = ${incident} OR b = ${incident})`.execute(trx)
  for (const { a, b, score, because, answer, at } of rows)
    await sql`INSERT INTO suggestions (collection, a, b, score, because, answer, at)
      VALUES (${collection}, ${a}, ${b}, ${score}, ${JSON.stringify(because)}::jsonb, ${answer}, ${at})
      ON CONFLICT (collection, a, b) DO UPDATE SET score = excluded.score, because = excluded.because, at = excluded.at`.execute(trx)
}
