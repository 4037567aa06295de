import { createHash } from 'node:crypto'
import { type Assets, extract } from '../engine/extract.ts'
import type { ReadInput } from '../engine/read/read.ts'
import type { DocumentFacts } from '../model/document.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { Analysis } from '../model/reading.ts'

/** `sha256:` and the hash of bytes, or of the UTF-8 of a text. */
export const contentId = (content: string | Uint8Array): string => `sha256:${createHash('sha256').update(content).digest('hex')}`

/** A line that could not be read: its id, where it has one, and why. */
export type Unread = Readonly<{ id: string | null; problems: readonly Problem[] }>

const FACTS = ['id', 'title', 'published', 'publisher', 'url'] as const

/** One line of JSON Lines as the engine's input; or what is wrong with it. */
export const toInput = (line: string): ReadInput | Unread => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return { id: null, problems: [problem('input/not-json', error instanceof Error ? error.message : 'The line is not JSON.')] }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, problems: [problem('input/not-json', 'The line is not a JSON object.')] }
  const row = value as Record<string, unknown>
  const id = typeof row.id === 'string' ? row.id : typeof row.id === 'number' ? String(row.id) : null
  const bad = [...FACTS, 'text', 'html'].filter(
    (field) => row[field] !== undefined && row[field] !== null && typeof row[field] !== 'string' && !(field === 'id' && id !== null),
  )
  if (bad.length > 0) return { id, problems: [problem('input/bad-field', `"${bad[0]}" is not a string.`)] }
  const facts: DocumentFacts = Object.fromEntries(
    FACTS.flatMap((field) =>
      field === 'id' ? (id === null ? [] : [['id', id]]) : typeof row[field] === 'string' ? [[field, row[field]]] : [],
    ),
  )
  if (typeof row.html === 'string') return { facts, id: contentId(row.html), html: row.html }
  if (typeof row.text === 'string') return { facts, id: contentId(row.text), text: row.text }
  return { id, problems: [problem('input/no-content', 'The line has neither "text" nor "html".')] }
}

/** Problems that leave nothing to read. */
const FATAL =
  /^(?:document\/(?:unreadable|unknown-format|not-text|too-large)|input\/|pdf\/(?:no-text|encrypted|broken)|mail\/broken|internal\/)/

export const isFatal = ({ problems }: Readonly<{ problems: readonly Problem[] }>): boolean => problems.some(({ code }) => FATAL.test(code))

/** Reads one line: its analysis, or the line's id with what is wrong. Never throws. */
export const readLine = (line: string, assets: Assets): Analysis | Unread => {
  const input = toInput(line)
  if ('problems' in input) return input
  try {
    return extract(input, assets)
  } catch (error) {
    return {
      id: input.facts.id ?? input.id,
      problems: [problem('internal/unexpected', error instanceof Error ? error.message : String(error))],
    }
  }
}
