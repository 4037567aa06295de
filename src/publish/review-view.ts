import type { Judgement } from '../model/judgement.ts'
import type { Passage } from '../model/passage.ts'
import type { IncidentRecord, ReviewRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { type ClaimEntry, toEntry } from './claim-entry.ts'
import { indexMentions } from './claim-words.ts'
import { isoWords } from './date-view.ts'
import { findRivals } from './differ.ts'
import { figureNoun } from './figure-words.ts'
import { speakerKindWords } from './kind-words.ts'
import { listSaid, type Said } from './said.ts'
import type { SuggestionView } from './suggestion-view.ts'

/** A first look, a second one that does not know of the first, or a third where the two disagree. */
export type Stage = 'first' | 'second' | 'third'

type InParagraph = Readonly<{ before: string; words: string; after: string }>

/** A claim that a person should look at, with all that is needed to judge it. */
export type ClaimItem = Readonly<{
  kind: 'claim'
  key: string
  stage: Stage
  /** `quick`: a glance does. `weighty`: a toll, a perpetrator or a person; two people look at it. */
  weight: 'quick' | 'weighty'
  incident: Readonly<{ id: string; title: string }>
  question: string
  /** Its review is blank: nobody's answer is shown. */
  entry: ClaimEntry
  speakerKind: string
  published: string | null
  issuer: string | null
  /** Why it comes now: `sources differ`, `12 killed`. */
  because: readonly string[]
  language: string
}>

/** Two incidents that may be one. */
export type PairItem = Readonly<{ kind: 'pair'; key: string; stage: Stage; weight: 'weighty'; suggestion: SuggestionView }>

export type ReviewItem = ClaimItem | PairItem

/** An item and how much it matters; the higher, the earlier. */
export type Ranked = Readonly<{ item: ClaimItem; rank: number; passage: Readonly<{ document: string; start: number }> }>

export type ReviewView = Readonly<{
  items: readonly (ReviewItem & { paragraph: InParagraph | null })[]
  /** Items that wait for this person, those given among them. */
  left: number
  /** There are more than were counted. */
  more: boolean
}>

const TOLL: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured', 'displaced'])
const WEIGHTY: ReadonlySet<string> = new Set([...TOLL, 'perpetrator', 'victim'])

const UNREAD: ReviewRecord = { state: 'unread', by: null, at: null, why: null, judgement: null, value: null }

const ANSWERS: ReadonlySet<string> = new Set(['accept', 'edit', 'reject', 'unsure'])

/** What each person last said of a claim, in the order in which they first spoke; judgements oldest first. */
export const opinions = (judgements: readonly Judgement[]): readonly Judgement[] => {
  const last = new Map<string, Judgement>()
  for (const judgement of judgements) if (judgement.withdrawn === null && ANSWERS.has(judgement.kind)) last.set(judgement.by, judgement)
  return [...last.values()]
}

/** Whether two people gave one answer. */
export const areAgreed = (a: Judgement, b: Judgement): boolean =>
  a.kind === b.kind && (a.kind !== 'edit' || JSON.stringify(a.value) === JSON.stringify(b.value))

/** At which stage a claim waits for a person; undefined: it does not. */
export const stageFor = (judgements: readonly Judgement[], isWeighty: boolean, person: string): Stage | undefined => {
  const all = opinions(judgements)
  if (all.some(({ by }) => by === person)) return undefined
  const [first, second, ...others] = all.filter(({ kind }) => kind !== 'unsure')
  if (!first) return 'first'
  if (!isWeighty) return undefined
  if (!second) return 'second'
  return areAgreed(first, second) || others.length > 0 ? undefined : 'third'
}

const question = ({ claim, record, origin }: Said, entry: ClaimEntry, title: string): string => {
  const what = `“${entry.quote}”`
  const who = origin.own ? 'in its own words' : `according to ${origin.name}`
  if (TOLL.has(claim.attribute)) return `Does ${what} count people ${figureNoun(claim.attribute as never)} in “${title}”, ${who}?`
  const name = record.mention && entry.gist !== entry.quote ? ` (read as “${entry.gist}”)` : ''
  switch (claim.attribute) {
    case 'perpetrator':
      return `Does ${what}${name} name who did it, ${who}?`
    case 'victim':
      return `Is ${what}${name} somebody who came to harm in it, ${who}?`
    case 'target':
      return `Does ${what}${name} say whom or what it was aimed at, ${who}?`
    case 'place':
      return `Does ${what}${name} say where it happened, ${who}?`
    case 'date':
      return `Does ${what}${name} say when it happened, ${who}?`
    case 'position':
      return `Is this where the party stands: ${entry.gist}?`
    default:
      return `Is ${what} said of “${title}”, ${who}?`
  }
}

const SURE = 0.9

/** What matters more comes first: disagreement, tolls, what the machine is less sure of; what stands in a copy comes last. */
const rankOf = (said: Said, entry: ClaimEntry, stage: Stage, isCopy: boolean): number => {
  const { claim } = said
  const figure = 'low' in claim.value ? (claim.value.high ?? claim.value.low ?? 0) : 0
  return (
    (entry.differs ? 100 : 0) +
    (TOLL.has(claim.attribute) ? 40 + 10 * Math.log10(1 + figure) : WEIGHTY.has(claim.attribute) ? 30 : 0) +
    20 * (1 - (claim.confidence ?? 0.5)) +
    (stage === 'third' ? 60 : stage === 'second' ? 20 : 0) -
    (isCopy ? 150 : 0)
  )
}

const reasons = (entry: ClaimEntry, isCopy: boolean): readonly string[] => [
  ...(entry.differs ? ['sources differ'] : []),
  ...(entry.confidence !== null && entry.confidence < SURE ? ['the machine is not sure'] : []),
  ...(isCopy ? ['the same words stand in a copy, which was judged'] : []),
]

/** The claims of an incident that wait for a person. */
export const reviewItems = (record: IncidentRecord, person: string): readonly Ranked[] => {
  const index = indexMentions(record.mentions)
  const said = listSaid(record).filter(({ record: { hand } }) => hand === null)
  const byTarget = Map.groupBy(record.judgements, ({ target }) => target)
  const byAttribute = Map.groupBy(said, ({ claim }) => claim.attribute)
  const rivals = new Map([...byAttribute].map(([attribute, same]) => [attribute, findRivals(same)]))
  const isJudged = ({ record: { id } }: Said): boolean => opinions(byTarget.get(id) ?? []).some(({ kind }) => kind !== 'unsure')
  const keyOf = ({ document, origin, claim, valueKey }: Said): string =>
    `${document.copyGroup} ${origin.key} ${claim.attribute} ${valueKey}`
  const judged = new Map(said.filter(isJudged).map((each) => [keyOf(each), each.record.id]))
  return said.flatMap((each): readonly Ranked[] => {
    const twin = judged.get(keyOf(each))
    const isCopy = twin !== undefined && twin !== each.record.id
    const isWeighty = WEIGHTY.has(each.claim.attribute) && !isCopy
    const stage = stageFor(byTarget.get(each.record.id) ?? [], isWeighty, person)
    if (!stage) return []
    const blank: Said = { ...each, claim: each.record.claim, record: { ...each.record, review: UNREAD } }
    const entry = toEntry(index, [blank], rivals.get(each.claim.attribute)?.has(each) ?? false)
    const { published, issuer, language } = each.document
    return [
      {
        item: {
          kind: 'claim',
          key: each.record.id,
          stage,
          weight: isWeighty ? 'weighty' : 'quick',
          incident: { id: record.id, title: record.card.title },
          question: question(blank, entry, record.card.title),
          entry,
          speakerKind: speakerKindWords(each.origin.kind, each.origin),
          published: published && isoWords(published),
          issuer: issuer.name,
          because: reasons(entry, isCopy),
          language,
        },
        rank: rankOf(each, entry, stage, isCopy),
        passage: { document: each.record.document, start: each.claim.spans[0].start },
      },
    ]
  })
}

/** The paragraph that a claim stands in, cut around its words. */
export const inParagraph = (text: string, passages: readonly Passage[], span: Span): InParagraph | null => {
  const passage = passages.find(({ start, end }) => start <= span.start && span.end <= end)
  if (!passage) return null
  return {
    before: text.slice(passage.start, span.start),
    words: text.slice(span.start, span.end),
    after: text.slice(span.end, passage.end),
  }
}
