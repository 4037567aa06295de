import type { Ledger } from '../ledger/ledger.ts'
import { loadLinksOfIncidents } from '../ledger/load-links.ts'
import { relink } from '../ledger/relink.ts'
import { type Writer, write } from '../ledger/write.ts'
import { CasusError } from '../model/problem.ts'
import { checkIncident } from './check-incident.ts'
import { type Decided, type Judged, keepJudgement } from './keep-judgement.ts'
import { rebuildCard } from './rebuild-cards.ts'

/** Incidents that are one: the others go into the first. */
export type MergeRequest = Readonly<{ kind: 'merge'; incidents: readonly string[] }> & Decided

const BECAUSE = ['merged by a person']

/** Puts every telling of some incidents under the first of them. Throws `ledger/not-found`, `request/invalid`. */
export const mergeInto = async (writer: Writer, { incidents, by, why = null }: Omit<MergeRequest, 'kind'>): Promise<Judged> => {
  const source = { db: writer.trx, collection: writer.collection }
  const [target, ...others] = [...new Set(incidents)]
  if (target === undefined || others.length === 0) throw new CasusError('request/invalid', 'incidents: a merge needs two or more.')
  for (const id of [target, ...others]) await checkIncident(source, id)
  const links = await loadLinksOfIncidents(source, others)
  const moved = links.map(({ id, document, local, incident }) => ({ link: id, document, local, from: incident }))
  const judgement = await keepJudgement(writer, { kind: 'merge', target, value: { incidents: others }, by, why, more: { moved } })
  const moves = links.map((link) => ({ link, to: target, because: BECAUSE }))
  await relink(writer, moves, { by: judgement.by, judgement: judgement.id, why: judgement.why })
  for (const id of [target, ...others]) await rebuildCard(writer, id)
  return { judgement, incidents: [target] }
}

/** Merges incidents; withdrawing the judgement takes them apart again. Throws `ledger/not-found`, `request/invalid`. */
export const mergeIncidents = (ledger: Ledger, request: Omit<MergeRequest, 'kind'>): Promise<Judged> =>
  write(ledger, (writer) => mergeInto(writer, request))
