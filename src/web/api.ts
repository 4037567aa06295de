import type {
  AddResult,
  AddTextRequest,
  DocumentView,
  Facet,
  IncidentListView,
  IncidentMapView,
  IncidentTimeView,
  IncidentView,
  JudgeClaimRequest,
  MarkClaimRequest,
  Problem,
  ProblemBody,
  ReviewRecord,
} from '../server/wire.ts'
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

/** Asks the server; a problem that it answers with is thrown. */
export const ask = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
  const response = await fetch(path, init).catch(() => {
    throw new ProblemError({ code: 'network', message: texts.problem.unreachable })
  })
  const body = (await response.json().catch(() => null)) as Answer | ProblemBody | null
  if (response.ok && body !== null) return body as Answer
  const problem = body !== null && typeof body === 'object' && 'problem' in body ? body.problem : undefined
  throw new ProblemError(problem ?? { code: 'network', message: `${response.status} ${response.statusText}` })
}

const send = <Answer>(path: string, body: unknown): Promise<Answer> =>
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

export const getIncident = (id: string): Promise<IncidentView> => ask(`/incidents/${segment(id)}.json`)

export const getDocument = (id: string): Promise<DocumentView> => ask(`/documents/${segment(id)}.json`)

export const addText = (request: AddTextRequest): Promise<AddResult> => send('/api/documents', request)

export const addFile = (file: File): Promise<AddResult> => {
  const body = new FormData()
  body.append('file', file)
  return ask('/api/documents', { method: 'POST', body })
}

export const markClaim = (request: MarkClaimRequest): Promise<{ claim: string; incident: string }> => send('/api/claims', request)

export const judgeClaim = (claim: string, request: JudgeClaimRequest): Promise<ReviewRecord> =>
  send(`/api/claims/${segment(claim)}/judgements`, request)

export const withdrawJudgement = (judgement: string): Promise<unknown> => send(`/api/judgements/${segment(judgement)}/withdrawal`, {})
