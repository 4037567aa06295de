import type { Ledger } from '../ledger/ledger.ts'
import type { Claim } from '../model/claim.ts'
import type { ReviewRecord } from '../model/record.ts'

export type JudgeRequest = Readonly<
  { claim: string; by: string; why?: string | null } & ({ kind: 'accept' | 'reject' } | { kind: 'edit'; value: Claim['value'] })
>

/** Accepts, edits or rejects a claim; gives its review as it now stands. Throws `ledger/not-found`, `request/invalid`. */
export declare const judge: (ledger: Ledger, request: JudgeRequest) => Promise<ReviewRecord>
