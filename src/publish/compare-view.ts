import type { DocumentRecord, IncidentRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { ClaimEntry } from './claim-entry.ts'
import { isoWords } from './date-view.ts'
import { findRivals } from './differ.ts'
import { kindWords } from './kind-words.ts'
import { toMatrix } from './matrix.ts'
import { issuerName } from './origin.ts'
import { listSaid } from './said.ts'
import { sharedPassages } from './shared-passages.ts'

/** A piece of a text: in both, or in this one only. */
type Piece = Readonly<{ text: string; isShared: boolean }>

/** One of two accounts, with its text cut at what it shares with the other. */
export type Account = Readonly<{
  n: number
  id: string
  title: string
  issuer: string
  kind: string
  published: string | null
  language: string
  passages: readonly Readonly<{ kind: string; pieces: readonly Piece[] }>[]
}>

/** `near`: not the same, and not in the way of each other. */
type Relation = 'same' | 'near' | 'differs' | 'only-left' | 'only-right'

/** What two accounts say of one attribute. */
export type ComparedRow = Readonly<{
  id: string
  label: string
  relation: Relation
  left: readonly ClaimEntry[]
  right: readonly ClaimEntry[]
}>

/** Two accounts of one incident: what they say alike, what differs, what only one says, and what is copied. */
export type CompareView = Readonly<{
  incident: Readonly<{ id: string; title: string }>
  documents: readonly Readonly<{ n: number; id: string; title: string }>[]
  left: Account
  right: Account
  rows: readonly ComparedRow[]
  /** Of the shorter text, in per cent. */
  share: number
}>

const cut = (text: string, { start, end }: Span, shared: readonly Span[]): readonly Piece[] => {
  const pieces: Piece[] = []
  let at = start
  for (const span of shared) {
    const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)]
    if (from >= to) continue
    if (from > at) pieces.push({ text: text.slice(at, from), isShared: false })
    pieces.push({ text: text.slice(from, to), isShared: true })
    at = to
  }
  if (at < end) pieces.push({ text: text.slice(at, end), isShared: false })
  return pieces
}

/** Comments and furniture are no part of an account. */
const isAccount = ({ kind, missing }: DocumentRecord['passages'][number]): boolean => kind !== 'comment' && kind !== 'other' && !missing

/** The text of the account at its own offsets; what is none of it is blank. */
const bodyOf = ({ text, passages }: DocumentRecord): string => {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of passages.filter(isAccount).toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    pieces.push(' '.repeat(start - at), text.slice(start, end))
    at = end
  }
  return pieces.join('')
}

const toAccount = ({ summary, text, passages }: DocumentRecord, n: number, shared: readonly Span[]): Account => ({
  n,
  id: summary.id,
  title: summary.title ?? 'Untitled document',
  issuer: issuerName(summary, n),
  kind: kindWords(summary.issuer.kind),
  published: summary.published && isoWords(summary.published),
  language: summary.language,
  passages: passages.filter(isAccount).map((passage) => ({ kind: passage.kind, pieces: cut(text, passage, shared) })),
})

const FIGURES: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured', 'displaced'])

const meaning = ({ gist, qualifiers }: ClaimEntry): string => [gist.toLowerCase(), ...qualifiers].join(' ')

const relate = (attribute: string, left: readonly ClaimEntry[], right: readonly ClaimEntry[], rivals: ReadonlySet<string>): Relation => {
  if (right.length === 0) return 'only-left'
  if (left.length === 0) return 'only-right'
  const said = new Set(left.map(meaning))
  if (right.some((entry) => said.has(meaning(entry))) && right.length === left.length) return 'same'
  if (right.some((entry) => rivals.has(entry.id)) || FIGURES.has(attribute)) return 'differs'
  return right.some((entry) => said.has(meaning(entry))) ? 'same' : 'near'
}

/** Sets two documents of an incident side by side. */
export const toCompareView = (record: IncidentRecord, left: DocumentRecord, right: DocumentRecord): CompareView => {
  const said = listSaid(record)
  const { columns, rows } = toMatrix(record, said, 'documents')
  const numbers = new Map(record.documents.map(({ id }, i) => [id, i + 1]))
  const placeOf = (id: string): number => columns.findIndex(({ documents }) => documents.some((document) => document.id === id))
  const [a, b] = [placeOf(left.id), placeOf(right.id)]
  const two = said.filter(({ record: { document } }) => document === left.id || document === right.id)
  const byAttribute = Map.groupBy(two, ({ claim }) => claim.attribute)
  const rivals = new Set([...byAttribute.values()].flatMap((same) => [...findRivals(same)].map(({ record: { id } }) => id)))
  const shared = sharedPassages(bodyOf(left), bodyOf(right))
  return {
    incident: { id: record.id, title: record.card.title },
    documents: record.documents.map(({ id, title }, i) => ({ n: i + 1, id, title: title ?? 'Untitled document' })),
    left: toAccount(left, numbers.get(left.id) ?? 0, shared.left),
    right: toAccount(right, numbers.get(right.id) ?? 0, shared.right),
    rows: rows.flatMap(({ id, label, attribute, cells }): readonly ComparedRow[] => {
      const [x, y] = [cells[a]?.entries ?? [], cells[b]?.entries ?? []]
      return x.length + y.length === 0 ? [] : [{ id, label, relation: relate(attribute, x, y, rivals), left: x, right: y }]
    }),
    share: Math.round(100 * shared.share),
  }
}
