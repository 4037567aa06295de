import type { Judgement } from '../model/judgement.ts'
import type { Source } from './source.ts'

/** Judgements on any of some targets, oldest first, withdrawn ones with their withdrawal. */
export const listJudgements = async ({ db, collection }: Source, targets: readonly string[]): Promise<readonly Judgement[]> => {
  if (targets.length === 0) return []
  const rows = await db
    .selectFrom('judgements as j')
    .leftJoin('withdrawals as w', (join) => join.onRef('w.collection', '=', 'j.collection').onRef('w.target', '=', 'j.id'))
    .select(['j.id', 'j.kind', 'j.target', 'j.value', 'j.by', 'j.at', 'j.why', 'w.by as taker', 'w.at as taken', 'w.why as reason'])
    .where('j.collection', '=', collection)
    .where('j.target', 'in', targets)
    .orderBy('j.at')
    .orderBy('j.id')
    .execute()
  return rows.map(({ taker, taken, reason, ...judgement }) => ({
    ...judgement,
    withdrawn: taken === null ? null : { by: taker ?? '', at: taken, why: reason },
  }))
}
