import { loadActors } from '../assets/actors.ts'
import type { Actor } from '../model/actor.ts'
import type { Page } from '../model/record.ts'
import { fromCursor, toLimit, toPage } from './paging.ts'

export type ActorFilter = Readonly<{
  /** Words of a name or an alias. */
  q?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
  limit?: number
  after?: string
}>

const toKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’‘'`.]/g, '')
    .toLowerCase()

/** Actors of the register, by name, a page at a time. Throws `request/invalid`. */
export const listActors = ({ q = '', country, limit, after }: ActorFilter): Page<Actor> => {
  const words = toKey(q).split(/\s+/).filter(Boolean)
  const size = toLimit(limit)
  const from = after ? Number(fromCursor(after, 1)[0]) : 0
  const found = [...loadActors().actors.values()]
    .filter((actor) => country === undefined || actor.country === country)
    .filter((actor) => {
      const names = [actor.name, ...actor.aliases].map(toKey).join(' | ')
      return words.every((word) => names.includes(word))
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return toPage(
    found.slice(from, from + size + 1),
    size,
    (actor) => actor,
    () => [from + size],
  )
}
