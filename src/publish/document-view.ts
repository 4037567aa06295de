import type { Attribute, Claim, Modality } from '../model/claim.ts'
import type { PassageKind } from '../model/passage.ts'
import type { Problem } from '../model/problem.ts'
import type {
  CaptureRecord,
  ClaimRecord,
  DocumentRecord,
  IncidentCard,
  MentionRecord,
  ReviewRecord,
  StatementRecord,
} from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { Stance } from '../model/statement.ts'
import { type Family, familyOf } from './attribute-words.ts'
import { claimNote, claimQuote, evidenceWords, indexMentions, type MentionIndex, qualifiers, standing } from './claim-words.ts'
import { type DateView, dateView, isoWords } from './date-view.ts'
import { kindWords, speakerKindWords } from './kind-words.ts'
import { issuerName, speakerName } from './origin.ts'

/** A layer of highlights that can be switched on and off. */
export type Layer = 'claims' | 'speakers' | 'places' | 'times'

/** A stretch of the text that something was read from. */
export type Highlight = Readonly<
  Span & { layer: Layer; id: string /** What it says when pointed at. */; label: string; family: Family | null; incident: string | null }
>

/** A piece of a document, in order. Offsets point into the document's text. */
export type PassageView = Readonly<{
  id: string
  kind: PassageKind
  start: number
  end: number
  text: string
  /** An embed that the capture lost. */
  missing: boolean
}>

/** A reader's comment with the answers to it. It is shown, and is evidence of nothing. */
export type CommentView = Readonly<{
  id: string
  author: string | null
  number: string | null
  text: string
  start: number
  answers: readonly CommentView[]
}>

/** A note in the margin: what was read in some words, who says it, how, and on what evidence. */
export type MarginNote = Readonly<{
  claim: string
  incident: string
  attribute: Attribute
  family: Family
  spans: readonly Span[]
  quote: string
  /** As it stands now; an edit starts from it. */
  value: Claim['value']
  note: string
  /** `killed 25+ · security sources · indirect · none given`. */
  words: string
  chain: readonly string[]
  speakerKind: string
  qualifiers: readonly string[]
  evidence: string
  modality: Modality
  date: DateView | null
  review: ReviewRecord
  byHand: Readonly<{ by: string; at: string }> | null
  confidence: number | null
  because: readonly string[]
}>

/** Somebody who speaks in the document; a claim made by hand may be put in their mouth. */
type SpeakerView = Readonly<{ statement: string; name: string; kind: string; stance: Stance; quote: string }>

export type DocumentView = Readonly<{
  id: string
  title: string
  byline: string | null
  published: string | null
  url: string | null
  language: string
  issuer: Readonly<{ name: string; kind: string; isStated: boolean }>
  version: Readonly<{ of: string; reason: string }> | null
  /** What stood at its address before it, and what stands there since. */
  replaces: NonNullable<DocumentRecord['replaces']> | null
  replacedBy: NonNullable<DocumentRecord['replacedBy']> | null
  text: string
  passages: readonly PassageView[]
  comments: readonly CommentView[]
  commentCount: number
  furniture: readonly string[]
  highlights: readonly Highlight[]
  notes: readonly MarginNote[]
  speakers: readonly SpeakerView[]
  incidents: readonly Readonly<{ id: string; title: string; status: string }>[]
  lostEmbeds: number
  capture: Readonly<{
    sha256: string
    size: number
    records: readonly Readonly<{
      at: string
      method: CaptureRecord['method']
      address: string | null
      fileName: string | null
      tool: string
      operator: string | null
    }>[]
    engine: string
    readAt: string
    copies: readonly Readonly<{ id: string; share: number; isOriginal: boolean }>[]
  }>
  problems: readonly Problem[]
}>

const FORMS = { direct: 'direct', indirect: 'indirect', mixed: 'partly direct' } as const

const toNote = (record: ClaimRecord, document: DocumentRecord, index: MentionIndex): MarginNote => {
  const claim = standing(record)
  const issuer = issuerName(document.summary, 1).replace('document 1', 'this document')
  const name = record.speaker.own ? issuer : speakerName(record.speaker, 1)
  const evidence = claim.evidence.map(evidenceWords)
  const form = record.statement ? FORMS[record.statement.statement.form] : 'own words'
  const outer = claim.chain.slice(0, -1).filter((each) => each !== issuer)
  const note = claimNote(record)
  const said = qualifiers(index, record)
  return {
    claim: record.id,
    incident: record.incident,
    attribute: claim.attribute,
    family: familyOf(claim.attribute),
    spans: claim.spans,
    quote: claimQuote(record),
    value: claim.value,
    note,
    words: [note, name, form, ...evidence].join(' · '),
    chain: record.speaker.own ? [issuer] : [issuer, ...outer, name],
    speakerKind: record.speaker.own ? kindWords(record.speaker.kind) : speakerKindWords(record.speaker.kind, record.speaker),
    qualifiers: said,
    evidence: evidence.length > 0 ? evidence.join('; ') : '',
    modality: claim.modality,
    date: claim.attribute === 'date' && record.mention ? dateView(record.mention) : null,
    review: record.review,
    byHand: record.hand,
    confidence: claim.confidence,
    because: claim.because,
  }
}

const PRECISION = ['', 'exact spot', 'near', 'district', 'province', 'wider area', 'country', 'sea or air']

const placeLabel = ({ mention }: MentionRecord): string => {
  if (mention.kind !== 'place') return ''
  return [mention.name ?? 'place not found', mention.country, PRECISION[mention.precision]].filter(Boolean).join(' · ')
}

const timeLabel = (record: MentionRecord): string => {
  const { from, parts, assumed } = dateView(record)
  if (from === null) return 'no date can be given to these words'
  const text = parts.map((each) => each.text).join(' ')
  return assumed.length > 0 ? `${text} · ${assumed.join(', ')} assumed from the document’s date` : text
}

const toHighlights = (document: DocumentRecord): readonly Highlight[] => [
  ...document.claims.flatMap((record): readonly Highlight[] =>
    record.review.state === 'rejected'
      ? []
      : record.claim.spans.map(({ start, end }) => ({
          start,
          end,
          layer: 'claims',
          id: record.id,
          label: claimNote(record),
          family: familyOf(record.claim.attribute),
          incident: record.incident,
        })),
  ),
  ...document.statements.flatMap(({ statement, speaker }): readonly Highlight[] =>
    statement.source
      ? [
          {
            ...{ start: statement.source.start, end: statement.source.end },
            layer: 'speakers',
            id: statement.id,
            label: [speakerName(speaker, 1), speakerKindWords(speaker.kind, speaker)].filter(Boolean).join(' · '),
            family: null,
            incident: null,
          },
        ]
      : [],
  ),
  ...document.mentions.flatMap((record): readonly Highlight[] => {
    const { mention } = record
    if (mention.kind !== 'place' && mention.kind !== 'time') return []
    const isPlace = mention.kind === 'place'
    return [
      {
        start: mention.start,
        end: mention.end,
        layer: isPlace ? 'places' : 'times',
        id: mention.id,
        label: isPlace ? placeLabel(record) : timeLabel(record),
        family: null,
        incident: null,
      },
    ]
  }),
]

/** Answers nested deeper than any page can show stand beside the last one that is shown as nested. */
const DEEPEST = 30

const toComments = (document: DocumentRecord): readonly CommentView[] => {
  const comments = document.passages.filter(({ kind }) => kind === 'comment')
  const answersTo = new Map<string | null, (typeof comments)[number][]>([[null, []]])
  const shown = new Map<string, Readonly<{ depth: number; under: string | null }>>()
  for (const comment of comments) {
    const parent = comment.parent ? shown.get(comment.parent) : undefined
    const under = !parent ? null : parent.depth < DEEPEST ? comment.parent! : parent.under
    shown.set(comment.id, { depth: !parent ? 0 : Math.min(parent.depth + 1, DEEPEST), under })
    answersTo.set(comment.id, [])
    answersTo.get(under)?.push(comment)
  }
  const toView = (comment: (typeof comments)[number]): CommentView => ({
    id: comment.id,
    author: comment.author ?? null,
    number: comment.number ?? null,
    text: document.text.slice(comment.start, comment.end),
    start: comment.start,
    answers: (answersTo.get(comment.id) ?? []).map(toView),
  })
  return (answersTo.get(null) ?? []).map(toView)
}

const toSpeakers = (document: DocumentRecord): readonly SpeakerView[] =>
  document.statements.map(({ statement, speaker }: StatementRecord) => {
    const [first] = statement.content
    return {
      statement: statement.id,
      name: speakerName(speaker, 1),
      kind: speakerKindWords(speaker.kind, speaker),
      stance: statement.stance,
      quote: first ? document.text.slice(first.start, Math.min(first.end, first.start + QUOTE_LENGTH)) : '',
    }
  })

/** Enough of a statement to tell it from the speaker's other ones in a menu. */
const QUOTE_LENGTH = 70

const byFirstSpan = (a: MarginNote, b: MarginNote): number => a.spans[0]!.start - b.spans[0]!.start || a.spans[0]!.end - b.spans[0]!.end

const toIncidentRef = ({ id, title, status }: IncidentCard): DocumentView['incidents'][number] => ({ id, title, status })

/** Turns a document's record into its page. Comments and furniture stand apart: nothing is claimed from them. */
export const toDocumentView = (document: DocumentRecord): DocumentView => {
  const { summary, passages, copies } = document
  const mentions = indexMentions(document.mentions)
  const body = passages.filter(({ kind }) => kind !== 'comment' && kind !== 'other')
  return {
    id: document.id,
    title: summary.title ?? 'Untitled document',
    byline: summary.byline,
    published: summary.published && isoWords(summary.published),
    url: summary.url,
    language: summary.language,
    issuer: {
      name: issuerName(summary, 1).replace('author of document 1', 'author not stated'),
      kind: kindWords(summary.issuer.kind),
      isStated: summary.issuer.name !== null,
    },
    version: summary.version,
    replaces: document.replaces ?? null,
    replacedBy: document.replacedBy ?? null,
    text: document.text,
    passages: body.map(({ id, kind, start, end, missing }) => ({
      id,
      kind,
      start,
      end,
      text: document.text.slice(start, end),
      missing: missing ?? false,
    })),
    comments: toComments(document),
    commentCount: passages.filter(({ kind }) => kind === 'comment').length,
    furniture: passages.filter(({ kind }) => kind === 'other').map(({ start, end }) => document.text.slice(start, end)),
    highlights: toHighlights(document),
    notes: document.claims.map((record) => toNote(record, document, mentions)).sort(byFirstSpan),
    speakers: toSpeakers(document),
    incidents: document.incidents.map(toIncidentRef),
    lostEmbeds: passages.filter(({ missing }) => missing).length,
    capture: {
      sha256: summary.content.sha256,
      size: summary.content.size,
      records: document.captures.map(({ at, method, address, fileName, tool, operator }) => ({
        at,
        method,
        address,
        fileName,
        tool,
        operator,
      })),
      engine: document.reading.engine,
      readAt: document.reading.at,
      copies: (copies?.documents ?? [])
        .filter((each) => each.document !== document.id)
        .map((each) => ({ id: each.document, share: Math.round(each.share * 100), isOriginal: copies?.original === each.document })),
    },
    problems: document.problems,
  }
}
