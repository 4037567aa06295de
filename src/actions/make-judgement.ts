import { listJudgements } from '../ledger/judgements.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type JudgeRequest, judge } from './judge.ts'
import { type GridRequest, judgeGrid } from './judge-grid.ts'
import { type IncidentRequest, judgeIncident } from './judge-incident.ts'
import { judgePair, type PairRequest } from './judge-pair.ts'
import type { Judged } from './keep-judgement.ts'
import { type MergeRequest, mergeIncidents } from './merge-incidents.ts'
import { type SplitRequest, splitIncident } from './split-incident.ts'

/** Every judgement there is. */
export type JudgementRequest = JudgeRequest | PairRequest | MergeRequest | SplitRequest | IncidentRequest | GridRequest

const judgeClaim = async (ledger: Ledger, request: JudgeRequest): Promise<Judged> => {
  const { judgement } = await judge(ledger, request)
  const all = await listJudgements({ db: ledger.db, collection: ledger.collection }, [request.claim])
  return { judgement: all.find(({ id }) => id === judgement)!, incidents: [] }
}

/** Keeps a judgement, whatever it is about. Throws `ledger/not-found`, `request/invalid`. */
export const makeJudgement = (ledger: Ledger, request: JudgementRequest): Promise<Judged> => {
  if ('claim' in request) return judgeClaim(ledger, request)
  switch (request.kind) {
    case 'merge':
      return mergeIncidents(ledger, request)
    case 'split':
      return splitIncident(ledger, request)
    case 'choose':
    case 'status':
    case 'grade':
    case 'part-of':
    case 'note':
      return judgeIncident(ledger, request)
    case 'cell':
    case 'column':
    case 'view':
      return judgeGrid(ledger, request)
    default:
      return judgePair(ledger, request)
  }
}
