import type { DocumentFacts } from '../model/document.ts'
import { type Problem, problem } from '../model/problem.ts'

/** A document as a line of JSON Lines gives it: its text or page, and what is known of it. */
export type LineDocument = Readonly<{ facts: DocumentFacts }> & (Readonly<{ text: string }> | Readonly<{ html: string }>)

const FACTS = ['id', 'title', 'published', 'publisher', 'url'] as const
const FIELDS = [...FACTS, 'text', 'html'] as const

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Reads one line; gives what is wrong with it where it holds no document. */
export const readJsonLine = (line: string): LineDocument | Problem => {
  const value = parse(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('input/not-json', 'The line is not a JSON object.')
  const row: Readonly<Record<string, unknown>> = {
    ...value,
    ...('id' in value && typeof value.id === 'number' ? { id: String(value.id) } : {}),
  }
  const bad = FIELDS.find((field) => row[field] != null && typeof row[field] !== 'string')
  if (bad !== undefined) return problem('input/bad-field', `"${bad}" is not a string.`)
  const facts: DocumentFacts = Object.fromEntries(FACTS.filter((field) => row[field] != null).map((field) => [field, row[field]]))
  if (typeof row.html === 'string') return { facts, html: row.html }
  if (typeof row.text === 'string') return { facts, text: row.text }
  return problem('input/no-content', 'The line has neither "text" nor "html".')
}
