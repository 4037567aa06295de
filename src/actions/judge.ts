import { findClaim } from '../ledger/find-claim.ts'
import { newId } from '../ledger/id.ts'
import { insertRows } from '../ledger/insert.ts'
import { listJudgements } from '../ledger/judgements.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { toStorable } from '../ledger/text.ts'
import { toReview } from '../ledger/to-records.ts'
import { write } from '../ledger/write.ts'
import type { Claim } from '../model/claim.ts'
import { CasusError } from '../model/problem.ts'
import type { ReviewRecord } from '../model/record.ts'
import { toEdited } from './check-value.ts'
import { refreshIncident } from './refresh-card.ts'

export type JudgeRequest = Readonly<{ claim: string; by: string; why?: string | null }> &
  (
    | Readonly<{ kind: 'accept' | 'reject' }>
    /** `value` may hold only what changes: `{ low: 24, high: 24 }`. */
    | Readonly<{ kind: 'edit'; value: Partial<Claim['value']> }>
  )

/** Who decides. Nothing is decided by nobody. Throws `request/invalid`. */
export const toPerson = (by: string): string => {
  const person = toStorable(by).trim()
  if (person === '') throw new CasusError('request/invalid', 'by must say who decides.')
  return person
}

/** Accepts, edits or rejects a claim; gives its review as it now stands. Throws `ledger/not-found`, `request/invalid`. */
export const judge = async (ledger: Ledger, request: JudgeRequest): Promise<ReviewRecord> => {
  const by = toPerson(request.by)
  const why = request.why ? toStorable(request.why) : null
  return write(ledger, async (writer) => {
    const { trx, collection, at } = writer
    const source = { db: trx, collection }
    const found = await findClaim(source, request.claim)
    if (!found) throw new CasusError('ledger/not-found', `There is no claim ${request.claim}.`)
    const { kind, claim: target } = request
    const value = request.kind === 'edit' ? toEdited(found.row.claim, request.value) : null
    const id = newId('j')
    await insertRows(trx, { judgements: [{ collection, id, kind, target, value, by, why, at }] })
    await writer.record({ kind: 'judged', subject: target, by, payload: { judgement: id, kind, target, value, why } })
    await refreshIncident(writer, found.incident)
    return toReview(await listJudgements(source, [target]))
  })
}
