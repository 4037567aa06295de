import { dropCards } from '../ledger/cards.ts'
import { newId, toClaimId } from '../ledger/id.ts'
import { insertRows } from '../ledger/insert.ts'
import { listJudgements } from '../ledger/judgements.ts'
import { BY_HAND, findAnalysis, type KeptAnalysis } from '../ledger/load-document.ts'
import { loadLinksOfDocuments } from '../ledger/load-links.ts'
import { toKeptAnalysis, toReadingRows } from '../ledger/reading-rows.ts'
import type { LinkRow } from '../ledger/rows.ts'
import type { Source } from '../ledger/source.ts'
import { type Writer, write } from '../ledger/write.ts'
import { CasusError } from '../model/problem.ts'
import type { Analysis } from '../model/reading.ts'
import { compareReadings, type Difference } from './compare-readings.ts'
import { findIncidentSheet } from './incident-sheet.ts'
import { findLinkables, linkDocument, nothingChanged, proposeLinks, refreshChanged, type Unlinked } from './link-document.ts'
import { refreshCard } from './refresh-card.ts'
import type { Workbench } from './workbench.ts'

/**
 * What came of reading a document again. `current`: this engine read it last · `same`: it says what was said before · `changed`: another
 * reading took the place of the last one · `arranged`: people merged or split its incidents, so what it says stays as it is · `text`: it
 * would read another text out of the same bytes, which offsets do not allow.
 */
export type Reread = Readonly<{
  document: string
  outcome: 'current' | 'same' | 'changed' | 'arranged' | 'text'
  engines: Readonly<{ before: string; now: string }>
  added: readonly string[]
  gone: readonly string[]
  /** Judgements that now stand on the claims of the new reading, and those that stay on a claim that only the old one makes. */
  judgements: Readonly<{ carried: number; kept: number }>
}>

export type RereadOptions = Readonly<{ dryRun?: boolean; force?: boolean }>

type Held = Readonly<{ id: string; copyGroup: string; text: string; kept: KeptAnalysis }>

/** Reads the bytes of a document again. */
const readAgain = async ({ ledger, find }: Workbench, id: string): Promise<Readonly<{ held: Held; analysis: Analysis | null }>> => {
  const { db, collection } = ledger
  const row = await db
    .selectFrom('documents as d')
    .innerJoin('contents as c', (join) => join.onRef('c.collection', '=', 'd.collection').onRef('c.sha256', '=', 'd.content'))
    .select(['d.id', 'd.url', 'd.title', 'd.published', 'd.issuer', 'd.copy_group', 'd.text', 'd.content', 'c.bytes', 'c.media_type'])
    .where('d.collection', '=', collection)
    .where('d.id', '=', id)
    .where('d.same_as', 'is', null)
    .executeTakeFirst()
  const kept = row && (await findAnalysis({ db, collection }, id))
  if (!row || !kept) throw new CasusError('ledger/not-found', `There is no document ${id} with a reading of its own.`)
  const capture = await db
    .selectFrom('captures')
    .select('file_name')
    .where('collection', '=', collection)
    .where('document', '=', id)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  const facts = {
    ...(row.url ? { url: row.url } : {}),
    ...(row.title ? { title: row.title } : {}),
    ...(row.published ? { published: row.published } : {}),
    ...(row.issuer.from === 'caller' && row.issuer.name ? { publisher: row.issuer.name } : {}),
  }
  // A line of a file of JSON lines is kept as its text or page: its bytes are not such a file.
  const name = capture?.file_name ?? null
  const fileName = name !== null && /\.(?:jsonl|ndjson)$/i.test(name) ? null : name
  const found = await find({ bytes: row.bytes, fileName, mediaType: row.media_type, facts })
  const analysis = (await found[0]?.extract?.()) ?? null
  return { held: { id, copyGroup: row.copy_group, text: row.text, kept }, analysis }
}

const isArranged = (links: readonly LinkRow[]): boolean => links.some(({ judgement, claims }) => judgement != null || claims != null)

/** The old incident of the reading that most of a new one's claims stood under. */
const matchIncidents = (old: Analysis, later: Analysis, { same }: Difference): ReadonlyMap<string, string> => {
  const incidentOf = new Map(later.claims.map(({ id, incident }) => [id, incident]))
  const shared = new Map<string, number>()
  for (const { id, incident } of old.claims) {
    const match = same.get(id)
    if (match !== undefined)
      shared.set(`${incidentOf.get(match)} ${incident}`, (shared.get(`${incidentOf.get(match)} ${incident}`) ?? 0) + 1)
  }
  const matches = new Map<string, string>()
  const taken = new Set<string>()
  for (const [pair] of [...shared].toSorted(([, a], [, b]) => b - a)) {
    const [now = '', before = ''] = pair.split(' ')
    if (matches.has(now) || taken.has(before)) continue
    matches.set(now, before)
    taken.add(before)
  }
  return matches
}

type Carried = Readonly<{ carried: number; left: readonly string[] }>

/** Judgements on claims of the old reading that stand: each is made anew on the same claim of the new one, by whom it was. */
const carryJudgements = async (writer: Writer, held: Held, reading: number, { same }: Difference): Promise<Carried> => {
  const { trx, collection, at } = writer
  const claims = held.kept.analysis.claims.map(({ id }) => id)
  const toTarget = (id: string): string => toClaimId(held.id, held.kept.reading, id)
  const judgements = await listJudgements({ db: trx, collection }, claims.map(toTarget))
  const standing = judgements.filter(({ withdrawn }) => withdrawn === null)
  const left = new Set<string>()
  let carried = 0
  for (const { id, kind, target, value, by, why } of standing) {
    const claim = claims.find((one) => toTarget(one) === target)!
    const match = same.get(claim)
    if (match === undefined) left.add(claim)
    else {
      const now = toClaimId(held.id, reading, match)
      const judgement = newId('j')
      await insertRows(trx, { judgements: [{ collection, id: judgement, kind, target: now, value, by, why, at }] })
      await writer.record({ kind: 'judged', subject: now, by, payload: { judgement, kind, target: now, value, why, carried: id } })
      carried++
    }
  }
  return { carried, left: [...left] }
}

const keep = async (writer: Writer, bench: Workbench, held: Held, analysis: Analysis, difference: Difference): Promise<Carried> => {
  const { trx, collection, at } = writer
  const source: Source = { db: trx, collection }
  const { id, kept } = held
  const reading = kept.reading + 1
  const old = (await loadLinksOfDocuments(source, [id])).filter((link) => link.reading !== BY_HAND)
  const matches = matchIncidents(kept.analysis, analysis, difference)
  const { body, sha256 } = toKeptAnalysis(analysis)
  const carried = await carryJudgements(writer, held, reading, difference)
  const key = { collection, document: id, at }
  const bare = { score: null, by: null, claims: null, judgement: null, replaces: null }
  const links: LinkRow[] = analysis.incidents.flatMap(({ id: local }) => {
    const before = old.find((link) => link.local === matches.get(local))
    if (!before) return []
    return [{ ...key, ...bare, reading, id: newId('l'), incident: before.incident, local, because: ['read-again'], replaces: before.id }]
  })
  const byId = new Map(kept.analysis.claims.map((claim) => [claim.id, claim]))
  // What people judged and the new reading does not say stays under its incident, as the old reading said it.
  const stays: LinkRow[] = [...Map.groupBy(carried.left, (claim) => byId.get(claim)!.incident)].flatMap(([local, claims]) => {
    const before = old.find((link) => link.local === local)
    return before ? [{ ...before, ...bare, at, id: newId('l'), claims, because: ['judged'], replaces: before.id }] : []
  })
  await insertRows(trx, {
    analyses: [{ ...key, reading, engine: bench.engine, body, sha256 }],
    ...toReadingRows(analysis, { collection, document: id, reading, copyGroup: held.copyGroup }),
    links: [...links, ...stays],
    withdrawals: old.map((link) => ({ collection, target: link.id, kind: 'link' as const, by: null, why: 'read again', at })),
  })
  await writer.record({
    kind: 'document-reread',
    subject: id,
    by: null,
    payload: {
      document: id,
      reading,
      engine: bench.engine,
      analysis: sha256,
      added: difference.added.length,
      gone: difference.gone.length,
    },
  })
  for (const incident of new Set(old.map((link) => link.incident))) {
    const sheet = await findIncidentSheet(source, incident)
    if (sheet) await refreshCard(writer, incident, sheet)
    else await dropCards(trx, collection, [incident])
  }
  const linked = new Set(links.map(({ local }) => local))
  const locals = analysis.incidents.flatMap((incident) => (linked.has(incident.id) ? [] : [incident.id]))
  await linkNew(writer, { document: id, reading, analysis, locals })
  return carried
}

/** Incidents that only the new reading tells of find their place as those of a new document do. */
const linkNew = async (writer: Writer, unlinked: Unlinked): Promise<void> => {
  if (unlinked.locals.length === 0) return
  const changed = nothingChanged()
  // Cards were made anew in this transaction, and will be again: what is read of them in between is not to be remembered.
  const [linkable] = await findLinkables({ ...writer, known: new Map() }, [unlinked])
  const { rows } = await linkDocument(writer, unlinked, await proposeLinks(writer, linkable!, changed), changed)
  await insertRows(writer.trx, rows)
  await refreshChanged(writer, changed)
}

const wordsOf = ({ attribute, spans }: Analysis['claims'][number], text: string): string =>
  `${attribute}: ${spans.map(({ start, end }) => text.slice(start, end)).join(' … ')}`

/** Reads a document again with this engine, and keeps what it says where that differs. Throws `ledger/not-found`. */
export const rereadDocument = async (
  bench: Workbench,
  id: string,
  { dryRun = false, force = false }: RereadOptions = {},
): Promise<Reread> => {
  const { db, collection } = bench.ledger
  const latest = await findAnalysis({ db, collection }, id)
  const engines = { before: latest?.engine ?? '', now: bench.engine }
  const nothing = { document: id, engines, added: [], gone: [], judgements: { carried: 0, kept: 0 } }
  if (latest?.engine === bench.engine && !force) return { ...nothing, outcome: 'current' }
  const { held, analysis } = await readAgain(bench, id)
  if (!analysis || analysis.document.text !== held.text) return { ...nothing, outcome: 'text' }
  const difference = compareReadings(held.kept.analysis, analysis)
  const told = {
    ...nothing,
    added: difference.added.map((claim) => wordsOf(claim, held.text)),
    gone: difference.gone.map((claim) => wordsOf(claim, held.text)),
  }
  const isSame = told.added.length + told.gone.length === 0 && analysis.incidents.length === held.kept.analysis.incidents.length
  if (isSame) return { ...told, outcome: 'same' }
  const links = await loadLinksOfDocuments({ db, collection }, [id])
  if (isArranged(links)) return { ...told, outcome: 'arranged' }
  if (dryRun) return { ...told, outcome: 'changed' }
  return write(bench.ledger, async (writer) => {
    const { carried, left } = await keep(writer, bench, held, analysis, difference)
    return { ...told, outcome: 'changed' as const, judgements: { carried, kept: left.length } }
  })
}
