import type { Problem } from '../model/problem.ts'
import type { CaptureMethod } from '../model/record.ts'
import type { Input, Workbench } from './workbench.ts'

export type AddRequest = Readonly<{
  input: Input
  method: CaptureMethod
  operator?: string | null
}>

/** `new`: read and kept · `copy`: the same bytes from another address or issuer, kept and not read again · `present`: nothing was added. */
export type AddedDocument = Readonly<{
  outcome: 'new' | 'copy' | 'present'
  document: string
  title: string | null
  copyGroup: string
  /** Ledger incidents it speaks of, main one first. `fresh`: not in the ledger before. */
  incidents: readonly Readonly<{ id: string; local: string; title: string; fresh: boolean; because: readonly string[] }>[]
  claims: number
  problems: readonly Problem[]
}>

export type AddResult = Readonly<{ documents: readonly AddedDocument[]; problems: readonly Problem[] }>

/** Takes bytes into the ledger: every document in them is read, linked and kept in a transaction of its own, whole or not at all. */
export declare const addDocument: (bench: Workbench, request: AddRequest) => Promise<AddResult>
