import { type AddRequest, type AddResult, addDocument } from '../actions/add-document.ts'
import { getDocument } from '../actions/get-document.ts'
import { getIncident } from '../actions/get-incident.ts'
import { type JudgeRequest, judge } from '../actions/judge.ts'
import { type IncidentFilter, listIncidents } from '../actions/list-incidents.ts'
import { type MarkRequest, markClaim } from '../actions/mark-claim.ts'
import { type WithdrawRequest, withdrawJudgement } from '../actions/withdraw-judgement.ts'
import type { Workbench } from '../actions/workbench.ts'
import type { Judgement } from '../model/judgement.ts'
import type { ClaimRecord, DocumentRecord, IncidentCard, IncidentRecord, Page, ReviewRecord } from '../model/record.ts'

/** What the HTTP door can ask for: the actions, with the ledger already at hand. */
export type Desk = Readonly<{
  listIncidents: (filter: IncidentFilter) => Promise<Page<IncidentCard>>
  getIncident: (id: string) => Promise<IncidentRecord>
  getDocument: (id: string) => Promise<DocumentRecord>
  addDocument: (request: AddRequest) => Promise<AddResult>
  markClaim: (request: MarkRequest) => Promise<ClaimRecord>
  judge: (request: JudgeRequest) => Promise<ReviewRecord>
  withdraw: (request: WithdrawRequest) => Promise<Judgement>
}>

export const toDesk = (bench: Workbench): Desk => ({
  listIncidents: (filter) => listIncidents(bench.ledger, filter),
  getIncident: (id) => getIncident(bench.ledger, id),
  getDocument: (id) => getDocument(bench.ledger, id),
  addDocument: (request) => addDocument(bench, request),
  markClaim: (request) => markClaim(bench.ledger, request),
  judge: (request) => judge(bench.ledger, request),
  withdraw: (request) => withdrawJudgement(bench.ledger, request),
})
