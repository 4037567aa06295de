import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../../src/assets/load.ts'
import { extract } from '../../../src/engine/extract.ts'
import { isFigureClaim } from '../../../src/model/claim.ts'
import type { Analysis } from '../../../src/model/reading.ts'
import { type Span, wordsOf } from '../../../src/model/span.ts'

/** Texts written for these cases, each with what must be read in it; other claims beside those listed are allowed. */
type Expected = Readonly<{
  incidents: readonly Readonly<{ type: string; subType: string; status: string }>[]
  claims: readonly Readonly<{
    attribute: string
    words: string
    by: string | null
    low?: number | null
    high?: number | null
    extent?: string
    modality?: string
    revises?: number
  }>[]
  absent?: readonly Readonly<{ attribute: string; low: number }>[]
  evidence?: readonly Readonly<{ status: string; words: string }>[]
  aggregates?: readonly Readonly<{ attribute: string; low: number; period: string }>[]
  relations?: readonly string[]
}>

const folder = new URL('.', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8')

const told = ({ document, statements, claims, incidents }: Analysis) => {
  const words = (span: Span): string => wordsOf(document.text, span)
  const source = new Map(statements.map(({ id, source: span }) => [id, span ? words(span) : null]))
  const figure = new Map(claims.map((claim) => [claim.id, isFigureClaim(claim) ? claim.value.low : null]))
  return {
    incidents: incidents.map(({ type, subType, status }) => ({ type, subType, status })),
    claims: claims.map((claim) => ({
      attribute: claim.attribute,
      words: claim.spans.map(words),
      by: claim.statement === null ? null : (source.get(claim.statement) ?? null),
      modality: claim.modality,
      ...(isFigureClaim(claim) ? { low: claim.value.low, high: claim.value.high, extent: claim.value.extent } : {}),
      ...(claim.revises ? { revises: figure.get(claim.revises) } : {}),
    })),
    evidence: claims.flatMap((claim) => claim.evidence.map(({ status, spans }) => ({ status, words: spans.map(words).join(' ') }))),
  }
}

const assets = loadAssets()

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(read(`${name}/expected.json`)) as Expected
  const input = { facts: {}, id: name, text: read(`${name}/source.txt`) }
  const analysis = extract(input, assets)
  const found = told(analysis)

  it('tells its incidents apart and types them', () => {
    expect(found.incidents).toEqual(expected.incidents)
    expect(analysis.problems).toEqual([])
  })

  it('reads each claim with its speaker', () => {
    for (const { words, ...claim } of expected.claims)
      expect(found.claims).toContainEqual(
        expect.objectContaining({ ...claim, words: expect.arrayContaining([expect.stringContaining(words)]) }),
      )
  })

  it('reads nothing that is not there', () => {
    for (const none of expected.absent ?? []) expect(found.claims).not.toContainEqual(expect.objectContaining(none))
    for (const { spans } of analysis.claims) for (const { start, end } of spans) expect(end).toBeGreaterThan(start)
  })

  it('reads evidence, totals and relations', () => {
    for (const one of expected.evidence ?? []) expect(found.evidence).toContainEqual(one)
    for (const { attribute, low, period } of expected.aggregates ?? [])
      expect(analysis.aggregates).toContainEqual(expect.objectContaining({ attribute, period, value: expect.objectContaining({ low }) }))
    expect(analysis.relations.map(({ type }) => type)).toEqual(expect.arrayContaining([...(expected.relations ?? [])]))
  })

  it('gives the same bytes twice', () => {
    expect(JSON.stringify(extract(input, assets))).toBe(JSON.stringify(analysis))
  })
})
