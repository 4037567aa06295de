import { createHash } from 'node:crypto'
import { textAnchor } from '../model/anchor.ts'
import type { Claim } from '../model/claim.ts'
import type { Mention } from '../model/mention.ts'
import type { Analysis } from '../model/reading.ts'
import { type Span, wordsOf } from '../model/span.ts'
import type { AffiliationRow, AggregateRow, ClaimRow, MentionRow, ProposalRow, RelationRow, StatementRow } from './rows.ts'
import { sentenceAround } from './sentence.ts'
import { speakersOf } from './speaker.ts'

/** One reading of a document as rows. */
export type ReadingRows = Readonly<{
  proposals: readonly ProposalRow[]
  statements: readonly StatementRow[]
  mentions: readonly MentionRow[]
  claims: readonly ClaimRow[]
  relations: readonly RelationRow[]
  affiliations: readonly AffiliationRow[]
  aggregates: readonly AggregateRow[]
}>

export type ReadingKey = Readonly<{ collection: number; document: string; reading: number; copyGroup: string }>

/** Ids of mentions that a claim names. */
const mentionsOfClaim = ({ value }: Claim): readonly string[] => {
  if ('mention' in value) return [value.mention]
  if ('party' in value) return [value.party]
  return 'scope' in value && value.scope ? value.scope.places : []
}

const referencedMentions = ({ claims, statements, affiliations, aggregates }: Analysis): ReadonlySet<string> =>
  new Set([
    ...claims.flatMap(mentionsOfClaim),
    ...statements.flatMap(({ speaker }) => speaker ?? []),
    ...affiliations.flatMap(({ subject, object }) => [subject, object]),
    ...aggregates.flatMap(({ value }) => value.scope?.places ?? []),
  ])

/** Statements that something rests on, with those they stand inside. The others stand in the analysis. */
const referencedStatements = ({ claims, relations, affiliations, aggregates, statements }: Analysis): ReadonlySet<string> => {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const kept = new Set<string>()
  const keep = (id: string | null): void => {
    for (let next = id; next !== null && !kept.has(next); next = byId.get(next)?.parent ?? null) kept.add(next)
  }
  for (const { statement, evidence } of claims) {
    keep(statement)
    for (const one of evidence) keep(one.statement)
  }
  for (const { statement } of [...relations, ...affiliations, ...aggregates]) keep(statement)
  return kept
}

/** The analysis as rows of the ledger. */
export const toReadingRows = (analysis: Analysis, { collection, document: id, reading, copyGroup }: ReadingKey): ReadingRows => {
  const { document, mentions, statements, incidents, claims, relations, affiliations, aggregates } = analysis
  const { text, passages } = document
  const key = { collection, document: id, reading }
  const byId = new Map<string, Mention>(mentions.map((mention) => [mention.id, mention]))
  const speaker = speakersOf(document, statements, byId, copyGroup)
  const words = (spans: readonly Span[]): readonly string[] => spans.map((span) => wordsOf(text, span))
  const said = <Value extends { spans: readonly Span[]; statement: string | null }>(values: readonly Value[]) =>
    values.map((value, ord) => ({ ...key, ord, value, words: words(value.spans), speaker: speaker(value.statement) }))
  const namedMentions = referencedMentions(analysis)
  const usedStatements = referencedStatements(analysis)
  return {
    proposals: incidents.map((incident, ord) => ({ ...key, id: incident.id, ord, incident })),
    statements: statements
      .filter((statement) => usedStatements.has(statement.id))
      .map((statement) => ({
        ...key,
        id: statement.id,
        statement,
        speaker: speaker(statement.id),
        source_words: statement.source && wordsOf(text, statement.source),
        cue_words: statement.cue && wordsOf(text, statement.cue),
      })),
    mentions: mentions
      .filter((mention) => namedMentions.has(mention.id))
      .map((mention) => ({ ...key, id: mention.id, words: wordsOf(text, mention), mention })),
    claims: claims.map((claim, ord) => {
      const sentence = sentenceAround(text, claim.spans[0], passages)
      return {
        ...key,
        id: claim.id,
        ord,
        incident: claim.incident,
        attribute: claim.attribute,
        modality: claim.modality,
        anchor: textAnchor(id, text, claim.spans),
        words: words(claim.spans),
        sentence: { ...sentence, text: wordsOf(text, sentence) },
        speaker: speaker(claim.statement),
        claim,
        by: null,
        at: null,
      }
    }),
    relations: said(relations),
    affiliations: said(affiliations),
    aggregates: said(aggregates),
  }
}

/** An analysis as it is kept: its text and passages stand in the document's row. `sha256` is of the kept form. */
export const toKeptAnalysis = (analysis: Analysis): Readonly<{ body: string; sha256: string }> => {
  const { text, passages, ...document } = analysis.document
  void text
  void passages
  const body = JSON.stringify({ ...analysis, document })
  return { body, sha256: createHash('sha256').update(body).digest('hex') }
}
