import { listCards } from '../ledger/cards.ts'
import { dropLeases, listHeld, takeLeases } from '../ledger/leases.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { listClaimJudgements, listUncheckedCards, loadTexts } from '../ledger/review-sources.ts'
import type { Source } from '../ledger/source.ts'
import type { IncidentCard } from '../model/record.ts'
import { type Agreement, agreements } from '../publish/agreement.ts'
import { inParagraph, type Ranked, type ReviewView, reviewItems } from '../publish/review-view.ts'
import { toSuggestionListView } from '../publish/suggestion-view.ts'
import { getIncident } from './get-incident.ts'
import { toPerson } from './keep-judgement.ts'
import { listSuggestions } from './list-suggestions.ts'

export type ReviewQuery = Readonly<{
  person: string
  /** Only what belongs to this incident. */
  incident?: string
  /** Items that the person has set aside for now. */
  skip?: readonly string[]
}>

/** Items given at once: the next ones are there before they are asked for. */
const GIVEN = 8
/** Enough to choose from: when this many wait, no further incident is opened. */
const ENOUGH = 120
/** Incidents opened for one answer. */
const MOST_INCIDENTS = 12

const matters = ({ differs, tolls }: IncidentCard): number =>
  differs.length * 10 + Math.log10(1 + (tolls.killed?.high ?? tolls.killed?.low ?? 0)) * 10

const listCandidates = async (source: Source, incident: string | undefined): Promise<readonly string[]> => {
  if (incident !== undefined) return (await listCards(source, [incident])).map(({ id }) => id)
  return (await listUncheckedCards(source)).toSorted((a, b) => matters(b) - matters(a)).map(({ id }) => id)
}

const noPair = { suggestions: [] } as const

/** What waits for a person, what matters most first; it stays with them for a while and is given to nobody else. Throws `request/invalid`. */
export const listReview = async (ledger: Ledger, { incident, skip = [], ...query }: ReviewQuery): Promise<ReviewView> => {
  const { db, collection } = ledger
  const source = { db, collection }
  const person = toPerson(query.person)
  const aside = new Set(skip)
  const waiting: Ranked[] = []
  const candidates = await listCandidates(source, incident)
  let opened = 0
  for (const id of candidates) {
    if (waiting.length >= ENOUGH || opened >= MOST_INCIDENTS) break
    opened++
    const items = reviewItems(await getIncident(ledger, id), person).filter(({ item: { key } }) => !aside.has(key))
    const held = await listHeld(
      source,
      person,
      items.map(({ item: { key } }) => key),
    )
    waiting.push(...items.filter(({ item: { key } }) => !held.has(key)))
  }
  const ranked = waiting.toSorted((a, b) => b.rank - a.rank)
  const first = ranked.slice(0, GIVEN)
  const taken = await takeLeases(
    source,
    person,
    first.map(({ item: { key } }) => key),
  )
  const given = first.filter(({ item: { key } }) => taken.has(key))
  const texts = new Map((await loadTexts(source, [...new Set(given.map(({ passage }) => passage.document))])).map((row) => [row.id, row]))
  const { suggestions } = incident === undefined ? toSuggestionListView(await listSuggestions(ledger, { limit: 20 })) : noPair
  const pairs = suggestions
    .map((suggestion) => ({
      suggestion,
      key: suggestion.incidents
        .map(({ id }) => id)
        .toSorted()
        .join(' '),
    }))
    .filter(({ key, suggestion }) => !aside.has(key) && suggestion.answer === null)
  const free = await takeLeases(
    source,
    person,
    pairs.slice(0, 2).map(({ key }) => key),
  )
  return {
    items: [
      ...given.map(({ item, passage }) => {
        const text = texts.get(passage.document)
        const span = { start: passage.start, end: passage.start + item.entry.sentence.words.length }
        return { ...item, paragraph: text ? inParagraph(text.text, text.passages, span) : null }
      }),
      ...pairs
        .filter(({ key }) => free.has(key))
        .map(({ key, suggestion }) => ({ kind: 'pair', key, stage: 'first', weight: 'weighty', suggestion, paragraph: null }) as const),
    ],
    left: waiting.length + pairs.length,
    more: opened < candidates.length,
  }
}

/** Lets go of what a person was given and did not judge. */
export const leaveReview = async ({ db, collection }: Ledger, person: string): Promise<void> =>
  dropLeases({ db, collection }, toPerson(person))

/** How often two people who judged one claim agreed. */
export const getAgreement = async ({ db, collection }: Ledger): Promise<readonly Agreement[]> => {
  const rows = await listClaimJudgements({ db, collection })
  const attributes = new Map(rows.map(({ judgement, attribute }) => [judgement.target, attribute]))
  return agreements(
    rows.map(({ judgement }) => judgement),
    (claim) => attributes.get(claim),
  )
}
