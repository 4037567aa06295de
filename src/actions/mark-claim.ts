import { mergeSheets, type Sheet, toSheet } from '../engine/incidents/linking/sheet.ts'
import { findSheet, listCards } from '../ledger/cards.ts'
import { newId, toClaimId, toIncidentId } from '../ledger/id.ts'
import { insertRows } from '../ledger/insert.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { BY_HAND, findAnalysis } from '../ledger/load-document.ts'
import { findIncident } from '../ledger/load-incident.ts'
import { loadSummaries } from '../ledger/load-links.ts'
import { toReadingRows } from '../ledger/reading-rows.ts'
import type { Source } from '../ledger/source.ts'
import { toStorable } from '../ledger/text.ts'
import { write } from '../ledger/write.ts'
import { ATTRIBUTES, MODALITIES } from '../model/claim.ts'
import { EVENT_TYPES, type EventType, type Incident, type SubEventType } from '../model/incident.ts'
import { CasusError } from '../model/problem.ts'
import type { Analysis } from '../model/reading.ts'
import type { ClaimRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { checkValue } from './check-value.ts'
import { toPerson } from './keep-judgement.ts'
import { type Mark, toMarked } from './marked-claim.ts'
import { refreshCard } from './refresh-card.ts'

export type { MarkedValue } from './marked-claim.ts'

export type MarkRequest = Mark &
  Readonly<{
    document: string
    /** A ledger incident, or what sort of incident to open. */
    incident: string | Readonly<{ title: string; type: EventType; subType: SubEventType }>
    by: string
  }>

const refuse = (message: string): never => {
  throw new CasusError('request/invalid', message)
}

const checkSpan = ({ start, end }: Span, { length }: string): void => {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > length)
    refuse(`The span from ${start} to ${end} is not in the document, which has ${length} characters.`)
}

const check = ({ attribute, spans, speaker, modality, incident }: MarkRequest, text: string): void => {
  if (!ATTRIBUTES.includes(attribute)) refuse(`There is no attribute ${String(attribute).slice(0, 40)}.`)
  if (modality !== undefined && !MODALITIES.includes(modality)) refuse(`There is no modality ${String(modality).slice(0, 40)}.`)
  if (spans.length === 0) refuse('A claim needs the words that carry it.')
  for (const one of speaker.kind === 'words' ? [...spans, speaker.span] : spans) checkSpan(one, text)
  if (typeof incident === 'string') return
  if (incident.title.trim() === '') refuse('An incident needs a title.')
  const subTypes: readonly string[] = EVENT_TYPES[incident.type] ?? refuse(`There is no event type ${String(incident.type).slice(0, 40)}.`)
  if (!subTypes.includes(incident.subType)) refuse(`${incident.type} has no sub-type ${String(incident.subType).slice(0, 40)}.`)
}

/** The document whose reading holds what is marked: of documents with the same bytes, the first. */
const getAnalysis = async (source: Source, id: string) => {
  const [summary] = await loadSummaries(source, [id], { sameBytes: false })
  const read = summary?.sameAs ?? id
  const kept = summary && (await findAnalysis(source, read))
  if (!kept) throw new CasusError('ledger/not-found', `There is no document ${id}.`)
  return { document: read, copyGroup: summary.copyGroup, analysis: kept.analysis }
}

/** How the incident is called in this document's hand-made reading: as the ledger calls it, or as the person does. */
const getTelling = async (source: Source, local: string, incident: MarkRequest['incident']): Promise<Incident> => {
  if (typeof incident !== 'string') return { id: local, ...incident, title: toStorable(incident.title).trim(), status: 'happened' }
  const [card] = await listCards(source, [incident])
  if (!card) throw new CasusError('ledger/not-found', `There is no incident ${incident}.`)
  const { type, subType, status, title } = card
  return { id: local, type, subType, status, title }
}

const countMarks = async ({ db, collection }: Source, document: string): Promise<number> => {
  const { marks } = await db
    .selectFrom('claims')
    .select(({ fn }) => fn.countAll<number>().as('marks'))
    .where('collection', '=', collection)
    .where('document', '=', document)
    .where('reading', '=', BY_HAND)
    .executeTakeFirstOrThrow()
  return marks
}

/** Makes a claim by hand on words of a document. Throws `ledger/not-found`, `request/invalid`. */
export const markClaim = async (ledger: Ledger, request: MarkRequest): Promise<ClaimRecord> => {
  const by = toPerson(request.by)
  return write(ledger, async (writer) => {
    const { trx, collection, at } = writer
    const source = { db: trx, collection }
    const { document, copyGroup, analysis } = await getAnalysis(source, request.document)
    check(request, analysis.document.text)
    const id = `h${(await countMarks(source, document)) + 1}`
    const local = `${id}i`
    const telling = await getTelling(source, local, request.incident)
    const { claim, mentions, statements } = toMarked(id, local, request, analysis)
    checkValue(claim.attribute, claim.value)
    const none = { relations: [], affiliations: [], aggregates: [] }
    const marked: Analysis = { ...analysis, ...none, mentions, statements, incidents: [telling], claims: [claim] }
    const key = { collection, document, reading: BY_HAND }
    const rows = toReadingRows(marked, { ...key, copyGroup })
    const incident = typeof request.incident === 'string' ? request.incident : toIncidentId(document, BY_HAND, local)
    await insertRows(trx, {
      ...rows,
      claims: rows.claims.map((row) => ({ ...row, by, at })),
      incidents: typeof request.incident === 'string' ? [] : [{ ...key, id: incident, local, at }],
      links: [{ ...key, id: newId('l'), incident, local, score: null, because: ['by-hand'], by, at }],
    })
    const claimId = toClaimId(document, BY_HAND, id)
    await writer.record({ kind: 'claim-marked', subject: claimId, by, payload: { claim: claimId, incident, value: claim } })
    const sheet = { ...toSheet(marked, local), telling: `${document} ${BY_HAND} ${local}` }
    const before = (await findSheet(source, incident)) as Sheet | undefined
    await refreshCard(writer, incident, before ? mergeSheets(before, sheet) : sheet)
    const parts = await findIncident(source, incident)
    return parts!.claims.find((one) => one.id === claimId)!
  })
}
