import type { Attribute } from '../model/claim.ts'
import { isFigureClaim } from '../model/claim.ts'
import type { IncidentRecord } from '../model/record.ts'
import { attributeWords, ROW_ORDER } from './attribute-words.ts'
import { type ClaimEntry, type DocumentRef, toEntry } from './claim-entry.ts'
import { evidenceWords, findStatement, indexMentions, type MentionIndex } from './claim-words.ts'
import { isoWords } from './date-view.ts'
import { findRivals } from './differ.ts'
import { type Group, groupBy } from './group.ts'
import { kindWords, speakerKindWords } from './kind-words.ts'
import { issuerName, speakerName } from './origin.ts'
import type { Said } from './said.ts'

/** What the columns are: those the information comes from, or the documents it stands in. */
type Columns = 'origins' | 'documents'

/** A column: one origin of information, the documents it speaks in, and how many of these only copy; or one document. */
export type MatrixColumn = Readonly<{
  key: string
  name: string
  kind: string
  documents: readonly DocumentRef[]
  copies: number
}>

/** What one origin says of one attribute; most cells are empty. */
type Cell = Readonly<{ entries: readonly ClaimEntry[]; remarks: readonly EvidenceRemark[] }>

/** What is said of the evidence for an origin's claims, and who says so. */
type EvidenceRemark = Readonly<{ words: string; saidBy: string; claim: string; document: DocumentRef }>

export type MatrixRow = Readonly<{
  id: string
  attribute: Attribute | 'evidence'
  label: string
  /** True: figures already inside those of the row above. */
  part: boolean
  /** One per column, in the columns' order. */
  cells: readonly Cell[]
  difference: Difference | null
}>

/** Rival values for one attribute, side by side: earliest publication first. Never says who is right. */
export type Difference = Readonly<{
  attribute: Attribute
  label: string
  accounts: readonly Readonly<{ entry: ClaimEntry; origin: string; kind: string; published: string | null; issuer: string }>[]
  notes: readonly string[]
}>

export type Matrix = Readonly<{ columns: readonly MatrixColumn[]; rows: readonly MatrixRow[] }>

const EMPTY: Cell = { entries: [], remarks: [] }

const TOLL: ReadonlySet<Attribute> = new Set<Attribute>(['killed', 'wounded', 'missing', 'captured', 'displaced'])

const weightOf = (said: Group<Said>): number => {
  const tolls = said.filter(({ claim }) => TOLL.has(claim.attribute)).length
  return (said[0].origin.own ? 0 : 1_000_000) + tolls * 1_000 + said.length
}

const toColumn = (said: Group<Said>): MatrixColumn => {
  const { origin } = said[0]
  const documents = [...new Map(said.map(({ n, record }) => [n, { n, id: record.document }])).values()].sort((a, b) => a.n - b.n)
  return {
    key: origin.key,
    name: origin.name,
    kind: origin.own ? ['own words', kindWords(origin.kind)].filter(Boolean).join(' · ') : speakerKindWords(origin.kind, origin),
    documents,
    copies: documents.length - new Set(said.map(({ document }) => document.copyGroup)).size,
  }
}

const toDocumentColumn = ([{ document, n, record }]: Group<Said>): MatrixColumn => ({
  key: documentKey(n),
  name: document.title ?? 'Untitled document',
  kind: [issuerName(document, n), kindWords(document.issuer.kind)].filter(Boolean).join(' · '),
  documents: [{ n, id: record.document }],
  copies: 0,
})

const documentKey = (n: number): string => `document ${n}`

type Layout = Readonly<{ keyOf: (said: Said) => string; toColumns: (said: readonly Said[]) => readonly MatrixColumn[] }>

const byOrigin = ({ origin }: Said): string => origin.key
const byDocument = ({ n }: Said): string => documentKey(n)

const LAYOUTS: Readonly<Record<Columns, Layout>> = {
  origins: {
    keyOf: byOrigin,
    toColumns: (said) => [...groupBy(said, byOrigin)].sort((a, b) => weightOf(b) - weightOf(a)).map(toColumn),
  },
  documents: {
    keyOf: byDocument,
    toColumns: (said) => [...groupBy(said, byDocument)].sort(([a], [b]) => a.n - b.n).map(toDocumentColumn),
  },
}

const isPart = ({ claim }: Said): boolean => isFigureClaim(claim) && claim.value.extent === 'part'

const foldKey = ({ origin, claim, valueKey, standing }: Said): string => `${origin.key} ${claim.modality} ${standing} ${valueKey}`

const toDifference = (attribute: Attribute, entries: readonly Readonly<{ entry: ClaimEntry; said: Group<Said> }>[]): Difference | null => {
  const rival = entries
    .filter(({ entry }) => entry.differs)
    .sort((a, b) => (a.said[0].document.published ?? '9').localeCompare(b.said[0].document.published ?? '9'))
  if (rival.length < 2) return null
  const accounts = rival.map(({ entry, said: [{ origin, document, n }] }) => ({
    entry,
    origin: origin.name,
    kind: speakerKindWords(origin.kind, origin),
    published: document.published && isoWords(document.published),
    issuer: issuerName(document, n),
  }))
  const undated = rival.filter(({ said }) => said[0].document.published === null).map(({ said }) => said[0].n)
  const copied = rival.filter(({ entry }) => entry.copies > 0)
  return {
    attribute,
    label: attributeWords(attribute),
    accounts,
    notes: [
      undated.length > 0
        ? `Document ${[...new Set(undated)].join(', ')} has no date, so whether it came earlier or later is not known.`
        : 'In order of publication, earliest first.',
      ...copied.map(
        ({ entry }) =>
          `“${entry.quote}” stands in ${entry.copies === 1 ? 'a copy' : `${entry.copies} copies`} of the same text too, counted once.`,
      ),
      ...entries
        .filter(({ entry }) => entry.standing === 'superseded')
        .map(({ entry, said: [{ origin }] }) => `${origin.name} said “${entry.quote}” before, and has revised it.`),
    ],
  }
}

const toRows = (
  index: MentionIndex,
  attribute: Attribute,
  said: readonly Said[],
  columns: readonly MatrixColumn[],
  keyOf: Layout['keyOf'],
): readonly MatrixRow[] => {
  const ofRow = said.filter(({ claim }) => claim.attribute === attribute)
  const differing = findRivals(ofRow)
  return [false, true].flatMap((part): readonly MatrixRow[] => {
    const here = ofRow.filter((each) => isPart(each) === part)
    if (here.length === 0) return []
    const folded = groupBy(here, (each) => `${keyOf(each)} ${foldKey(each)}`).map((same) => ({
      said: same,
      entry: toEntry(
        index,
        same,
        same.some((each) => differing.has(each)),
      ),
    }))
    return [
      {
        id: part ? `${attribute}-part` : attribute,
        attribute,
        label: part ? 'of them' : attributeWords(attribute),
        part,
        cells: columns.map(({ key }) => ({
          ...EMPTY,
          entries: folded.filter(({ said: [first] }) => keyOf(first) === key).map(({ entry }) => entry),
        })),
        difference: toDifference(attribute, folded),
      },
    ]
  })
}

const toEvidenceRow = (
  record: IncidentRecord,
  said: readonly Said[],
  columns: readonly MatrixColumn[],
  keyOf: Layout['keyOf'],
): MatrixRow | undefined => {
  const cells = columns.map(({ key }): Cell => {
    const remarks = new Map<string, EvidenceRemark>()
    for (const one of said) {
      const { claim, record: each, n } = one
      if (keyOf(one) !== key) continue
      for (const evidence of claim.evidence) {
        const statement = evidence.statement === null ? undefined : findStatement(record.statements, each.document, evidence.statement)
        const words = evidenceWords(evidence)
        const by = statement ? speakerName(statement.speaker, n) : `document ${n}`
        remarks.set(`${words} ${by}`, { words, saidBy: by, claim: each.id, document: { n, id: each.document } })
      }
    }
    return { ...EMPTY, remarks: [...remarks.values()] }
  })
  return cells.some(({ remarks }) => remarks.length > 0)
    ? { id: 'evidence', attribute: 'evidence', label: 'Evidence', part: false, cells, difference: null }
    : undefined
}

/** Those a figure counts are its people, not victims told of one by one: "24 martyrs" stands in the row of the killed already. */
const isCountedAlready = (said: readonly Said[]): ((each: Said) => boolean) => {
  const figures = Map.groupBy(
    said.filter(({ claim }) => isFigureClaim(claim)),
    ({ record }) => record.document,
  )
  return ({ claim, record }) => {
    const mention = record.mention?.mention
    if (claim.attribute !== 'victim' || (mention?.kind === 'party' && mention.named)) return false
    const [{ start, end }] = claim.spans
    return (figures.get(record.document) ?? []).some((figure) => figure.claim.spans.some((span) => span.start < end && start < span.end))
  }
}

/** The claims matrix: attributes by origins, or by documents. Copies and repeats are folded with their count, rival values are marked. */
export const toMatrix = (record: IncidentRecord, said: readonly Said[], by: Columns): Matrix => {
  const index = indexMentions(record.mentions)
  const { keyOf, toColumns } = LAYOUTS[by]
  const isCounted = isCountedAlready(said)
  const shown = said.filter((each) => each.claim.attribute !== 'position' && each.standing !== 'rejected' && !isCounted(each))
  const columns = toColumns(shown)
  const evidence = toEvidenceRow(record, shown, columns, keyOf)
  const rows = ROW_ORDER.flatMap((attribute) => toRows(index, attribute, shown, columns, keyOf))
  return { columns, rows: evidence ? [...rows, evidence] : rows }
}
