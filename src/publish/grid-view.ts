import type { Attribute } from '../model/claim.ts'
import type { Judgement, PublishStatus } from '../model/judgement.ts'
import type { CellValue, OwnColumn } from '../model/own-column.ts'
import type { IncidentRecord, Page } from '../model/record.ts'
import type { ClaimEntry } from './claim-entry.ts'
import { GRID_COLUMNS, type GridColumn, type GridSetup } from './grid-columns.ts'
import { type IncidentView, toIncidentView } from './incident-view.ts'

/** What stands in a cell, and what stands behind it. */
export type GridCell = Readonly<{
  words: string
  /** `claims`: somebody's words · `rests`: typed by a person, who names the claim it rests on · `person`: typed, no source · `none`: empty. */
  source: 'claims' | 'rests' | 'person' | 'none'
  /** By which a judgement names what the figure covers; empty: the whole incident. */
  scopeKey: string
  /** Who typed it, when (UTC), and why. */
  by: string | null
  at: string | null
  why: string | null
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
  /** The policies that its figures were made by; `person`: somebody's own choice. */
  policies: readonly string[]
  /** By column: those of the grid, then people's own by their ids. */
  cells: Readonly<Record<GridColumn, GridCell>> & Readonly<Record<string, GridCell>>
}>

/** A page of the grid, with what people have set up for it. */
export type GridView = GridSetup & Readonly<{ rows: readonly GridRow[]; next: string | null }>

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

const toSourcedCell = (view: IncidentView, column: GridColumn): GridCell => {
  const told = toldOf(view, column)
  const chosen = view.published.find(({ attribute, policy }) => attribute === column && policy === 'person')?.chosen ?? null
  const words = wordsOf(view, column, told)
  return {
    words,
    scopeKey: view.published.find(({ attribute }) => attribute === column)?.scopeKey ?? '',
    source: chosen ? 'person' : words === '' ? 'none' : 'claims',
    by: chosen?.by ?? null,
    at: chosen?.at ?? null,
    why: chosen?.why ?? null,
    judgement: chosen?.judgement ?? null,
    differs: told.some(({ entry }) => entry.differs),
    quotes: told.map(toQuote),
  }
}

const EMPTY: GridCell = {
  ...{ words: '', source: 'none', scopeKey: '', by: null, at: null, why: null, judgement: null, differs: false, quotes: [] },
}

type Typed = Readonly<{ judgement: Judgement; value: CellValue }>

/** What people last typed into each column; what was typed into the incident itself goes before what came with one merged into it. */
const typedCells = ({ id, judgements }: IncidentRecord): ReadonlyMap<string, Typed> => {
  const standing = judgements.filter(({ kind, withdrawn }) => kind === 'cell' && withdrawn === null)
  const cells = [...standing.filter(({ target }) => target !== id), ...standing.filter(({ target }) => target === id)].map((judgement) => ({
    judgement,
    value: judgement.value as CellValue,
  }))
  return new Map(cells.map((cell) => [cell.value.column, cell]))
}

/** A cell with what a person typed into it; a typed cell that was emptied shows what sources say again. */
const withTyped = (cell: GridCell, typed: Typed | undefined, all: readonly Told[]): GridCell => {
  if (!typed || typed.value.value === null) return cell
  const { judgement, value } = typed
  const rests = value.claim === null ? [] : all.filter(({ entry }) => entry.id === value.claim).map(toQuote)
  return {
    ...cell,
    words: value.value!,
    source: rests.length > 0 ? 'rests' : 'person',
    ...{ by: judgement.by, at: judgement.at, why: judgement.why, judgement: judgement.id },
    quotes: [...rests, ...cell.quotes.filter(({ claim }) => claim !== value.claim)],
  }
}

/** One incident as a row, with the columns that people made. */
export const toGridRow = (record: IncidentRecord, own: readonly Pick<OwnColumn, 'id'>[] = []): GridRow => {
  const view = toIncidentView(record)
  const typed = typedCells(record)
  const all = view.matrix.rows.flatMap((row) => (row.part || row.attribute === 'evidence' ? [] : toldOf(view, row.attribute)))
  const sourced = GRID_COLUMNS.map((column) => [column, withTyped(toSourcedCell(view, column), typed.get(column), all)])
  const added = own.map(({ id }) => [id, withTyped(EMPTY, typed.get(id), all)])
  return {
    id: view.id,
    title: view.title,
    publication: view.publication.status,
    ...view.review,
    policies: [...new Set(view.published.map(({ policy }) => policy))],
    cells: Object.fromEntries([...sourced, ...added]) as GridRow['cells'],
  }
}

export const toGridView = ({ items, next, ...setup }: Page<GridRow> & GridSetup): GridView => ({ ...setup, rows: items, next })
