import { CasusError } from '../model/problem.ts'
import type { Page } from '../model/record.ts'

const MOST = 500
const USUAL = 50

/** How many items a page has. Throws `request/invalid`. */
export const toLimit = (limit: number = USUAL): number => {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new CasusError('request/invalid', `limit must be a whole number from 1 to ${MOST}, not ${limit}.`)
  return limit
}

/** A cursor: where the next page starts, opaque to whoever carries it. */
export const toCursor = (place: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place a cursor names, of `length` parts. Throws `request/invalid`. */
export const fromCursor = (cursor: string, length: number): readonly (string | number | null)[] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isPart = (part: unknown) => part === null || typeof part === 'string' || typeof part === 'number'
    if (Array.isArray(place) && place.length === length && place.every(isPart)) return place
  } catch {
    // Told below.
  }
  throw new CasusError('request/invalid', `after is not a cursor of this list: ${cursor.slice(0, 80)}`)
}

/** A page of rows, of which one more was asked for than it shows. */
export const toPage = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  placeOf: (row: Row) => readonly (string | number | null)[],
): Page<Item> => {
  const shown = rows.slice(0, limit)
  return { items: shown.map(toItem), next: rows.length > limit ? toCursor(placeOf(shown.at(-1)!)) : null }
}
