import type { Sheet } from '../engine/incidents/linking/sheet.ts'
import {
  type Capture,
  type Content,
  type DocumentRows,
  documentIdOf,
  FIRST_READING,
  toDocumentRows,
  toSameBytesRows,
} from '../ledger/append-document.ts'
import { findSheet } from '../ledger/cards.ts'
import { insertRows, joinRows, type NewRows } from '../ledger/insert.ts'
import { findSameSource, listByContent } from '../ledger/list-by-content.ts'
import { loadLinksOfDocuments } from '../ledger/load-links.ts'
import type { DocumentRow } from '../ledger/rows.ts'
import { toStorable } from '../ledger/text.ts'
import { listLastFrom } from '../ledger/versions.ts'
import type { Writer } from '../ledger/write.ts'
import type { Version } from '../model/document.ts'
import type { Analysis } from '../model/reading.ts'
import { type Added, findOriginals, type Original } from './find-originals.ts'
import {
  type Changed,
  findLinkables,
  type Linked,
  type LinkedDocument,
  linkDocument,
  nothingChanged,
  proposeLinks,
  refreshChanged,
  setChanged,
} from './link-document.ts'
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
type Gathered = Readonly<{
  rows: NewRows[]
  changed: Changed
  held: Map<string, readonly DocumentRow[]>
  /** The incidents that documents of this transaction are linked to. */
  linked: Map<string, readonly string[]>
  /** The last document of the ledger from each address. */
  last: ReadonlyMap<string, string>
}>

/** A document that is read and linked; its rows are still to be made. */
type Placed = Readonly<{ analysis: Analysis; original: Original; links: LinkedDocument }>

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
  const known = gathered.linked.get(sameAs!)
  const incidents = known ?? (await loadLinksOfDocuments(source, [sameAs!])).map(({ incident }) => incident)
  for (const incident of new Set(incidents)) {
    const sheet = gathered.changed.incidents.get(incident)?.sheet ?? ((await findSheet(source, incident)) as Sheet | undefined)
    if (sheet) setChanged(gathered.changed, incident, sheet)
  }
  return { outcome: 'copy', row: added.document }
}

const findReplaced = ({ url, version }: DocumentRow, { held, last }: Gathered): Replaced | null => {
  if (url === null) return null
  const document = [...held.values()].flat().findLast((row) => row.url === url)?.id ?? last.get(url)
  return document === undefined ? null : { document, reason: version?.reason ?? 'updated' }
}

const appendNew = async (writer: Writer, ready: Ready, placed: Placed, gathered: Gathered): Promise<Appended> => {
  const { collection, at } = writer
  const { content, capture, engine } = ready
  const { analysis, original, links } = placed
  const { of, bands } = original
  const added = toDocumentRows(writer, { analysis, content, capture, copyGroup: of?.copyGroup ?? null, engine })
  const { id } = added.document
  const replaces = findReplaced(added.document, gathered)
  const { linked, moved, rows } = links
  keep(gathered, added)
  gathered.rows.push(rows, {
    bands: bands.map((key) => ({ collection, key, document: id })),
    copies: of ? [{ collection, document: id, of: of.id, share: of.share, at }] : [],
    versions: replaces ? [{ collection, document: id, of: replaces.document, reason: replaces.reason, at }] : [],
  })
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

/** Those of some documents that the ledger has no bytes of, each once, linked in the order given and compared with what shares their text. */
const placeNew = async (
  writer: Writer,
  all: readonly Ready[],
  held: ReadonlyMap<string, unknown>,
  changed: Changed,
): Promise<ReadonlyMap<Ready, Placed>> => {
  const first = new Map(all.toReversed().map((ready) => [ready.content.sha256, ready]))
  const fresh = all.flatMap((ready) => {
    const { analysis, content } = ready
    return analysis && !held.has(content.sha256) && first.get(content.sha256) === ready
      ? [
          {
            ready,
            analysis,
            document: documentIdOf(analysis, content),
            reading: FIRST_READING,
            locals: analysis.incidents.map(({ id }) => id),
          },
        ]
      : []
  })
  const linkables = await findLinkables(writer, fresh)
  const links: LinkedDocument[] = []
  const added: Added[] = []
  for (const [i, unlinked] of fresh.entries()) {
    const placement = await proposeLinks(writer, linkables[i]!, changed)
    const one = await linkDocument(writer, unlinked, placement, changed)
    links.push(one)
    added.push({
      id: unlinked.document,
      document: unlinked.analysis.document,
      incidents: one.linked.map(({ id }) => id),
      near: placement.placed.filter((placed) => !placed.fresh).map(({ incident }) => incident),
    })
  }
  const originals = await findOriginals({ db: writer.trx, collection: writer.collection }, added)
  return new Map(fresh.map(({ ready, analysis }, i) => [ready, { analysis, original: originals[i]!, links: links[i]! }]))
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
  const changed = nothingChanged()
  const placed = await placeNew(writer, all, held, changed)
  const last = await listLastFrom(
    source,
    [...placed.values()].flatMap(({ analysis }) => (analysis.document.url ? [toStorable(analysis.document.url)] : [])),
  )
  const linked = new Map(
    [...placed].map(([{ content }, { analysis, links }]) => [documentIdOf(analysis, content), links.linked.map(({ id }) => id)]),
  )
  const gathered: Gathered = { rows: [], changed, held, linked, last }
  const appended: Appended[] = []
  for (const ready of all) {
    const own = placed.get(ready)
    const same = held.get(ready.content.sha256)
    if (own) appended.push(await appendNew(writer, ready, own, gathered))
    else if (same) appended.push(await appendSameBytes(writer, ready, same, gathered))
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
