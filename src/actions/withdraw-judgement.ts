import { findClaim } from '../ledger/find-claim.ts'
import { insertRows } from '../ledger/insert.ts'
import { listJudgements } from '../ledger/judgements.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { toStorable } from '../ledger/text.ts'
import { write } from '../ledger/write.ts'
import type { Judgement } from '../model/judgement.ts'
import { CasusError } from '../model/problem.ts'
import { toPerson } from './judge.ts'
import { refreshIncident } from './refresh-card.ts'

export type WithdrawRequest = Readonly<{ judgement: string; by: string; why?: string | null }>

/** Undoes a judgement by a row of its own; what stood before it stands again. Throws `ledger/not-found`, `request/invalid`. */
export const withdrawJudgement = async (ledger: Ledger, request: WithdrawRequest): Promise<Judgement> => {
  const by = toPerson(request.by)
  const why = request.why ? toStorable(request.why) : null
  return write(ledger, async (writer) => {
    const { trx, collection, at } = writer
    const source = { db: trx, collection }
    const row = await trx
      .selectFrom('judgements')
      .select('target')
      .where('collection', '=', collection)
      .where('id', '=', request.judgement)
      .executeTakeFirst()
    if (!row) throw new CasusError('ledger/not-found', `There is no judgement ${request.judgement}.`)
    const find = async () => (await listJudgements(source, [row.target])).find(({ id }) => id === request.judgement)!
    if ((await find()).withdrawn) throw new CasusError('request/invalid', `The judgement ${request.judgement} was withdrawn before.`)
    await insertRows(trx, { withdrawals: [{ collection, target: request.judgement, kind: 'judgement', by, why, at }] })
    await writer.record({ kind: 'judgement-withdrawn', subject: row.target, by, payload: { judgement: request.judgement, why } })
    await refreshIncident(writer, (await findClaim(source, row.target))?.incident ?? null)
    return find()
  })
}
