import { toStorable } from '../text.ts'

const sorted = (value: unknown): unknown => {
  if (typeof value === 'string') return toStorable(value)
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/**
 * A row as text that is the same before it is written and after it is read: columns and fields by name, empty columns left out, text as
 * PostgreSQL keeps it. The collection is left out: a row restored into another is the same row.
 */
export const toCanonical = (row: object): string => {
  const columns = Object.entries(row).filter(([name, value]) => name !== 'collection' && value !== null && value !== undefined)
  return JSON.stringify(sorted(Object.fromEntries(columns)))
}
