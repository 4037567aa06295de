import { type Capture, type Content, insertDocument, insertSameBytes } from '../ledger/append-document.ts'
import { listCards } from '../ledger/cards.ts'
import { sha256 } from '../ledger/id.ts'
import { insertRows } from '../ledger/insert.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findSameSource, listByContent } from '../ledger/list-by-content.ts'
import { loadLinksOfDocuments } from '../ledger/load-links.ts'
import type { DocumentRow } from '../ledger/rows.ts'
import { type Writer, write } from '../ledger/write.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { Analysis } from '../model/reading.ts'
import type { CaptureMethod } from '../model/record.ts'
import { findOriginal } from './find-original.ts'
import { type Linked, linkDocument, proposeLinks } from './link-document.ts'
import { refreshIncident } from './refresh-card.ts'
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

type Job = Readonly<{ bench: Workbench; found: FoundDocument; content: Content; capture: Capture }>

/** Bytes that the ledger holds: nothing is added when they come from a source it knows. */
const addSameBytes = async ({ bench: { ledger }, found: { facts }, content, capture }: Job): Promise<AddedDocument> => {
  const row = await write(ledger, async (writer) => {
    const held = await listByContent({ db: writer.trx, collection: writer.collection }, content.sha256)
    const same = findSameSource(held, facts)
    if (same) return { outcome: 'present', row: same } as const
    const { document, capture: captured } = await insertSameBytes(writer, { of: held[0]!, facts, capture })
    await writer.record({
      kind: 'capture-added',
      subject: document.id,
      by: capture.operator,
      payload: { document: document.id, content: content.sha256, capture: captured, sameAs: document.same_as },
    })
    const links = await loadLinksOfDocuments({ db: writer.trx, collection: writer.collection }, [document.same_as!])
    for (const incident of new Set(links.map((link) => link.incident))) await refreshIncident(writer, incident)
    return { outcome: 'copy', row: document } as const
  })
  return { outcome: row.outcome, ...(await toHeld(ledger, row.row)) }
}

const addNew = async (writer: Writer, { bench, content, capture }: Job, analysis: Analysis): Promise<AddedDocument> => {
  const { trx, collection, at } = writer
  const source = { db: trx, collection }
  const proposal = await proposeLinks(writer, analysis)
  const near = proposal.matches.flatMap(({ incident }) => incident ?? [])
  const { of, bands } = await findOriginal(source, analysis.document, near)
  const {
    document,
    capture: captured,
    analysisHash,
  } = await insertDocument(writer, {
    analysis,
    content,
    capture,
    copyGroup: of?.copyGroup ?? null,
    engine: bench.engine,
  })
  await insertRows(trx, {
    bands: bands.map((key) => ({ collection, key, document: document.id })),
    copies: of ? [{ collection, document: document.id, of: of.id, share: of.share, at }] : [],
  })
  const incidents = await linkDocument(writer, document.id, analysis, proposal)
  await writer.record({
    kind: 'document-added',
    subject: document.id,
    by: capture.operator,
    payload: {
      document: document.id,
      content: content.sha256,
      capture: captured,
      engine: bench.engine,
      analysis: analysisHash,
      incidents: incidents.map(({ id, local, fresh }) => ({ id, local, fresh })),
    },
  })
  return {
    outcome: 'new',
    ...toShared(document),
    copyOf: of?.id ?? null,
    incidents,
    claims: analysis.claims.length,
    problems: analysis.problems,
  }
}

const NOTHING_TO_READ: Problem = problem('document/empty', 'The document holds no text.')

const addFound = async (job: Job): Promise<AddedDocument | readonly Problem[]> => {
  const { bench, found, content } = job
  const { db, collection } = bench.ledger
  if ((await listByContent({ db, collection }, content.sha256)).length > 0) return addSameBytes(job)
  if (!found.extract) return found.problems.length > 0 ? found.problems : [NOTHING_TO_READ]
  // Read before the ledger is locked: reading is what takes time.
  const analysis = await found.extract()
  if (!/\S/.test(analysis.document.text)) return analysis.problems.length > 0 ? analysis.problems : [NOTHING_TO_READ]
  const added = await write(bench.ledger, async (writer) => {
    const held = await listByContent({ db: writer.trx, collection }, content.sha256)
    return held.length > 0 ? null : addNew(writer, job, analysis)
  })
  // Another process was faster with the same bytes.
  return added ?? addSameBytes(job)
}

/** Takes bytes into the ledger: every document in them is read, linked and kept in a transaction of its own, whole or not at all. */
export const addDocument = async (bench: Workbench, { input, method, operator = null }: AddRequest): Promise<AddResult> => {
  const capture: Capture = { method, fileName: input.fileName, tool: bench.engine, operator }
  const documents: AddedDocument[] = []
  const problems: Problem[] = []
  for (const found of await bench.find(input)) {
    const content = { sha256: sha256(found.bytes), bytes: found.bytes, mediaType: found.mediaType }
    const added = await addFound({ bench, found, content, capture })
    if ('outcome' in added) documents.push(added)
    else problems.push(...added)
  }
  return { documents, problems }
}
