import { findClaim } from '../ledger/find-claim.ts'
import { listJudgements } from '../ledger/judgements.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { toReview } from '../ledger/to-records.ts'
import { write } from '../ledger/write.ts'
import type { Claim } from '../model/claim.ts'
import { CasusError } from '../model/problem.ts'
import type { ReviewRecord } from '../model/record.ts'
import { toEdited } from './check-value.ts'
import { type Decided, keepJudgement } from './keep-judgement.ts'
import { refreshIncident } from './refresh-card.ts'

/** What can be decided about a claim. */
export type ClaimJudgement = Readonly<{ claim: string }> &
  (
    | Readonly<{ kind: 'accept' | 'reject' | 'unsure' }>
    /** `value` may hold only what changes: `{ low: 24, high: 24 }`. */
    | Readonly<{ kind: 'edit'; value: Partial<Claim['value']> }>
  )
export type JudgeRequest = ClaimJudgement & Decided

/** Accepts, edits or rejects a claim; gives its review as it now stands. Throws `ledger/not-found`, `request/invalid`. */
export const judge = async (ledger: Ledger, request: JudgeRequest): Promise<ReviewRecord> =>
  write(ledger, async (writer) => {
    const source = { db: writer.trx, collection: writer.collection }
    const { kind, claim: target, by, why = null } = request
    const found = await findClaim(source, target)
    if (!found) throw new CasusError('ledger/not-found', `There is no claim ${target}.`)
    const value = request.kind === 'edit' ? toEdited(found.row.claim, request.value) : null
    await keepJudgement(writer, { kind, target, value, by, why })
    await refreshIncident(writer, found.incident)
    return toReview(await listJudgements(source, [target]))
  })
