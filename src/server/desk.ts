import { type AddResult, addDocument } from '../actions/add-document.ts'
import { getActor } from '../actions/get-actor.ts'
import { getDocument } from '../actions/get-document.ts'
import { getIncident } from '../actions/get-incident.ts'
import { getOriginal } from '../actions/get-original.ts'
import { getSettings, type Settings } from '../actions/get-settings.ts'
import { getSource } from '../actions/get-source.ts'
import { type JudgeRequest, judge } from '../actions/judge.ts'
import { type KeepRequest, type Kept, keepDocuments } from '../actions/keep-documents.ts'
import type { Judged } from '../actions/keep-judgement.ts'
import { type ActorFilter, listActors } from '../actions/list-actors.ts'
import { type DocumentLineFilter, listDocumentLines } from '../actions/list-document-lines.ts'
import { getGridSetup, listGrid } from '../actions/list-grid.ts'
import { type IncidentFilter, listIncidents } from '../actions/list-incidents.ts'
import { getAgreement, leaveReview, listReview, type ReviewQuery } from '../actions/list-review.ts'
import { listSources, type SourceFilter } from '../actions/list-sources.ts'
import { listSuggestions, type SuggestionFilter } from '../actions/list-suggestions.ts'
import { listSuperseded } from '../actions/list-superseded.ts'
import { listVictims, type VictimFilter } from '../actions/list-victims.ts'
import { type JudgementRequest, makeJudgement } from '../actions/make-judgement.ts'
import { type MarkRequest, markClaim } from '../actions/mark-claim.ts'
import { type Plan, planDocuments } from '../actions/plan-documents.ts'
import type { AddRequest } from '../actions/prepare-document.ts'
import { type ReadEvent, readDocuments } from '../actions/read-documents.ts'
import { importSheet, type SheetRequest, type SheetResult } from '../actions/sheet/import-sheet.ts'
import { listFacets, type MapSurvey, surveyMap, surveyTime, type TimeSurvey } from '../actions/survey-incidents.ts'
import { findToken, listTokens, makeToken, revokeToken } from '../actions/tokens.ts'
import { openTray } from '../actions/tray.ts'
import { type WithdrawRequest, withdrawJudgement } from '../actions/withdraw-judgement.ts'
import type { Workbench } from '../actions/workbench.ts'
import type { Original } from '../ledger/find-original.ts'
import type { Actor } from '../model/actor.ts'
import type { Judgement } from '../model/judgement.ts'
import type { ClaimRecord, DocumentRecord, IncidentCard, IncidentRecord, Page, ReviewRecord, SuggestionRecord } from '../model/record.ts'
import type { ActorView } from '../publish/actor-view.ts'
import type { Agreement } from '../publish/agreement.ts'
import type { GridSetup } from '../publish/grid-columns.ts'
import type { ReviewView } from '../publish/review-view.ts'
import type { VictimGroup } from '../publish/victim-list-view.ts'

/** What the HTTP door can ask for: the actions, with the ledger already at hand. */
export type Desk = Readonly<{
  listIncidents: (filter: IncidentFilter) => Promise<Page<IncidentCard>>
  listDocumentLines: (filter: DocumentLineFilter) => ReturnType<typeof listDocumentLines>
  listSources: (filter: SourceFilter) => ReturnType<typeof listSources>
  getSettings: () => Promise<Settings>
  getSource: (key: string) => ReturnType<typeof getSource>
  surveyMap: (filter: Parameters<typeof surveyMap>[1]) => Promise<MapSurvey>
  surveyTime: (filter: IncidentFilter) => Promise<TimeSurvey>
  listFacets: (filter: IncidentFilter) => ReturnType<typeof listFacets>
  getIncident: (id: string, at?: string | null) => Promise<IncidentRecord>
  listSuperseded: (query: Parameters<typeof listSuperseded>[1]) => ReturnType<typeof listSuperseded>
  getDocument: (id: string) => Promise<DocumentRecord>
  addDocument: (request: AddRequest) => Promise<AddResult>
  /** Reads into the tray: nothing is kept. */
  readDocuments: (request: AddRequest) => AsyncIterable<ReadEvent>
  planDocuments: (keys: readonly string[]) => Promise<Plan>
  keepDocuments: (request: KeepRequest) => Promise<readonly Kept[]>
  markClaim: (request: MarkRequest) => Promise<ClaimRecord>
  judge: (request: JudgeRequest) => Promise<ReviewRecord>
  makeJudgement: (request: JudgementRequest) => Promise<Judged>
  withdraw: (request: WithdrawRequest) => Promise<Judgement>
  listSuggestions: (filter: SuggestionFilter) => Promise<Page<SuggestionRecord>>
  listActors: (filter: ActorFilter) => Page<Actor>
  getActor: (id: string, on: string | null) => Promise<ActorView>
  listReview: (query: ReviewQuery) => Promise<ReviewView>
  leaveReview: (person: string) => Promise<void>
  getAgreement: () => Promise<readonly Agreement[]>
  listVictims: (filter: VictimFilter) => Promise<Page<VictimGroup>>
  getOriginal: (document: string) => Promise<Original>
  listGrid: (filter: IncidentFilter) => ReturnType<typeof listGrid>
  getGridSetup: () => Promise<GridSetup>
  makeToken: (request: Parameters<typeof makeToken>[1]) => ReturnType<typeof makeToken>
  listTokens: () => ReturnType<typeof listTokens>
  findToken: (secret: string) => ReturnType<typeof findToken>
  revokeToken: (id: string, by: string) => ReturnType<typeof revokeToken>
  importSheet: (request: SheetRequest) => Promise<SheetResult>
}>

export const toDesk = (bench: Workbench, tray = openTray()): Desk => ({
  listIncidents: (filter) => listIncidents(bench.ledger, filter),
  listDocumentLines: (filter) => listDocumentLines(bench.ledger, filter),
  listSources: (filter) => listSources(bench.ledger, filter),
  getSettings: () => getSettings(bench),
  getSource: (key) => getSource(bench.ledger, key),
  surveyMap: (filter) => surveyMap(bench.ledger, filter),
  surveyTime: (filter) => surveyTime(bench.ledger, filter),
  listFacets: (filter) => listFacets(bench.ledger, filter),
  getIncident: (id, at) => getIncident(bench.ledger, id, at),
  listSuperseded: (query) => listSuperseded(bench.ledger, query),
  getDocument: (id) => getDocument(bench.ledger, id),
  addDocument: (request) => addDocument(bench, request),
  readDocuments: (request) => readDocuments(bench, tray, request),
  planDocuments: (keys) => planDocuments(bench, tray, keys),
  keepDocuments: (request) => keepDocuments(bench, tray, request),
  markClaim: (request) => markClaim(bench.ledger, request),
  judge: (request) => judge(bench.ledger, request),
  makeJudgement: (request) => makeJudgement(bench.ledger, request),
  withdraw: (request) => withdrawJudgement(bench.ledger, request),
  listSuggestions: (filter) => listSuggestions(bench.ledger, filter),
  listActors,
  getActor: (id, on) => getActor(bench.ledger, id, on),
  listReview: (query) => listReview(bench.ledger, query),
  leaveReview: (person) => leaveReview(bench.ledger, person),
  getAgreement: () => getAgreement(bench.ledger),
  listVictims: (filter) => listVictims(bench.ledger, filter),
  getOriginal: (document) => getOriginal(bench.ledger, document),
  listGrid: (filter) => listGrid(bench.ledger, filter),
  getGridSetup: () => getGridSetup(bench.ledger),
  makeToken: (request) => makeToken(bench.ledger, request),
  listTokens: () => listTokens(bench.ledger),
  findToken: (secret) => findToken(bench.ledger, secret),
  revokeToken: (id, by) => revokeToken(bench.ledger, id, by),
  importSheet: (request) => importSheet(bench, request),
})
