import { sql } from 'kysely'
import { findClaim } from '../ledger/find-claim.ts'
import { findClaimKey } from '../ledger/id.ts'
import { insertRows } from '../ledger/insert.ts'
import { listJudgements } from '../ledger/judgements.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { unlink } from '../ledger/relink.ts'
import type { LinkRow } from '../ledger/rows.ts'
import { toStorable } from '../ledger/text.ts'
import { type Writer, write } from '../ledger/write.ts'
import type { Judgement, PairValue, PartOfValue } from '../model/judgement.ts'
import { CasusError } from '../model/problem.ts'
import { toPerson } from './keep-judgement.ts'
import { rebuildCard } from './rebuild-cards.ts'
import { refreshIncident } from './refresh-card.ts'

/** `token`: what is taken back is a token; without it tokens are not found. */
export type WithdrawRequest = Readonly<{ judgement: string; by: string; why?: string | null; token?: true }>

type Made = LinkRow & Readonly<{ standing: boolean; later: string | null }>

/** The links that a judgement made, which of them stand, and which later judgement took each one's place. */
const listMade = async ({ trx, collection }: Writer, judgement: string): Promise<readonly Made[]> => {
  const { rows } = await sql<Made>`
    SELECT l.*, w.target IS NULL AS standing,
      (SELECT n.judgement FROM links n WHERE n.collection = l.collection AND n.document = l.document AND n.replaces = l.id
        AND n.judgement IS NOT NULL AND NOT EXISTS (SELECT FROM withdrawals v WHERE v.collection = n.collection AND v.target = n.id) LIMIT 1) AS later
    FROM links l LEFT JOIN withdrawals w ON w.collection = l.collection AND w.target = l.id
    WHERE l.collection = ${collection} AND l.judgement = ${judgement} ORDER BY l.at, l.id`.execute(trx)
  return rows
}

/** Takes a merge or a split apart: every telling goes back to where it stood. */
const undoLinks = async (writer: Writer, { id, target, value }: Judgement, by: string, why: string | null): Promise<void> => {
  const made = await listMade(writer, id)
  const later = made.find((link) => link.later !== null)?.later
  if (later) throw new CasusError('request/invalid', `The judgement ${later} was made on top of ${id}: withdraw that one first.`)
  const standing = made.filter((link) => link.standing).map(({ standing: _, later: __, ...link }) => link)
  const back = await unlink(writer, standing, { by, judgement: null, why })
  const into = value !== null && typeof value === 'object' && 'into' in value ? [String(value.into)] : []
  for (const incident of new Set([target, ...into, ...back])) await rebuildCard(writer, incident)
}

/** Brings the list up to date after a judgement that moved nothing was taken back. */
const refreshTarget = async (writer: Writer, { target, value }: Judgement): Promise<void> => {
  const { trx, collection } = writer
  if (findClaimKey(target)) return refreshIncident(writer, (await findClaim({ db: trx, collection }, target))?.incident ?? null)
  const pair = value as PairValue | null
  if (pair?.of === 'incidents') return
  const incidents = pair?.of === 'documents' ? await incidentsOf(writer, pair.pair) : [target, (value as PartOfValue | null)?.parent]
  for (const incident of incidents) await refreshIncident(writer, incident ?? null)
}

const incidentsOf = async ({ trx, collection }: Writer, documents: readonly string[]): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom('links')
    .select('incident')
    .where('collection', '=', collection)
    .where('document', 'in', documents)
    .execute()
  return [...new Set(rows.map(({ incident }) => incident))]
}

/** Undoes a judgement by a row of its own; what stood before it stands again. Throws `ledger/not-found`, `request/invalid`. */
export const withdrawJudgement = async (ledger: Ledger, request: WithdrawRequest): Promise<Judgement> => {
  const by = toPerson(request.by)
  const why = request.why ? toStorable(request.why) : null
  return write(ledger, async (writer) => {
    const { trx, collection, at } = writer
    const source = { db: trx, collection }
    const row = await trx
      .selectFrom('judgements')
      .select(['target', 'kind'])
      .where('collection', '=', collection)
      .where('id', '=', request.judgement)
      .executeTakeFirst()
    if (!row || (row.kind === 'token') !== (request.token === true))
      throw new CasusError('ledger/not-found', `There is no judgement ${request.judgement}.`)
    const find = async () => (await listJudgements(source, [row.target])).find(({ id }) => id === request.judgement)!
    const judgement = await find()
    if (judgement.withdrawn) throw new CasusError('request/invalid', `The judgement ${request.judgement} was withdrawn before.`)
    await insertRows(trx, { withdrawals: [{ collection, target: request.judgement, kind: 'judgement', by, why, at }] })
    await writer.record({ kind: 'judgement-withdrawn', subject: row.target, by, payload: { judgement: request.judgement, why } })
    if (judgement.kind === 'merge' || judgement.kind === 'split') await undoLinks(writer, judgement, by, why)
    else await refreshTarget(writer, judgement)
    return find()
  })
}
