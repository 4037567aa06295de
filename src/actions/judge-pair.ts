import type { Ledger } from '../ledger/ledger.ts'
import { loadSummaries } from '../ledger/load-links.ts'
import type { Source } from '../ledger/source.ts'
import { type Writer, write } from '../ledger/write.ts'
import { type PairAnswer, pairTarget } from '../model/judgement.ts'
import { CasusError } from '../model/problem.ts'
import { checkIncident } from './check-incident.ts'
import { type Decided, type Judged, keepJudgement } from './keep-judgement.ts'
import { mergeInto } from './merge-incidents.ts'
import { refreshIncident } from './refresh-card.ts'

type Pair = readonly [string, string]

/**
 * Whether two things are one. Two incidents that are the same are merged. Origins, scopes and victims are told apart by their keys
 * within one incident; `affiliated` is for origins only.
 */
export type PairRequest = Decided &
  (
    | Readonly<{ kind: Exclude<PairAnswer, 'affiliated'>; of: 'incidents' | 'documents'; pair: Pair }>
    | Readonly<{ kind: Exclude<PairAnswer, 'affiliated'>; of: 'scopes' | 'victims'; incident: string; pair: Pair }>
    | Readonly<{ kind: PairAnswer; of: 'origins'; incident: string; pair: Pair }>
  )

const toPair = ([a, b]: Pair): Pair => {
  if (a === b) throw new CasusError('request/invalid', 'pair: a thing is the same as itself.')
  return a < b ? [a, b] : [b, a]
}

const incidentsOf = async ({ db, collection }: Source, documents: readonly string[]): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('links')
    .select('incident')
    .where('collection', '=', collection)
    .where('document', 'in', documents)
    .execute()
  return [...new Set(rows.map(({ incident }) => incident))]
}

const judgeDocuments = async (writer: Writer, { kind, pair, by, why = null }: PairRequest): Promise<Judged> => {
  const source = { db: writer.trx, collection: writer.collection }
  const [a, b] = toPair(pair)
  const found = await loadSummaries(source, [a, b], { sameBytes: false })
  for (const id of [a, b])
    if (!found.some((document) => document.id === id)) throw new CasusError('ledger/not-found', `There is no document ${id}.`)
  const target = pairTarget(a, b)
  const judgement = await keepJudgement(writer, { kind, target, value: { of: 'documents', pair: [a, b] }, by, why })
  const incidents = await incidentsOf(
    source,
    found.map(({ id, sameAs }) => sameAs ?? id),
  )
  for (const incident of incidents) await refreshIncident(writer, incident)
  return { judgement, incidents }
}

const judgeIncidents = async (writer: Writer, { kind, pair, by, why = null }: PairRequest): Promise<Judged> => {
  const source = { db: writer.trx, collection: writer.collection }
  const [a, b] = toPair(pair)
  if (kind === 'same') return mergeInto(writer, { incidents: pair, by, why })
  for (const id of [a, b]) await checkIncident(source, id)
  const judgement = await keepJudgement(writer, { kind, target: pairTarget(a, b), value: { of: 'incidents', pair: [a, b] }, by, why })
  return { judgement, incidents: [a, b] }
}

/** Keeps what a person says of a pair. Throws `ledger/not-found`, `request/invalid`. */
export const judgePair = (ledger: Ledger, request: PairRequest): Promise<Judged> =>
  write(ledger, async (writer) => {
    if (!('incident' in request)) return request.of === 'incidents' ? judgeIncidents(writer, request) : judgeDocuments(writer, request)
    const { kind, of, incident, by, why = null } = request
    await checkIncident({ db: writer.trx, collection: writer.collection }, incident)
    const judgement = await keepJudgement(writer, { kind, target: incident, value: { of, pair: toPair(request.pair) }, by, why })
    await refreshIncident(writer, incident)
    return { judgement, incidents: [incident] }
  })
