import type { Ledger } from '../ledger/ledger.ts'
import type { Judgement } from '../model/judgement.ts'

export type WithdrawRequest = Readonly<{ judgement: string; by: string; why?: string | null }>

/** Undoes a judgement by a row of its own; what stood before it stands again. Throws `ledger/not-found`. */
export declare const withdrawJudgement: (ledger: Ledger, request: WithdrawRequest) => Promise<Judgement>
