import type { Actor } from '../../model/actor.ts'
import type { Document, IssuerKind } from '../../model/document.ts'
import { counter } from '../../model/id.ts'
import type { Passage } from '../../model/passage.ts'
import { bySpan, contains, cover, type Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { Context } from '../context.ts'
import { listBlockQuotes } from './block-quotes.ts'
import type { Candidate } from './candidate.ts'
import { listCandidates } from './candidates.ts'
import { toSpeakerKind } from './kind.ts'
import { listQuotes } from './quotes.ts'
import { toReading } from './reading.ts'
import { toSpeakers } from './speakers.ts'
import { weigh } from './weigh.ts'

export { chainOf, speakerWords } from './chain.ts'
export { toSpeakerKind } from './kind.ts'
export { lineageOf, statementAt } from './statement-at.ts'

/** A candidate at least this likely is a statement. Fitted with the weights (see `models/attribution.md`). */
const THRESHOLD = 0.5

export type StatementOptions = Readonly<{
  /** The actor register, for what it says of a known speaker's kind. */
  actors?: ReadonlyMap<string, Pick<Actor, 'kind'>>
}>

type Draft = Omit<Statement, 'id' | 'parent'> & Readonly<{ at: number; inside?: number }>

/**
 * Who says what in a document: every statement with its speaker, its cue and its content, in document order, and the statement it
 * stands inside. What no statement holds is the document's own voice. Linear in the length of the text.
 */
export const findStatements = (context: Context, options: StatementOptions = {}): readonly Statement[] => {
  const { document, parsed } = context
  const passages = document.passages.filter(({ kind, missing }) => kind !== 'comment' && kind !== 'other' && !missing)
  const reading = toReading(document.text, parsed, listQuotes(document.text, passages))
  const accepted = listCandidates(reading, passages).filter((candidate) => candidate.certain || weigh(candidate) >= THRESHOLD)
  const read = oneForEachCue([...accepted.filter(({ content }) => content.length > 0), ...listBlockQuotes(reading, passages, accepted)])
  const drafts = [
    ...toDrafts(context, read, options),
    ...document.passages.filter(({ kind }) => kind === 'comment').map((passage) => toComment(document, passage)),
  ]
  return withParents(drafts.sort((a, b) => bySpan(hullOf(a), hullOf(b))))
}

const oneForEachCue = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const seen = new Set<string>()
  return candidates.filter(({ cue, content }) => {
    const key = `${cue?.start} ${content[0]?.start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const toDrafts = (context: Context, candidates: readonly Candidate[], { actors }: StatementOptions): readonly Draft[] => {
  const { document, parsed } = context
  const speakers = toSpeakers(context)
  const ordered = [...candidates].sort((a, b) => (a.source?.start ?? a.cue?.start ?? 0) - (b.source?.start ?? b.cue?.start ?? 0))
  return ordered.map(({ at, inside, source, sourceHead, cue, content, direct, stance }): Draft => {
    const mention = source ? speakers.find(source, sourceHead === null ? undefined : parsed.tokens[sourceHead]) : undefined
    const words = source ? document.text.slice(source.start, source.end) : ''
    const registered = mention?.actor ? actors?.get(mention.actor)?.kind : undefined
    return {
      at,
      ...(inside === undefined ? {} : { inside }),
      source,
      sourceKind: kindOf(words, mention && document.text.slice(mention.start, mention.end), mention?.type, registered),
      speaker: mention?.id ?? null,
      cue,
      content,
      form: direct === 'all' ? 'direct' : direct === 'some' ? 'mixed' : 'indirect',
      stance,
    }
  })
}

/** The speaker's own words tell first, its fullest form in the document second. */
const kindOf = (
  words: string,
  full: string | undefined,
  type: Parameters<typeof toSpeakerKind>[0]['type'],
  registered: IssuerKind | undefined,
): IssuerKind => {
  if (words === '') return 'unknown'
  const own = toSpeakerKind({ words, registered })
  return own === 'unknown' && full !== undefined ? toSpeakerKind({ words: full, type, registered }) : own
}

/** A reader's comment: its author speaks, and whatever is said inside it stands inside that statement. */
const toComment = ({ text }: Document, passage: Passage): Draft => {
  const author = passage.author
  const from = Math.max(0, passage.start - 200)
  const at = author
    ? text.slice(from, Math.min(passage.end, passage.start + 300)).lastIndexOf(author, passage.start - from + author.length)
    : -1
  const source = author && at >= 0 ? { start: from + at, end: from + at + author.length } : null
  return {
    at: -1,
    source,
    sourceKind: 'social',
    speaker: null,
    cue: null,
    content: [{ start: passage.start, end: passage.end }],
    form: 'direct',
    stance: 'asserts',
  }
}

const hullOf = ({ source, cue, content }: Draft): Span => {
  const spans = [...content, ...(source ? [source] : []), ...(cue ? [cue] : [])]
  const [first = { start: 0, end: 0 }, ...rest] = spans
  return cover(first, ...rest)
}

/** Gives ids in document order and finds for each statement the innermost other one whose content holds all of it. */
const withParents = (drafts: readonly Draft[]): readonly Statement[] => {
  const next = counter('s')
  const ids = drafts.map(() => next())
  const hulls = drafts.map(hullOf)
  const pieces = drafts.flatMap(({ content }, i) => content.map((piece) => ({ ...piece, i }))).sort(bySpan)
  const order = drafts.map((_, i) => i).sort((a, b) => bySpan(hulls[a] as Span, hulls[b] as Span))
  const open: (Span & { i: number })[] = []
  const parents = new Map<number, number>()
  let p = 0
  for (const i of order) {
    const hull = hulls[i] as Span
    for (let piece = pieces[p]; piece && piece.start <= hull.start; piece = pieces[++p]) {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= piece.start) open.pop()
      open.push(piece)
    }
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= hull.start) open.pop()
    for (let k = open.length - 1, steps = 0; k >= 0 && steps < 12; k--, steps++) {
      const piece = open[k]
      if (!piece || piece.i === i || !contains(piece, hull) || sameHull(hull, hulls[piece.i])) continue
      parents.set(i, piece.i)
      break
    }
  }
  const byCue = new Map(drafts.map(({ at }, i) => [at, i]))
  drafts.forEach(({ inside }, i) => {
    const reporting = inside === undefined ? undefined : byCue.get(inside)
    if (reporting !== undefined && parents.get(reporting) !== i) parents.set(i, reporting)
  })
  return drafts.map(({ source, sourceKind, speaker, cue, content, form, stance }, i) => {
    const parent = parents.get(i)
    return {
      id: ids[i] as string,
      source,
      sourceKind,
      speaker,
      cue,
      content,
      form,
      stance,
      parent: parent === undefined ? null : (ids[parent] as string),
    }
  })
}

const sameHull = (a: Span, b: Span | undefined): boolean => a.start === b?.start && a.end === b.end
