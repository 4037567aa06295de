import { keysOf } from '../engine/incidents/linking/keys.ts'
import type { Sheet } from '../engine/incidents/linking/sheet.ts'
import { dropCard, findSheet, putCard } from '../ledger/cards.ts'
import { findIncident, type IncidentParts } from '../ledger/load-incident.ts'
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

/** Makes an incident's card anew from the ledger. `sheet`: what linking compares from now on. */
export const refreshCard = async ({ trx, collection }: Writer, incident: string, sheet: Sheet): Promise<IncidentCard | null> => {
  const parts = await findIncident({ db: trx, collection }, incident)
  if (!parts) {
    await dropCard(trx, collection, incident)
    return null
  }
  const record = toIncidentRecord(parts)
  const { card } = record
  await putCard(trx, {
    collection,
    incident,
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
  })
  return card
}

/** Brings the list up to date after something that linking does not compare has changed. */
export const refreshIncident = async (writer: Writer, incident: string | null): Promise<void> => {
  if (incident === null) return
  const sheet = await findSheet({ db: writer.trx, collection: writer.collection }, incident)
  if (sheet) await refreshCard(writer, incident, sheet as Sheet)
}
