import type { Actor } from '../model/actor.ts'
import { type Claim, isFigureClaim, type Scope } from '../model/claim.ts'
import type { ClaimRecord, DocumentSummary, IncidentRecord } from '../model/record.ts'
import { claimGist, claimQuote, indexMentions, type MentionIndex, scopeWords, standing } from './claim-words.ts'
import { nameKey, type Origin, toOrigin } from './origin.ts'

/** A claim as it stands now, with whom it comes from and the document it stands in. */
export type Said = Readonly<{
  record: ClaimRecord
  claim: Claim
  origin: Origin
  document: DocumentSummary
  /** The document's number on the page, from 1. */
  n: number
  /** Equal for two claims that say the same of the same attribute. */
  valueKey: string
  /** Ids of the register: the actor that the claim names, and what it is a part of by its nature. Empty where none is known. */
  actorLine: readonly string[]
  /** What a figure covers, as a key: equal words, equal scope. Empty: the whole incident, or no figure. */
  scopeKey: string
  /** Why it no longer counts, if so. */
  standing: 'current' | 'superseded' | 'retracted' | 'rejected'
}>

/** "In three air strikes" and "following three US airstrikes" cover the same. */
const withoutWords = ({ places, sites }: Scope): Scope => ({ places, sites })

const toScopeKey = (index: MentionIndex, record: ClaimRecord, claim: Claim): string =>
  isFigureClaim(claim) && claim.value.scope ? nameKey(scopeWords(index, record.document, withoutWords(claim.value.scope))) : ''

const toValueKey = (index: MentionIndex, record: ClaimRecord, claim: Claim): string => {
  if (isFigureClaim(claim)) {
    const { low, high, approximate, words, extent, people } = claim.value
    return [
      low,
      high,
      approximate,
      words,
      extent,
      extent === 'total' ? '' : nameKey(people.text ?? ''),
      toScopeKey(index, record, claim),
    ].join('|')
  }
  const mention = record.mention?.mention
  if (claim.attribute === 'date' && mention?.kind === 'time' && mention.from) return `${mention.from}/${mention.to}`
  if (claim.attribute === 'place' && mention?.kind === 'place' && mention.name) return `${mention.name}|${mention.country}`
  if (mention?.kind === 'party' && mention.actor) return mention.actor
  if (claim.attribute === 'position') return `${claim.value.on}|${claim.value.answer}`
  return nameKey(claimGist(record)) || claimQuote(record)
}

/** "Israel Defense Forces" is of Israel whatever the day; a tie with a beginning or an end may not have held. */
const toActorLine = (actors: ReadonlyMap<string, Actor>, { mention }: ClaimRecord): readonly string[] => {
  const own = mention?.mention.kind === 'party' ? mention.mention.actor : null
  if (own === null) return []
  const line = [own]
  for (const id of line)
    for (const { to, type, from, until } of actors.get(id)?.ties ?? [])
      if (type === 'part-of' && from === null && until === null && !line.includes(to)) line.push(to)
  return line
}

const ownKey = (document: string, reading: number, claim: string): string => `${document} ${reading} ${claim}`

/** Every claim of an incident with its origin, in the record's order. */
export const listSaid = (record: IncidentRecord): readonly Said[] => {
  const index = indexMentions(record.mentions)
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]))
  const numbers = new Map(record.documents.map((document, i) => [document.id, { document, n: i + 1 }]))
  const all = record.claims.flatMap((each): readonly Unjudged[] => {
    const at = numbers.get(each.document)
    if (!at) return []
    const claim = standing(each)
    return [
      {
        record: each,
        claim,
        origin: toOrigin(each.speaker, at.n),
        ...at,
        valueKey: toValueKey(index, each, claim),
        actorLine: toActorLine(actors, each),
        scopeKey: toScopeKey(index, each, claim),
      },
    ]
  })
  const revised = new Set(all.flatMap(({ record: r }) => (r.claim.revises ? [ownKey(r.document, r.reading, r.claim.revises)] : [])))
  const isRevised = ({ record: r }: Unjudged): boolean => revised.has(ownKey(r.document, r.reading, r.claim.id))
  /** A figure that its speaker has revised is superseded wherever else that speaker is quoted with it. */
  const old = new Set(all.filter(isRevised).map(({ origin, claim, valueKey }) => `${origin.key} ${claim.attribute} ${valueKey}`))
  const toStanding = (said: Unjudged): Said['standing'] => {
    if (said.record.review.state === 'rejected') return 'rejected'
    if (said.claim.retracts) return 'retracted'
    return isRevised(said) || old.has(`${said.origin.key} ${said.claim.attribute} ${said.valueKey}`) ? 'superseded' : 'current'
  }
  const names = fullestNames(all)
  const toCopied = copiedOrigins(record, all)
  return all.map((said) => {
    const origin = toCopied(said)
    return { ...said, origin: { ...origin, name: names.get(origin.key) ?? origin.name }, standing: toStanding(said) }
  })
}

type Unjudged = Omit<Said, 'standing'>

/**
 * What a copy says in its own voice is the original's word where the original says the same; what it adds is its own. Two outlets
 * that print one text are one origin.
 */
const copiedOrigins = (record: IncidentRecord, all: readonly Unjudged[]): ((said: Unjudged) => Origin) => {
  const originals = new Map(record.copies.map(({ id, original }) => [id, original]))
  const keyOf = (group: string, { claim, valueKey }: Unjudged): string => `${group} ${claim.attribute} ${valueKey}`
  const first = new Map<string, Origin>()
  for (const said of all)
    if (said.origin.own && originals.get(said.document.copyGroup) === said.document.id)
      first.set(keyOf(said.document.copyGroup, said), said.origin)
  return (said) => (said.origin.own ? (first.get(keyOf(said.document.copyGroup, said)) ?? said.origin) : said.origin)
}

/** The fullest form that any document gives of a speaker: a surname in one report may be a name with its office in another. */
const fullestNames = (all: readonly Pick<Said, 'origin'>[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const { origin } of all) if (origin.name.length > (names.get(origin.key)?.length ?? 0)) names.set(origin.key, origin.name)
  return names
}
