import { sha256 } from '../ledger/id.ts'
import { type Problem, problem } from '../model/problem.ts'
import { ANALYSIS_SCHEMA, type Analysis } from '../model/reading.ts'
import type { FoundDocument, Input, Workbench } from './workbench.ts'

const LISTS = ['mentions', 'statements', 'incidents', 'claims', 'relations', 'affiliations', 'aggregates', 'problems'] as const

const parse = (line: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const isDocument = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'passages' in value

/** The analysis on a line; or what is wrong with it. */
const readAnalysis = (line: string, n: number): Analysis | readonly Problem[] => {
  const value = parse(line)
  if (!value) return [problem('input/not-json', `Line ${n}: it is not a JSON object.`)]
  if (value.schema === ANALYSIS_SCHEMA && isDocument(value.document) && LISTS.every((name) => Array.isArray(value[name])))
    return value as unknown as Analysis
  const told = Array.isArray(value.problems) ? (value.problems as readonly Problem[]) : []
  return told.length > 0 ? told : [problem('input/bad-field', `Line ${n}: it is not an analysis of the form ${ANALYSIS_SCHEMA}.`)]
}

const failed = (problems: readonly Problem[]): FoundDocument => ({
  bytes: new Uint8Array(),
  mediaType: null,
  facts: {},
  problems,
  extract: null,
})

/**
 * What was read takes the place of reading: each line of the input is an analysis. Its text is kept as its bytes: those that were
 * captured stayed where it was read.
 */
const toFound = (analysis: Analysis): FoundDocument => {
  const { text, url, issuer, title, published } = analysis.document
  return {
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/plain',
    facts: {
      ...(url ? { url } : {}),
      ...(issuer.name ? { publisher: issuer.name } : {}),
      ...(title ? { title } : {}),
      ...(published ? { published } : {}),
    },
    problems: [],
    extract: async () => ({ ...analysis, document: { ...analysis.document, id: `sha256:${sha256(text)}` } }),
  }
}

/** The documents that were read elsewhere (`casus extract --jsonl`), a line each. */
export const findAnalyses: Workbench['find'] = async ({ bytes, firstLine = 1 }: Input) =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((line, i): readonly FoundDocument[] => {
      if (line.trim() === '') return []
      const read = readAnalysis(line, firstLine + i)
      return [Array.isArray(read) ? failed(read) : toFound(read as Analysis)]
    })
