import type { AffiliationType } from '../model/actor.ts'
import { isFigureClaim } from '../model/claim.ts'
import type { IncidentStatus, RelationType } from '../model/incident.ts'
import { type NoteValue, type PublishStatus, standingValue } from '../model/judgement.ts'
import type { DocumentSummary, IncidentRecord, IncidentRef, MentionRecord, SpeakerRecord } from '../model/record.ts'
import { positionWords } from './attribute-words.ts'
import { type ClaimEntry, type DocumentFold, type DocumentRef, shareOf, toEntry } from './claim-entry.ts'
import { indexMentions, oneLine } from './claim-words.ts'
import { type DateView, dateView, isoWords } from './date-view.ts'
import { figureWords } from './figure-words.ts'
import { toAccount } from './figures/account.ts'
import type { Estimate, PolicyView, PublishedValue } from './figures/estimate.ts'
import { policyViews } from './figures/policies.ts'
import { publishedValues } from './figures/published.ts'
import { groupBy } from './group.ts'
import { type IncidentLine, toIncidentLine } from './incident-list-view.ts'
import { kindWords } from './kind-words.ts'
import { type Matrix, toMatrix } from './matrix.ts'
import { issuerName, speakerName } from './origin.ts'
import { type OriginPairView, type OriginView, originViews } from './origin-view.ts'
import { type RegisteredParty, registeredParties } from './registered-parties.ts'
import { listSaid, type Said } from './said.ts'
import { namedWords, type VictimView, victimViews } from './victim-view.ts'

/** A place an incident is said to have happened at, with how precisely. */
type PlaceView = Readonly<{
  words: string
  name: string | null
  country: string | null
  lat: number | null
  lon: number | null
  precision: number
  radiusM: number | null
}>

/** A party's own stand, apart from the figures. */
type PositionView = Readonly<{ party: string; stance: string; entry: ClaimEntry }>

/** What one document says, and who says it there. */
type SaidByWords = Readonly<{ words: string; saidBy: string; document: DocumentRef }>

type RelationView = SaidByWords & Readonly<{ type: RelationType; outward: boolean; other: Readonly<{ id: string; title: string }> | null }>
type AffiliationView = SaidByWords &
  Readonly<{ type: AffiliationType; subject: string; object: string; from: string | null; until: string | null }>
type AggregateView = SaidByWords & Readonly<{ attribute: string; figure: string; period: string | null }>

/** One judgement in an incident's history. */
type HistoryView = Readonly<{
  id: string
  at: string
  by: string
  kind: string
  about: string | null
  why: string | null
  withdrawn: Readonly<{ by: string; at: string }> | null
}>

/** An incident as a page shows it: everything with who says so, nothing that says who is right. */
export type IncidentView = Readonly<{
  id: string
  title: string
  type: string
  subType: string
  status: IncidentStatus
  dates: readonly DateView[]
  places: readonly PlaceView[]
  /** What `range` gives, a line for each attribute and scope. */
  estimates: readonly Estimate[]
  /** What each policy gives. */
  policies: readonly PolicyView[]
  /** The values to publish: what people chose, else what `range` gives. */
  published: readonly PublishedValue[]
  /** How far it has come on its way to the public, and who said so. */
  publication: Readonly<{ status: PublishStatus; by: string | null; at: string | null; why: string | null; judgement: string | null }>
  /** Those whom its figures come from, and what is known of each pair. */
  origins: readonly OriginView[]
  pairs: readonly OriginPairView[]
  /** The incident that it is a part of, and those that are part of it. */
  parent: IncidentRef | null
  children: readonly IncidentLine[]
  /** People who came to harm, told of one by one. */
  victims: readonly VictimView[]
  /** `12 named of 24–25+`; null: nobody is named. */
  named: string | null
  review: Readonly<{ claims: number; checked: number }>
  /** Whether anybody reports harm to civilians; grades apply only then, and only after a person has judged. */
  civilianHarm: 'reported' | 'not-reported'
  matrix: Matrix
  /** The same claims, by the documents they stand in. */
  byDocument: Matrix
  positions: readonly PositionView[]
  relations: readonly RelationView[]
  affiliations: readonly AffiliationView[]
  /** Parties and speakers that the register knows, with what they belonged to on the incident's first day. */
  registered: readonly RegisteredParty[]
  aggregates: readonly AggregateView[]
  documents: readonly DocumentFold[]
  rejected: readonly ClaimEntry[]
  /** What people write to each other about it, oldest first. */
  notes: readonly Readonly<{ judgement: string; by: string; at: string; text: string }>[]
  history: readonly HistoryView[]
}>

const isCurrent = ({ standing, claim }: Said): boolean => standing === 'current' && claim.modality !== 'denied'

const toDates = (said: readonly Said[]): readonly DateView[] => {
  const dates = new Map<string, DateView>()
  for (const each of said) {
    if (each.claim.attribute !== 'date' || !isCurrent(each) || !each.record.mention) continue
    const date = dateView(each.record.mention)
    const key = date.from ? `${date.from}/${date.to}` : `words ${date.words}`
    const known = dates.get(key)
    if (!known || date.assumed.length < known.assumed.length) dates.set(key, date)
  }
  const all = [...dates.values()]
  const resolved = all.filter(({ from }) => from !== null)
  return (resolved.length > 0 ? resolved : all).sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
}

const toPlaces = (said: readonly Said[]): readonly PlaceView[] => {
  const places = new Map<string, PlaceView>()
  for (const { claim, record, standing, valueKey } of said) {
    const mention = record.mention?.mention
    if (claim.attribute !== 'place' || standing !== 'current' || mention?.kind !== 'place' || (claim.value.role ?? 'hit') !== 'hit')
      continue
    const { relation } = claim.value
    const words = oneLine(record.mention!.words)
    if (places.has(valueKey)) continue
    places.set(valueKey, {
      words: relation && relation !== 'at' && !words.toLowerCase().startsWith(relation) ? `${relation} ${words}` : words,
      name: mention.name,
      country: mention.country,
      lat: mention.lat,
      lon: mention.lon,
      precision: mention.precision,
      radiusM: mention.radiusM,
    })
  }
  return [...places.values()].sort((a, b) => a.precision - b.precision)
}

const hasCivilianHarm = (said: readonly Said[]): boolean =>
  said.some(({ claim, standing }) => {
    if (standing === 'rejected') return false
    if (isFigureClaim(claim)) return claim.value.people.status === 'civilian' || claim.value.people.age === 'child'
    return claim.attribute === 'victim' && (claim.value.status === 'civilian' || claim.value.band === 'child')
  })

const toPositions = (record: IncidentRecord, said: readonly Said[]): readonly PositionView[] => {
  const index = indexMentions(record.mentions)
  const positions = said.filter(({ claim, standing }) => claim.attribute === 'position' && standing !== 'rejected')
  const keyOf = ({ record: { mention }, origin, valueKey }: Said): string => {
    const actor = mention?.mention.kind === 'party' ? mention.mention.actor : null
    return `${actor ?? oneLine(mention?.words ?? origin.name).toLowerCase()} ${valueKey}`
  }
  return groupBy(positions, keyOf).map((same) => {
    const { claim, record: first, origin } = same[0]
    if (claim.attribute !== 'position') throw new TypeError('not a position')
    return { party: oneLine(first.mention?.words ?? origin.name), stance: positionWords(claim.value), entry: toEntry(index, same, false) }
  })
}

type Numbered = ReadonlyMap<string, number>

const toSaidBy = (
  each: Readonly<{ document: string; words: readonly string[]; speaker: SpeakerRecord }>,
  numbers: Numbered,
): SaidByWords => {
  const n = numbers.get(each.document) ?? 0
  return { words: each.words.map(oneLine).join(' … '), saidBy: speakerName(each.speaker, n), document: { n, id: each.document } }
}

const partyWords = ({ words }: MentionRecord): string => oneLine(words)

/** Folds what several documents say alike into its first occurrence. */
const once = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] =>
  [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse()

const toDocuments = (record: IncidentRecord): readonly DocumentFold[] => {
  const claims = new Map<string, number>()
  for (const { document } of record.claims) claims.set(document, (claims.get(document) ?? 0) + 1)
  const lines = record.documents.map((document, i) => ({
    group: document.copyGroup,
    line: toDocumentLine(document, i + 1, claims.get(document.id) ?? 0),
  }))
  return groupBy(lines, ({ group }) => group).map((members) => {
    const [{ group }] = members
    const original = record.copies.find(({ id }) => id === group)?.original
    const first = members.find(({ line }) => line.id === original) ?? members[0]
    return {
      document: first.line,
      copies: members.filter((each) => each !== first).map(({ line }) => ({ ...line, share: shareOf(record.copies, group, line.id) })),
    }
  })
}

const toDocumentLine = (document: DocumentSummary, n: number, claims: number): DocumentFold['document'] => ({
  n,
  id: document.id,
  title: document.title ?? 'Untitled document',
  issuer: issuerName(document, n),
  kind: kindWords(document.issuer.kind),
  published: document.published && isoWords(document.published),
  url: document.url,
  claims,
})

const toNotes = ({ judgements }: IncidentRecord): IncidentView['notes'] =>
  judgements
    .filter(({ kind, withdrawn }) => kind === 'note' && withdrawn === null)
    .map(({ id, by, at, value }) => ({ judgement: id, by, at, text: (value as NoteValue).text }))

const toHistory = (record: IncidentRecord, said: readonly Said[]): readonly HistoryView[] => {
  const byClaim = new Map(said.map((each) => [each.record.id, each]))
  return record.judgements
    .map((judgement) => {
      const about = byClaim.get(judgement.target)
      return {
        id: judgement.id,
        at: judgement.at,
        by: judgement.by,
        kind: judgement.kind,
        about: about ? `${about.record.words.map(oneLine).join(' … ')} — ${about.origin.name}` : null,
        why: judgement.why,
        withdrawn: judgement.withdrawn && { by: judgement.withdrawn.by, at: judgement.withdrawn.at },
      }
    })
    .reverse()
}

const toPublication = ({ id, judgements }: IncidentRecord): IncidentView['publication'] => {
  const said = standingValue(judgements, 'status', ({ target }) => target === id)
  if (!said) return { status: 'draft', by: null, at: null, why: null, judgement: null }
  const { by, at, why } = said.judgement
  return { status: said.value.status, by, at, why, judgement: said.judgement.id }
}

/** Turns an incident's record into its page. Pure: the same record gives the same view. */
export const toIncidentView = (record: IncidentRecord): IncidentView => {
  const account = toAccount(record, listSaid(record))
  const { said } = account
  const policies = policyViews(account)
  const published = publishedValues(record, policies)
  const victims = victimViews(record, said)
  const index = indexMentions(record.mentions)
  const numbers: Numbered = new Map(record.documents.map(({ id }, i) => [id, i + 1]))
  const { card } = record
  const counted = said.filter(({ standing }) => standing !== 'rejected')
  return {
    id: record.id,
    title: card.title,
    type: card.type,
    subType: card.subType,
    status: card.status,
    dates: toDates(said),
    places: toPlaces(said),
    estimates: policies.find(({ policy }) => policy === 'range')?.estimates ?? [],
    policies,
    published,
    publication: toPublication(record),
    ...originViews(record, said),
    parent: record.parent,
    children: record.children.map(toIncidentLine),
    victims,
    named: namedWords(victims, published.find(({ attribute }) => attribute === 'killed')?.words ?? null),
    review: {
      claims: said.length,
      checked: said.filter(({ record: { review, hand } }) => review.state !== 'unread' || hand !== null).length,
    },
    civilianHarm: hasCivilianHarm(counted) ? 'reported' : 'not-reported',
    matrix: toMatrix(record, said, 'origins'),
    byDocument: toMatrix(record, said, 'documents'),
    positions: toPositions(record, said),
    relations: once(
      record.relations.map((each) => ({
        ...toSaidBy(each, numbers),
        type: each.type,
        outward: each.from === record.id,
        other: each.other,
      })),
      ({ type, outward, other, saidBy }) => `${type} ${outward} ${other?.id} ${saidBy}`,
    ),
    affiliations: once(
      record.affiliations.map((each) => ({
        ...toSaidBy(each, numbers),
        type: each.type,
        subject: partyWords(each.subject),
        object: partyWords(each.object),
        from: each.from,
        until: each.until,
      })),
      ({ type, subject, object, saidBy }) => `${type} ${subject} ${object} ${saidBy}`,
    ),
    registered: registeredParties(record.actors, said, toDates(said)[0]?.from?.slice(0, 10) ?? null),
    aggregates: once(
      record.aggregates.map((each) => ({
        ...toSaidBy(each, numbers),
        attribute: each.attribute,
        figure: figureWords(each.value),
        period: each.period,
      })),
      ({ attribute, figure, period, saidBy }) => `${attribute} ${figure} ${period} ${saidBy}`,
    ),
    documents: toDocuments(record),
    rejected: said.filter(({ standing }) => standing === 'rejected').map((each) => toEntry(index, [each], false)),
    notes: toNotes(record),
    history: toHistory(record, said),
  }
}
