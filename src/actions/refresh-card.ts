import { keysOf } from '../engine/incidents/linking/keys.ts'
import type { Sheet } from '../engine/incidents/linking/sheet.ts'
import { dropCards, findSheet, putCards } from '../ledger/cards.ts'
import { type IncidentParts, loadIncidents } from '../ledger/load-incident.ts'
import type { CardRow } from '../ledger/rows.ts'
import { toStorable } from '../ledger/text.ts'
import type { Writer } from '../ledger/write.ts'
import type { PublishStatus, StatusValue } from '../model/judgement.ts'
import type { IncidentCard, IncidentRecord } from '../model/record.ts'
import { toIncidentRecord } from './incident-card.ts'

/** Words by which an incident is found: its title, kinds, places and whom it names. */
const wordsFor = ({ card, mentions, documents }: IncidentRecord): string =>
  [
    card.title,
    card.subType,
    ...documents.map(({ title }) => title ?? ''),
    ...mentions.flatMap(({ words, mention }) => [words, mention.kind === 'place' ? (mention.name ?? '') : '']),
  ].join('\n')

/** What a person has put together, or shown the public, the machine does not take apart. */
const isFixed = ({ id, links, judgements }: IncidentParts): boolean =>
  links.some(({ by }) => by !== null) ||
  judgements.some(
    ({ kind, target, value, withdrawn }) =>
      target === id &&
      withdrawn === null &&
      (kind === 'merge' || kind === 'split' || (kind === 'status' && SHOWN.has((value as StatusValue).status))),
  )

const SHOWN: ReadonlySet<PublishStatus> = new Set<PublishStatus>(['reviewed', 'published'])

const toKept = ({ fixed: _, ...sheet }: Sheet, parts: IncidentParts): Sheet => (isFixed(parts) ? { ...sheet, fixed: true } : sheet)

const toCardRow = (collection: number, sheet: Sheet, parts: IncidentParts): CardRow => {
  const record = toIncidentRecord(parts)
  const { card } = record
  return {
    collection,
    incident: parts.id,
    day_from: card.date?.from ?? null,
    day_to: card.date?.to ?? null,
    type: card.type,
    sub_type: card.subType,
    status: card.status,
    countries: card.countries,
    lat: card.place?.lat ?? null,
    lon: card.place?.lon ?? null,
    keys: keysOf(sheet),
    sheet: toKept(sheet, parts),
    card,
    words: toStorable(wordsFor(record)),
    updated: card.updated,
    publication: card.publication,
  }
}

/**
 * Makes the cards of some incidents anew from the ledger, and takes out those that no document stands under any more. `sheets`: what
 * linking compares of each from now on. Gives the cards by incident.
 */
export const refreshCards = async (
  { trx, collection }: Writer,
  sheets: ReadonlyMap<string, Sheet>,
): Promise<ReadonlyMap<string, IncidentCard>> => {
  const parts = await loadIncidents({ db: trx, collection }, [...sheets.keys()])
  const rows = [...parts].map(([incident, own]) => toCardRow(collection, sheets.get(incident)!, own))
  await putCards(trx, collection, rows)
  await dropCards(
    trx,
    collection,
    [...sheets.keys()].filter((incident) => !parts.has(incident)),
  )
  return new Map(rows.map(({ incident, card }) => [incident, card]))
}

/** Makes an incident's card anew from the ledger. `sheet`: what linking compares from now on. */
export const refreshCard = async (writer: Writer, incident: string, sheet: Sheet): Promise<void> => {
  await refreshCards(writer, new Map([[incident, sheet]]))
}

/** Brings the list up to date after something that linking does not compare has changed. */
export const refreshIncident = async (writer: Writer, incident: string | null): Promise<void> => {
  if (incident === null) return
  const sheet = await findSheet({ db: writer.trx, collection: writer.collection }, incident)
  if (sheet) await refreshCard(writer, incident, sheet as Sheet)
}
