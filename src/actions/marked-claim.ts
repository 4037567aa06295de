import {
  type Anchored,
  type Attribute,
  type Claim,
  type Figure,
  isFigureAttribute,
  type Modality,
  NOBODY_DESCRIBED,
  type PositionValue,
} from '../model/claim.ts'
import type { IssuerKind } from '../model/document.ts'
import type { Mention, PartyType } from '../model/mention.ts'
import { CasusError } from '../model/problem.ts'
import type { Analysis } from '../model/reading.ts'
import { overlaps, type Span, wordsOf } from '../model/span.ts'
import type { Stance, Statement } from '../model/statement.ts'

/** The value a person gives to words; what the words themselves name (a place, a party, a day) needs no more than the words. */
export type MarkedValue =
  | Readonly<{ kind: 'figure'; figure: Pick<Figure, 'low' | 'high'> & Partial<Figure> }>
  | Readonly<{
      kind: 'words'
      /** For a date: `YYYY-MM-DD`. */
      day?: string
      /** For a place. */
      at?: Readonly<{ lat: number; lon: number; name: string; country: string | null }>
      /** For a party. */
      party?: PartyType
    }>
  | Readonly<{ kind: 'position'; on: PositionValue['on']; answer: PositionValue['answer'] }>

/** Whose word it is: the document's own voice, a statement that was read, or somebody named by words of the document. */
type MarkedSpeaker =
  | Readonly<{ kind: 'own' }>
  | Readonly<{ kind: 'statement'; statement: string }>
  | Readonly<{ kind: 'words'; span: Span; sourceKind: IssuerKind; stance?: Stance }>

export type Mark = Readonly<{
  attribute: Attribute
  spans: Anchored
  value: MarkedValue
  speaker: MarkedSpeaker
  modality?: Modality
}>

/** A claim made by hand, with mentions and statements of its own: it stands whatever a later reading of the document finds. */
export type Marked = Readonly<{ claim: Claim; mentions: readonly Mention[]; statements: readonly Statement[] }>

const refuse = (message: string): never => {
  throw new CasusError('request/invalid', message)
}

const MENTION_KINDS: Partial<Record<Attribute, Mention['kind']>> = {
  date: 'time',
  place: 'place',
  perpetrator: 'party',
  target: 'party',
  victim: 'party',
  weapon: 'weapon',
}

type Words = Extract<MarkedValue, { kind: 'words' }>

/** A mention of the words marked: what the engine read there, if it read the same kind of thing, with what the person says on top. */
const toMention = (id: string, kind: Mention['kind'], at: Span, value: Words | null, { document, mentions }: Analysis): Mention => {
  const read = mentions.find((mention) => mention.kind === kind && overlaps(mention, at))
  const words = wordsOf(document.text, at)
  const base = { id, start: at.start, end: at.end }
  if (kind === 'time') {
    const day = value?.day
    if (day !== undefined) return { ...base, kind, type: 'DATE', value: day, from: day, to: day, part: null, assumed: [] }
    return read?.kind === kind
      ? { ...read, ...base }
      : { ...base, kind, type: 'DATE', value: null, from: null, to: null, part: null, assumed: [] }
  }
  if (kind === 'place') {
    if (value?.at) return { ...base, kind, ...value.at, precision: 1, radiusM: null }
    // Words alone do not say how exact a place is: without coordinates nothing is drawn.
    return read?.kind === kind
      ? { ...read, ...base }
      : { ...base, kind, lat: null, lon: null, name: null, country: null, precision: 5, radiusM: null }
  }
  if (kind === 'weapon') return read?.kind === kind ? { ...read, ...base } : { ...base, kind, type: words }
  const party = read?.kind === 'party' ? read : undefined
  return {
    ...base,
    kind: 'party',
    type: value?.party ?? party?.type ?? 'organisation',
    named: party?.named ?? /^\p{Lu}/u.test(words),
    actor: party?.actor ?? null,
  }
}

type Said = Readonly<
  { statement: string | null; chain: readonly string[]; mention: string | null } & Pick<Marked, 'mentions' | 'statements'>
>

const toSaid = (id: string, { speaker, spans }: Mark, analysis: Analysis): Said => {
  const { document, statements, mentions } = analysis
  const own = document.issuer.name === null ? [] : [document.issuer.name]
  if (speaker.kind === 'own') return { statement: null, chain: own, mention: null, mentions: [], statements: [] }
  const statementId = `${id}s`
  const mentionId = `${id}q`
  if (speaker.kind === 'statement') {
    const read = statements.find((one) => one.id === speaker.statement) ?? refuse(`The document has no statement ${speaker.statement}.`)
    const named = mentions.find((mention) => mention.id === read.speaker)
    const words = named ? wordsOf(document.text, named) : read.source ? wordsOf(document.text, read.source) : null
    return {
      statement: statementId,
      chain: [...own, ...(words === null ? [] : [words])],
      mention: named ? mentionId : null,
      mentions: named ? [{ ...named, id: mentionId }] : [],
      statements: [{ ...read, id: statementId, speaker: named ? mentionId : null, parent: null }],
    }
  }
  const { span, sourceKind, stance = 'asserts' } = speaker
  const mention = toMention(mentionId, 'party', span, null, analysis)
  const statement: Statement = {
    id: statementId,
    source: span,
    sourceKind,
    speaker: mentionId,
    cue: null,
    content: spans,
    form: 'indirect',
    stance,
    parent: null,
  }
  return {
    statement: statementId,
    chain: [...own, wordsOf(document.text, span)],
    mention: mentionId,
    mentions: [mention],
    statements: [statement],
  }
}

const toFigure = (figure: Extract<MarkedValue, { kind: 'figure' }>['figure']): Figure => ({
  approximate: false,
  words: null,
  extent: 'total',
  of: null,
  scope: null,
  ...figure,
  people: { ...NOBODY_DESCRIBED, ...figure.people },
})

const toValue = (id: string, { attribute, value, spans }: Mark, said: Said, text: string): Claim['value'] => {
  if (isFigureAttribute(attribute)) return value.kind === 'figure' ? toFigure(value.figure) : refuse(`${attribute} needs a figure.`)
  if (attribute === 'position') {
    if (value.kind !== 'position') return refuse('A position needs what it is on and what the answer is.')
    return {
      party: said.mention ?? refuse('A position is somebody’s: say whose by the words that name them.'),
      on: value.on,
      answer: value.answer,
    }
  }
  if (value.kind !== 'words') return refuse(`${attribute} takes the words marked.`)
  if (attribute === 'victim') return { mention: `${id}m`, age: null, band: null, sex: null, status: null, occupation: null, fate: null }
  return attribute in MENTION_KINDS ? { mention: `${id}m` } : { text: spans.map((span) => wordsOf(text, span)).join(' … ') }
}

/** Builds a claim by hand. `id` is the claim's; its mentions and statement are named after it. */
export const toMarked = (id: string, incident: string, mark: Mark, analysis: Analysis): Marked => {
  const { attribute, spans, value, modality = 'asserted' } = mark
  const said = toSaid(id, mark, analysis)
  const kind = MENTION_KINDS[attribute]
  const own = kind ? [toMention(`${id}m`, kind, spans[0], value.kind === 'words' ? value : null, analysis)] : []
  const claim = {
    id,
    incident,
    attribute,
    value: toValue(id, mark, said, analysis.document.text),
    spans,
    statement: said.statement,
    chain: said.chain,
    modality,
    evidence: [],
    revises: null,
    confidence: null,
    because: ['by-hand'],
  } as Claim
  return { claim, mentions: [...own, ...said.mentions], statements: said.statements }
}
