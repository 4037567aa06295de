import { sql } from 'kysely'
import type { SuggestionRow } from './rows.ts'
import type { Source } from './source.ts'
import { toJson } from './text.ts'
import type { Writer } from './write.ts'

export type SuggestionQuery = Readonly<{
  /** Pairs with this incident only; null: any. */
  incident: string | null
  limit: number
  after: readonly (string | number | null)[] | null
}>

/** A pair that may be the same, with what a person last said of it. */
export type FoundSuggestion = SuggestionRow & Readonly<{ answer: 'unsure' | 'different' | null }>

/** What a person said last of a pair of incidents and has not withdrawn. */
const ANSWER = sql`(SELECT j.kind FROM judgements j WHERE j.collection = s.collection AND j.target = s.a || ' ' || s.b
  AND j.kind IN ('different', 'unsure') AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = j.collection AND w.target = j.id)
  ORDER BY j.at DESC, j.id DESC LIMIT 1)`

/** Pairs that may be the same and that nobody has called different, likeliest first; one more than asked for when there are more. */
export const loadSuggestions = async ({ db, collection }: Source, query: SuggestionQuery): Promise<readonly FoundSuggestion[]> => {
  const { incident, limit, after } = query
  const own = incident === null ? sql`` : sql`AND (s.a = ${incident} OR s.b = ${incident})`
  const place = after === null ? sql`` : sql`AND (-s.score, s.a, s.b) > (${-Number(after[0])}, ${String(after[1])}, ${String(after[2])})`
  const { rows } = await sql<FoundSuggestion>`
    SELECT s.*, ${ANSWER} AS answer FROM suggestions s
    WHERE s.collection = ${collection} AND ${ANSWER} IS DISTINCT FROM 'different' ${own} ${place}
    ORDER BY s.score DESC, s.a, s.b LIMIT ${limit + 1}`.execute(db)
  return rows
}

/** Takes out the suggestions in which any of some incidents stand. */
export const dropSuggestions = async ({ trx, collection }: Writer, incidents: readonly string[]): Promise<void> => {
  if (incidents.length === 0) return
  await sql`DELETE FROM suggestions WHERE collection = ${collection} AND (a = ANY(${incidents}::text[]) OR b = ANY(${incidents}::text[]))`.execute(
    trx,
  )
}

type Found = Readonly<{ pair: readonly [string, string]; score: number; because: readonly string[] }>

/** Puts pairs that may be the same into the index, in the place of what stood of them there. */
export const putSuggestions = async ({ trx, collection, at }: Writer, found: readonly Found[]): Promise<void> => {
  if (found.length === 0) return
  const rows: readonly SuggestionRow[] = found.map(({ pair: [a, b], score, because }) => ({ collection, a, b, score, because, at }))
  await sql`INSERT INTO suggestions (collection, a, b, score, because, at)
    SELECT collection, a, b, score, because, at FROM json_populate_recordset(null::suggestions, ${toJson(rows)}::json)
    ON CONFLICT (collection, a, b) DO UPDATE SET score = excluded.score, because = excluded.because, at = excluded.at`.execute(trx)
}
