import { sha256 } from '../ledger/id.ts'
import type { Problem } from '../model/problem.ts'
import { mainIncident } from '../model/reading.ts'
import type { Ready } from './append-found.ts'
import { type AddRequest, prepare, toUnexpected } from './prepare-document.ts'
import type { Tray } from './tray.ts'
import type { FoundDocument, Workbench } from './workbench.ts'

/** What was read in a document that is not kept yet. */
export type Reading = Readonly<{
  /** Under which the tray holds it; the same for the same bytes with the same facts. */
  key: string
  title: string | null
  publisher: string | null
  /** ISO 8601; null: the document does not say. */
  published: string | null
  /** BCP 47; null where the ledger holds the bytes already and nothing was read. */
  language: string | null
  claims: number
  /** Titles of what it tells of, the main one first. */
  incidents: readonly string[]
  problems: readonly Problem[]
}>

/** What is told while documents are read. `opened`: how many were found in the bytes. */
export type ReadEvent =
  | Readonly<{ kind: 'opened'; documents: number }>
  | Readonly<{ kind: 'read'; reading: Reading }>
  | Readonly<{ kind: 'failed'; problems: readonly Problem[] }>

const toKey = ({ content, found, capture }: Ready): string => sha256(JSON.stringify([content.sha256, found.facts, capture.fileName]))

const toReading = (ready: Ready): Reading => {
  const { analysis, found } = ready
  const facts = { title: found.facts.title ?? null, publisher: found.facts.publisher ?? null, published: found.facts.published ?? null }
  if (!analysis) return { key: toKey(ready), ...facts, language: null, claims: 0, incidents: [], problems: found.problems }
  const { document, incidents, claims, problems } = analysis
  const main = mainIncident(analysis)?.id
  return {
    key: toKey(ready),
    title: document.title,
    publisher: document.issuer.name,
    published: document.published,
    language: document.language,
    claims: claims.length,
    incidents: incidents.toSorted((a, b) => Number(b.id === main) - Number(a.id === main)).map(({ title }) => title),
    problems,
  }
}

type Opened = Readonly<{ found: readonly FoundDocument[]; problems: readonly Problem[] }>

const open = async (bench: Workbench, { input }: AddRequest): Promise<Opened> => {
  try {
    return { found: await bench.find(input), problems: [] }
  } catch (error) {
    return { found: [], problems: toUnexpected(error) }
  }
}

/** Reads every document in some bytes into the tray and keeps nothing: tells of each as it is read. */
export async function* readDocuments(bench: Workbench, tray: Tray, request: AddRequest): AsyncGenerator<ReadEvent> {
  const { found, problems } = await open(bench, request)
  if (problems.length > 0) yield { kind: 'failed', problems }
  yield { kind: 'opened', documents: found.length }
  for (const one of found) {
    const prepared = await prepare(bench, one, request)
    if ('problems' in prepared) yield { kind: 'failed', problems: prepared.problems }
    else {
      const reading = toReading(prepared.ready)
      tray.put(reading.key, prepared.ready)
      yield { kind: 'read', reading }
    }
  }
}
