import type { Sheet } from '../engine/incidents/linking/sheet.ts'
import { type Capture, type Content, type DocumentRows, documentIdOf, toDocumentRows, toSameBytesRows } from '../ledger/append-document.ts'
import { findSheet } from '../ledger/cards.ts'
import { insertRows, joinRows, type NewRows } from '../ledger/insert.ts'
import { findSameSource, listByContent } from '../ledger/list-by-content.ts'
import { loadLinksOfDocuments } from '../ledger/load-links.ts'
import type { DocumentRow } from '../ledger/rows.ts'
import { findLastFrom } from '../ledger/versions.ts'
import type { Writer } from '../ledger/write.ts'
import type { Version } from '../model/document.ts'
import type { Analysis } from '../model/reading.ts'
import { type Beside, findOriginal } from './find-original.ts'
import { type Changed, type Linked, linkDocument, nothingChanged, proposeLinks, refreshChanged, setChanged } from './link-document.ts'
import type { FoundDocument } from './workbench.ts'

/** A document that was found and read, ready to be kept. `analysis` is null where the ledger held the bytes when it was looked at. */
export type Ready = Readonly<{ found: FoundDocument; content: Content; capture: Capture; engine: string; analysis: Analysis | null }>

/** The document that a new one took the place of at its address, and what it says of why: updated, unless it says otherwise. */
export type Replaced = Readonly<{ document: string; reason: Version['reason'] }>

/** What became of one: rows that were added, or the document that was there. `unread`: the bytes are gone that were there a moment ago. */
export type Appended =
  | Readonly<{
      outcome: 'new'
      row: DocumentRow
      of: string | null
      replaces: Replaced | null
      incidents: readonly Linked[]
      analysis: Analysis
    }>
  | Readonly<{ outcome: 'copy' | 'present'; row: DocumentRow }>
  | Readonly<{ outcome: 'unread' }>

/** What a transaction has gathered and not yet written: what comes later in it is compared with this too. */
type Gathered = Readonly<{ rows: NewRows[]; changed: Changed; beside: Beside[]; held: Map<string, readonly DocumentRow[]> }>

const keep = ({ rows, held }: Gathered, added: DocumentRows): void => {
  rows.push(added.rows)
  const { content } = added.document
  held.set(content, [...(held.get(content) ?? []), added.document])
}

const appendSameBytes = async (writer: Writer, ready: Ready, held: readonly DocumentRow[], gathered: Gathered): Promise<Appended> => {
  const { found, content, capture } = ready
  const same = findSameSource(held, found.facts)
  if (same) return { outcome: 'present', row: same }
  const added = toSameBytesRows(writer, { of: held[0]!, facts: found.facts, capture })
  keep(gathered, added)
  const { id, same_as: sameAs } = added.document
  await writer.record({
    kind: 'capture-added',
    subject: id,
    by: capture.operator,
    payload: { document: id, content: content.sha256, capture: added.capture.id, sameAs },
  })
  const source = { db: writer.trx, collection: writer.collection }
  const known = gathered.beside.find((one) => one.id === sameAs)?.incidents
  const incidents = known ?? (await loadLinksOfDocuments(source, [sameAs!])).map(({ incident }) => incident)
  for (const incident of new Set(incidents)) {
    const sheet = gathered.changed.incidents.get(incident)?.sheet ?? ((await findSheet(source, incident)) as Sheet | undefined)
    if (sheet) setChanged(gathered.changed, incident, sheet)
  }
  return { outcome: 'copy', row: added.document }
}

const findReplaced = async (writer: Writer, { url, version }: DocumentRow, { held }: Gathered): Promise<Replaced | null> => {
  if (url === null) return null
  const beside = [...held.values()].flat().findLast((row) => row.url === url)
  const last = beside ?? (await findLastFrom({ db: writer.trx, collection: writer.collection }, url))
  return last ? { document: last.id, reason: version?.reason ?? 'updated' } : null
}

const appendNew = async (writer: Writer, ready: Ready, analysis: Analysis, gathered: Gathered): Promise<Appended> => {
  const { trx, collection, at } = writer
  const { content, capture, engine } = ready
  const { changed, beside } = gathered
  const placement = await proposeLinks(writer, documentIdOf(analysis, content), analysis, changed)
  const near = placement.placed.filter(({ fresh }) => !fresh).map(({ incident }) => incident)
  const { of, bands, shingles } = await findOriginal({ db: trx, collection }, analysis.document, near, beside)
  const added = toDocumentRows(writer, { analysis, content, capture, copyGroup: of?.copyGroup ?? null, engine })
  const { id } = added.document
  const replaces = await findReplaced(writer, added.document, gathered)
  const { linked, moved, rows } = await linkDocument(writer, id, analysis, placement, changed)
  keep(gathered, added)
  gathered.rows.push(rows, {
    bands: bands.map((key) => ({ collection, key, document: id })),
    copies: of ? [{ collection, document: id, of: of.id, share: of.share, at }] : [],
    versions: replaces ? [{ collection, document: id, of: replaces.document, reason: replaces.reason, at }] : [],
  })
  beside.push({ id, copyGroup: added.document.copy_group, bands, shingles, incidents: linked.map((one) => one.id) })
  await writer.record({
    kind: 'document-added',
    subject: id,
    by: capture.operator,
    payload: {
      document: id,
      content: content.sha256,
      capture: added.capture.id,
      engine,
      analysis: added.analysisHash,
      incidents: linked.map(({ id, local, fresh }) => ({ id, local, fresh })),
      ...(replaces ? { replaces } : {}),
      ...(moved.length > 0 ? { moved } : {}),
    },
  })
  return { outcome: 'new', row: added.document, of: of?.id ?? null, replaces, incidents: linked, analysis }
}

/** Appends documents in the order given, in one transaction: all their rows in few journeys, each changed card once. */
export const appendFound = async (writer: Writer, all: readonly Ready[]): Promise<readonly Appended[]> => {
  const source = { db: writer.trx, collection: writer.collection }
  const held = new Map(
    await listByContent(
      source,
      all.map(({ content }) => content.sha256),
    ),
  )
  const gathered: Gathered = { rows: [], changed: nothingChanged(), beside: [], held }
  const appended: Appended[] = []
  for (const ready of all) {
    const same = held.get(ready.content.sha256)
    if (same) appended.push(await appendSameBytes(writer, ready, same, gathered))
    else if (ready.analysis) appended.push(await appendNew(writer, ready, ready.analysis, gathered))
    else appended.push({ outcome: 'unread' })
  }
  await insertRows(writer.trx, joinRows(gathered.rows))
  const cards = await refreshChanged(writer, gathered.changed)
  return appended.map((one) =>
    one.outcome === 'new'
      ? { ...one, incidents: one.incidents.map((linked) => ({ ...linked, title: cards.get(linked.id)?.title ?? linked.title })) }
      : one,
  )
}
