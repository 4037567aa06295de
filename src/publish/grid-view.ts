import type { Attribute } from '../model/claim.ts'
import type { PublishStatus } from '../model/judgement.ts'
import type { IncidentRecord, Page } from '../model/record.ts'
import type { ClaimEntry } from './claim-entry.ts'
import { type IncidentView, toIncidentView } from './incident-view.ts'

/** The columns of the grid, as in the sheets that people keep. */
export const GRID_COLUMNS = ['date', 'place', 'type', 'killed', 'wounded', 'missing', 'captured', 'perpetrator', 'target'] as const
export type GridColumn = (typeof GRID_COLUMNS)[number]

/** What stands in a cell, and what stands behind it. */
export type GridCell = Readonly<{
  words: string
  /** `claims`: somebody's words · `person`: typed by a person, no source · `none`: empty. */
  source: 'claims' | 'person' | 'none'
  /** By which a judgement names what the figure covers; empty: the whole incident. */
  scopeKey: string
  /** Who typed it. */
  by: string | null
  /** The judgement to withdraw in order to undo what was typed. */
  judgement: string | null
  differs: boolean
  /** Everybody's words for it, each with who says so and where. */
  quotes: readonly Readonly<{ claim: string; document: string; quote: string; gist: string; saidBy: string; checked: boolean }>[]
}>

export type GridRow = Readonly<{
  id: string
  title: string
  publication: PublishStatus
  checked: number
  claims: number
  cells: Readonly<Record<GridColumn, GridCell>>
}>

export type GridView = Readonly<{ rows: readonly GridRow[]; next: string | null }>

const TOLL: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured'])

type Told = Readonly<{ entry: ClaimEntry; saidBy: string }>

const toldOf = (view: IncidentView, attribute: Attribute): readonly Told[] =>
  view.matrix.rows
    .filter((row) => row.attribute === attribute && !row.part)
    .flatMap(({ cells }) => cells.flatMap(({ entries }, i) => entries.map((entry) => ({ entry, saidBy: view.matrix.columns[i]!.name }))))
    .filter(({ entry }) => entry.standing === 'current')

const toQuote = ({ entry, saidBy }: Told): GridCell['quotes'][number] => ({
  claim: entry.id,
  document: entry.document.id,
  quote: entry.quote,
  gist: entry.gist,
  saidBy,
  checked: entry.review.state !== 'unread',
})

const MOST_VALUES = 3

const wordsOf = (view: IncidentView, column: GridColumn, told: readonly Told[]): string => {
  if (TOLL.has(column)) {
    const figures = view.published.filter(({ attribute }) => attribute === column)
    return figures.map(({ words, scope }) => `${words}${scope ? ` ${scope}` : ''}`).join('; ')
  }
  if (column === 'type') return view.subType
  if (column === 'date')
    return view.dates
      .map(({ from, to }) => (from === null ? null : from === to ? from : `${from}/${to}`))
      .filter(Boolean)
      .join(' or ')
  const values = [...new Set(told.map(({ entry }) => entry.gist))]
  return values.slice(0, MOST_VALUES).join('; ')
}

const toCell = (view: IncidentView, column: GridColumn): GridCell => {
  const told = toldOf(view, column)
  const chosen = view.published.find(({ attribute, policy }) => attribute === column && policy === 'person')?.chosen ?? null
  const words = wordsOf(view, column, told)
  return {
    words,
    scopeKey: view.published.find(({ attribute }) => attribute === column)?.scopeKey ?? '',
    source: chosen ? 'person' : words === '' ? 'none' : 'claims',
    by: chosen?.by ?? null,
    judgement: chosen?.judgement ?? null,
    differs: told.some(({ entry }) => entry.differs),
    quotes: told.map(toQuote),
  }
}

/** One incident as a row. */
export const toGridRow = (record: IncidentRecord): GridRow => {
  const view = toIncidentView(record)
  return {
    id: view.id,
    title: view.title,
    publication: view.publication.status,
    ...view.review,
    cells: Object.fromEntries(GRID_COLUMNS.map((column) => [column, toCell(view, column)])) as GridRow['cells'],
  }
}

export const toGridView = ({ items, next }: Page<GridRow>): GridView => ({ rows: items, next })
