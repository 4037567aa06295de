import { type RawBuilder, sql } from 'kysely'
import { type Judgement, type JudgementKind, standingPairs } from '../model/judgement.ts'
import type { Source } from './source.ts'

type Row = Omit<Judgement, 'withdrawn'> & Readonly<{ taker: string | null; taken: string | null; reason: string | null }>

const load = async ({ db, collection, at = null }: Source, where: RawBuilder<unknown>): Promise<readonly Judgement[]> => {
  const { rows } = await sql<Row>`
    SELECT j.id, j.kind, j.target, j.value, j.by, j.at, j.why, w.by AS taker, w.at AS taken, w.why AS reason
    FROM judgements j LEFT JOIN withdrawals w ON w.collection = j.collection AND w.target = j.id AND (${at}::timestamptz IS NULL OR w.at <= ${at})
    WHERE j.collection = ${collection} AND (${at}::timestamptz IS NULL OR j.at <= ${at}) AND ${where} ORDER BY j.at, j.id`.execute(db)
  return rows.map(({ taker, taken, reason, ...judgement }) => ({
    ...judgement,
    withdrawn: taken === null ? null : { by: taker ?? '', at: taken, why: reason },
  }))
}

/** Judgements on any of some targets, oldest first, withdrawn ones with their withdrawal. */
export const listJudgements = async (source: Source, targets: readonly string[]): Promise<readonly Judgement[]> =>
  targets.length === 0 ? [] : load(source, sql`j.target = ANY(${targets}::text[])`)

/** Judgements on pairs in which any of some incidents or documents stand, oldest first. */
export const listPairJudgements = async (source: Source, ids: readonly string[]): Promise<readonly Judgement[]> =>
  ids.length === 0
    ? []
    : load(
        source,
        sql`string_to_array(j.target, ' ') && ${ids}::text[] AND j.kind IN ('same', 'different', 'unsure') AND position(' ' IN j.target) > 0`,
      )

/** Pairs among some incidents that people have called different, by `pairTarget`. */
export const listApart = async (source: Source, incidents: readonly string[]): Promise<ReadonlySet<string>> => {
  const pairs = standingPairs(await listPairJudgements(source, incidents), 'incidents')
  return new Set([...pairs].flatMap(([pair, { answer }]) => (answer === 'different' ? [pair] : [])))
}

/** Judgements of some kinds, whatever they are about, oldest first. The kinds stand in the query, so that its small index is used. */
export const listJudgementsOf = (source: Source, kinds: readonly JudgementKind[]): Promise<readonly Judgement[]> =>
  load(source, sql`j.kind IN (${sql.join(kinds.map((kind) => sql.lit(kind)))})`)
