import { listCards } from '../ledger/cards.ts'
import { sha256 } from '../ledger/id.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { isHeld } from '../ledger/list-by-content.ts'
import { loadLinksOfDocuments } from '../ledger/load-links.ts'
import type { DocumentRow } from '../ledger/rows.ts'
import { isLedgerTrouble } from '../ledger/trouble.ts'
import { write } from '../ledger/write.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { CaptureMethod } from '../model/record.ts'
import { type Appended, appendFound, type Ready, type Replaced } from './append-found.ts'
import { inRuns } from './in-runs.ts'
import type { Linked } from './link-document.ts'
import type { FoundDocument, Input, Workbench } from './workbench.ts'

export type AddRequest = Readonly<{ input: Input; method: CaptureMethod; operator?: string | null }>

/** `new`: read and kept · `copy`: the same bytes from another address or issuer, kept and not read again · `present`: nothing was added. */
export type AddedDocument = Readonly<{
  outcome: 'new' | 'copy' | 'present'
  document: string
  title: string | null
  copyGroup: string
  /** The document whose text this one shares; null: nobody's. */
  copyOf: string | null
  /** The document whose place it took: the one that came from the same address before; null: none. */
  replaces?: Replaced | null
  /** Ledger incidents it speaks of, main one first. */
  incidents: readonly Linked[]
  claims: number
  problems: readonly Problem[]
}>

/** `problems`: of what could not be added. */
export type AddResult = Readonly<{ documents: readonly AddedDocument[]; problems: readonly Problem[] }>

type Shared = Pick<AddedDocument, 'document' | 'title' | 'copyGroup'>

const toShared = ({ id, title, copy_group }: DocumentRow): Shared => ({ document: id, title, copyGroup: copy_group })

/** What the ledger knows of a document whose bytes it holds. */
const toHeld = async ({ db, collection }: Ledger, row: DocumentRow): Promise<Omit<AddedDocument, 'outcome'>> => {
  const source = { db, collection }
  const read = row.same_as ?? row.id
  const links = await loadLinksOfDocuments(source, [read])
  const cards = await listCards(
    source,
    links.map(({ incident }) => incident),
  )
  const titles = new Map(cards.map(({ id, title }) => [id, title]))
  const { claims } = await db
    .selectFrom('claims')
    .select(({ fn }) => fn.countAll<number>().as('claims'))
    .where('collection', '=', collection)
    .where('document', '=', read)
    .executeTakeFirstOrThrow()
  const incidents = links.map(({ incident, local, because }) => ({
    id: incident,
    local,
    title: titles.get(incident) ?? '',
    fresh: false,
    because,
  }))
  return { ...toShared(row), copyOf: row.same_as, incidents, claims, problems: [] }
}

const NOTHING_TO_READ: Problem = problem('document/empty', 'The document holds no text.')

/** What is left to do with a document that was found: to keep it, or to tell why it cannot be. */
type Prepared = Readonly<{ ready: Ready } | { problems: readonly Problem[] }>

const toUnexpected = (error: unknown): readonly Problem[] => [
  problem('internal/unexpected', error instanceof Error ? error.message : String(error)),
]

const toReady = (bench: Workbench, found: FoundDocument, { input, method, operator = null }: AddRequest): Ready => ({
  found,
  content: { sha256: sha256(found.bytes), bytes: found.bytes, mediaType: found.mediaType },
  capture: { method, fileName: input.fileName, tool: bench.engine, operator },
  engine: bench.engine,
  analysis: null,
})

/** Reads a document, unless the ledger holds it. Before the ledger is locked: reading is what takes time. */
const prepare = async (bench: Workbench, found: FoundDocument, request: AddRequest): Promise<Prepared> => {
  const ready = toReady(bench, found, request)
  if (await isHeld(bench.ledger, ready.content.sha256)) return { ready }
  if (!found.extract) return { problems: found.problems.length > 0 ? found.problems : [NOTHING_TO_READ] }
  try {
    const analysis = await found.extract()
    if (/\S/.test(analysis.document.text)) return { ready: { ...ready, analysis } }
    return { problems: analysis.problems.length > 0 ? analysis.problems : [NOTHING_TO_READ] }
  } catch (error) {
    return { problems: toUnexpected(error) }
  }
}

const toAdded = async (ledger: Ledger, appended: Appended): Promise<AddedDocument | readonly Problem[]> => {
  if (appended.outcome === 'unread') return [NOTHING_TO_READ]
  if (appended.outcome !== 'new') return { outcome: appended.outcome, ...(await toHeld(ledger, appended.row)) }
  const { row, of, replaces, incidents, analysis } = appended
  return { outcome: 'new', ...toShared(row), copyOf: of, replaces, incidents, claims: analysis.claims.length, problems: analysis.problems }
}

/** Keeps some documents in one transaction; where that fails, each in one of its own, so that only those that cannot be kept are not. */
const append = async (ledger: Ledger, all: readonly Ready[]): Promise<readonly (AddedDocument | readonly Problem[])[]> => {
  try {
    const appended = all.length > 0 ? await write(ledger, (writer) => appendFound(writer, all)) : []
    return await Promise.all(appended.map((one) => toAdded(ledger, one)))
  } catch (error) {
    if (isLedgerTrouble(error)) throw error
    if (all.length <= 1) return [toUnexpected(error)]
    const alone: (AddedDocument | readonly Problem[])[] = []
    for (const one of all) alone.push(...(await append(ledger, [one])))
    return alone
  }
}

/** Bytes that one transaction takes, and documents: enough that the cost of a transaction is shared, not so many that others wait. */
const MOST_BYTES = 8_000_000
const MOST_DOCUMENTS = 16
/** Documents that are found, being read or waiting to be kept. */
const AHEAD = 48
const OPENED_AHEAD = 4

/** A document of a request, or (null) the request's end. */
type Step = Readonly<{ request: AddRequest; found: FoundDocument | null }>

async function* stepsOf(bench: Workbench, requests: AsyncIterable<AddRequest> | Iterable<AddRequest>): AsyncGenerator<Step> {
  const opened = inRuns(requests, async (request) => ({ request, all: await bench.find(request.input) }), {
    width: OPENED_AHEAD,
    longest: 1,
  })
  for await (const run of opened)
    for (const { request, all } of run) {
      for (const found of all) yield { request, found }
      yield { request, found: null }
    }
}

type Done = Readonly<{ prepared: Prepared | null }>

/** Cuts a run of documents where it would be too much for one transaction. */
const inParts = (run: readonly Done[]): readonly (readonly Done[])[] => {
  const parts: Done[][] = [[]]
  let bytes = 0
  for (const one of run) {
    const size = one.prepared && 'ready' in one.prepared ? one.prepared.ready.content.bytes.length : 0
    if (bytes + size > MOST_BYTES && parts.at(-1)!.length > 0) {
      parts.push([])
      bytes = 0
    }
    bytes += size
    parts.at(-1)!.push(one)
  }
  return parts
}

const readyOf = ({ prepared }: Done): readonly Ready[] => (prepared && 'ready' in prepared ? [prepared.ready] : [])

/**
 * Takes bytes into the ledger, input by input: every document in them is read, linked and kept whole or not at all, in the order
 * given. Several are read at a time, and those that are ready are kept together. Gives a result for each request once all its documents
 * are kept. Throws when the ledger is in trouble: what was told of till then is kept.
 */
export async function* addDocuments(
  bench: Workbench,
  requests: AsyncIterable<AddRequest> | Iterable<AddRequest>,
): AsyncGenerator<AddResult> {
  const prepareStep = async ({ request, found }: Step): Promise<Done> => ({
    prepared: found && (await prepare(bench, found, request)),
  })
  let documents: AddedDocument[] = []
  let problems: Problem[] = []
  for await (const run of inRuns(stepsOf(bench, requests), prepareStep, { width: AHEAD, longest: MOST_DOCUMENTS }))
    for (const part of inParts(run)) {
      const results = [...(await append(bench.ledger, part.flatMap(readyOf)))]
      for (const { prepared } of part) {
        if (prepared === null) {
          yield { documents, problems }
          documents = []
          problems = []
        } else {
          const result = 'ready' in prepared ? results.shift()! : prepared.problems
          if ('outcome' in result) documents.push(result)
          else problems.push(...result)
        }
      }
    }
}

/** Takes one input into the ledger. */
export const addDocument = async (bench: Workbench, request: AddRequest): Promise<AddResult> => {
  for await (const result of addDocuments(bench, [request])) return result
  return { documents: [], problems: [] }
}
