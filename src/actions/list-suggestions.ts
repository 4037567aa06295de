import { listCards } from '../ledger/cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { loadSuggestions } from '../ledger/suggestions.ts'
import type { Page, SuggestionRecord } from '../model/record.ts'
import { fromCursor, toLimit, toPage } from './paging.ts'

export type SuggestionFilter = Readonly<{
  /** Only pairs that this incident stands in. */
  incident?: string
  /** 1–500, 50 unless told. */
  limit?: number
  /** `next` of the page before. */
  after?: string
}>

/** Pairs of incidents that may be the same, likeliest first: for people to say. Throws `request/invalid`. */
export const listSuggestions = async (
  { db, collection }: Ledger,
  { incident, limit, after }: SuggestionFilter,
): Promise<Page<SuggestionRecord>> => {
  const source = { db, collection }
  const size = toLimit(limit)
  const rows = await loadSuggestions(source, { incident: incident ?? null, limit: size, after: after ? fromCursor(after, 3) : null })
  const cards = new Map((await listCards(source, [...new Set(rows.flatMap(({ a, b }) => [a, b]))])).map((card) => [card.id, card]))
  const page = toPage(
    rows,
    size,
    ({ a, b, score, because, answer }): readonly SuggestionRecord[] => {
      const [first, second] = [cards.get(a), cards.get(b)]
      return first && second ? [{ incidents: [first, second], score, because, answer: answer === 'unsure' ? answer : null }] : []
    },
    ({ a, b, score }) => [score, a, b],
  )
  return { ...page, items: page.items.flat() }
}
