import { sql } from 'kysely'
import type { Judgement } from '../model/judgement.ts'
import type { Passage } from '../model/passage.ts'
import type { IncidentCard } from '../model/record.ts'
import type { Source } from './source.ts'

/** Incidents looked at for a queue: those changed last. A person who works through them gets the next ones. */
const MOST_CARDS = 300

/** Incidents that hold claims nobody has checked, or whose tolls only one person has; last changed first. */
export const listUncheckedCards = async ({ db, collection }: Source): Promise<readonly IncidentCard[]> => {
  const { rows } = await sql<{ card: IncidentCard }>`
    SELECT card FROM cards WHERE collection = ${collection} ORDER BY updated DESC, incident DESC LIMIT ${MOST_CARDS}`.execute(db)
  return rows.map(({ card }) => card)
}

type TextRow = Readonly<{ id: string; text: string; passages: readonly Passage[] }>

/** The text and passages of some documents. */
export const loadTexts = async ({ db, collection }: Source, ids: readonly string[]): Promise<readonly TextRow[]> => {
  if (ids.length === 0) return []
  return db.selectFrom('documents').select(['id', 'text', 'passages']).where('collection', '=', collection).where('id', 'in', ids).execute()
}

/** Judgements on claims, newest last; of more than this many the oldest are left out. */
const MOST_JUDGEMENTS = 50_000

type OnClaim = Readonly<{ judgement: Judgement; attribute: string }>

/** Judgements on claims that stand, with what the claim is about: what agreement is counted from. */
export const listClaimJudgements = async ({ db, collection }: Source): Promise<readonly OnClaim[]> => {
  const { rows } = await sql<Omit<Judgement, 'withdrawn'> & { attribute: string }>`
    SELECT * FROM (
      SELECT j.id, j.kind, j.target, j.value, j.by, j.at, j.why, c.attribute
      FROM judgements j
      JOIN claims c ON c.collection = j.collection AND c.document = split_part(j.target, '.', 1)
        AND c.reading::text = split_part(j.target, '.', 2) AND c.id = split_part(j.target, '.', 3)
      WHERE j.collection = ${collection} AND j.kind IN ('accept', 'edit', 'reject')
      AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = j.collection AND w.target = j.id)
      ORDER BY j.at DESC, j.id DESC LIMIT ${MOST_JUDGEMENTS}) latest
    ORDER BY at, id`.execute(db)
  return rows.map(({ attribute, ...judgement }) => ({ judgement: { ...judgement, withdrawn: null }, attribute }))
}
