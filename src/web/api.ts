import type {
  Agreement,
  CompareView,
  DocumentView,
  Facet,
  GridView,
  IncidentListView,
  IncidentMapView,
  IncidentTimeView,
  IncidentView,
  JudgeClaimRequest,
  Judged,
  MakeJudgementRequest,
  ManyDone,
  Mapping,
  MarkClaimRequest,
  Problem,
  ProblemBody,
  ReviewRecord,
  ReviewView,
  SheetResult,
  SuggestionListView,
  VictimListView,
} from '../server/wire.ts'
import { getPerson } from './parts/person.ts'
import { texts } from './texts.ts'

/** A problem that the server answered with, or that kept it from answering. */
export class ProblemError extends Error {
  readonly problem: Pick<Problem, 'message'> & { code: string }
  constructor(problem: Pick<Problem, 'message'> & { code: string }) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The headers of a request, with the name that judgements carry. */
export const headersOf = (more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
  const person = getPerson()
  return { ...more, ...(person ? { 'X-Casus-Person': encodeURIComponent(person) } : {}) }
}

/** Asks the server; a problem that it answers with is thrown. */
export const ask = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
  const headers = headersOf(init?.headers as Readonly<Record<string, string>> | undefined)
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ProblemError({ code: 'network', message: texts.problem.unreachable })
  })
  const body = (await response.json().catch(() => null)) as Answer | ProblemBody | null
  if (response.ok && body !== null) return body as Answer
  const problem = body !== null && typeof body === 'object' && 'problem' in body ? body.problem : undefined
  throw new ProblemError(problem ?? { code: 'network', message: `${response.status} ${response.statusText}` })
}

/** Sends JSON. */
export const send = <Answer>(path: string, body: unknown): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

export const segment = encodeURIComponent

/** What the list is narrowed to; the address bar holds the same. */
export const FILTER_KEYS = [
  'q',
  'from',
  'to',
  'type',
  'country',
  'status',
  'actor',
  'weapon',
  'killed_min',
  'killed_max',
  'differs',
  'origins',
  'box',
] as const
export type ListFilter = Readonly<Partial<Record<(typeof FILTER_KEYS)[number], string>>>

/** The filter as a query string, with what else is asked. */
export const toQuery = (filter: ListFilter, more: Readonly<Record<string, string | null>> = {}): string =>
  new URLSearchParams(
    [...FILTER_KEYS.map((key) => [key, filter[key] ?? ''] as const), ...Object.entries(more)].flatMap(([key, value]) =>
      value ? [[key, value]] : [],
    ),
  ).toString()

export const listIncidents = (filter: ListFilter, after: string | null): Promise<IncidentListView> =>
  ask(`/incidents.json?${toQuery(filter, { limit: '100', after })}`)

export const getMap = (filter: ListFilter, zoom: number, window: string): Promise<IncidentMapView> =>
  ask(`/map.json?${toQuery(filter, { zoom: String(zoom), window })}`)

export const getTimeline = (filter: ListFilter): Promise<IncidentTimeView> => ask(`/timeline.json?${toQuery(filter)}`)

export const listFacets = (filter: ListFilter): Promise<Readonly<{ facets: readonly Facet[] }>> => ask(`/facets.json?${toQuery(filter)}`)

/** `at`: as it stood then. */
export const getIncident = (id: string, at?: string): Promise<IncidentView> =>
  ask(`/incidents/${segment(id)}.json${at ? `?at=${segment(at)}` : ''}`)

export const getDocument = (id: string): Promise<DocumentView> => ask(`/documents/${segment(id)}.json`)

export const markClaim = (request: MarkClaimRequest): Promise<{ claim: string; incident: string }> => send('/api/claims', request)

export const judgeClaim = (claim: string, request: JudgeClaimRequest): Promise<ReviewRecord> =>
  send(`/api/claims/${segment(claim)}/judgements`, request)

export const withdrawJudgement = (judgement: string): Promise<unknown> => send(`/api/judgements/${segment(judgement)}/withdrawal`, {})

/** Any judgement that is not on a claim alone: pairs, merges, splits, choices, status, notes. */
export const makeJudgement = (request: MakeJudgementRequest): Promise<Judged> => send('/api/judgements', request)

/** Many judgements, one after the other; those that cannot be made are told by their places. */
export const makeJudgements = (judgements: readonly MakeJudgementRequest[]): Promise<ManyDone> =>
  send('/api/judgements/many', { judgements })

export const withdrawJudgements = (judgements: readonly string[]): Promise<ManyDone> => send('/api/withdrawals', { judgements })

/** Incidents that may be the same as this one. */
export const listSuggestions = (incident: string): Promise<SuggestionListView> =>
  ask(`/suggestions.json?incident=${segment(incident)}&limit=20`)

/** What waits for this person; `skip` holds what they have set aside. */
export const listReview = (incident: string | undefined, skip: readonly string[]): Promise<ReviewView> =>
  ask(`/review.json?${new URLSearchParams({ ...(incident ? { incident } : {}), ...(skip.length > 0 ? { skip: skip.join(',') } : {}) })}`)

export const leaveReview = (): Promise<unknown> => send('/api/review/leave', {})

export const getAgreement = (): Promise<Readonly<{ agreement: readonly Agreement[] }>> => ask('/agreement.json')

export const getCompare = (incident: string, a?: string, b?: string): Promise<CompareView> =>
  ask(`/compare.json?${new URLSearchParams({ incident, ...(a ? { a } : {}), ...(b ? { b } : {}) })}`)

export const listVictims = (filter: Readonly<{ incident?: string; q?: string }>, after: string | null): Promise<VictimListView> =>
  ask(`/victims.json?${new URLSearchParams({ ...filter, ...(after ? { after } : {}) })}`)

/** What the grid's address holds: the filters of the list, the order, the columns shown, or a saved view that says all this. */
export type GridSearch = ListFilter & Readonly<{ order?: string; columns?: string; view?: string }>

export const toGridQuery = ({ order, columns, view, ...filter }: GridSearch, after: string | null = null): string =>
  toQuery(filter, { order: order ?? null, columns: columns ?? null, view: view ?? null, after })

/** A page of the grid. */
export const listGrid = (search: GridSearch, after: string | null): Promise<GridView> => ask(`/grid.json?${toGridQuery(search, after)}`)

/** Brings in a sheet, or only tries to; without a mapping one is guessed. */
export const sendSheet = (file: File, mapping: Mapping | null, isTry: boolean): Promise<SheetResult> => {
  const body = new FormData()
  body.append('file', file)
  if (mapping) body.append('mapping', JSON.stringify(mapping))
  if (isTry) body.append('try', '1')
  return ask('/api/sheets', { method: 'POST', body })
}
