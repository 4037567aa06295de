import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { FILTER_KEYS, type GridSearch, type ListFilter, listGrid, toGridQuery } from '../api.ts'
import { CellSheet } from '../parts/grid-cell.tsx'
import { allColumns, shownColumns } from '../parts/grid-column.ts'
import { GridColumns } from '../parts/grid-columns.tsx'
import { GridMany } from '../parts/grid-many.tsx'
import { GridPaste } from '../parts/grid-paste.tsx'
import { type CellPlace, GridTable } from '../parts/grid-table.tsx'
import { GridViews } from '../parts/grid-views.tsx'
import { IncidentFilters } from '../parts/incident-filters.tsx'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { SheetImport } from '../parts/sheet-import.tsx'
import { useTitle } from '../parts/title.ts'
import { UndoBar } from '../parts/undo-bar.tsx'
import { texts } from '../texts.ts'

const words = texts.grid

const NO_SETUP = { columns: [], views: [] } as const
const ORDERS = Object.keys(words.orders) as readonly (keyof typeof words.orders)[]

/** What lies over the grid: a cell, pasted text, the columns, or a sheet that is brought in. */
type Over =
  | Readonly<{ kind: 'cell'; cell: CellPlace }>
  | Readonly<{ kind: 'paste'; cell: CellPlace; text: string }>
  | Readonly<{ kind: 'columns' | 'import' }>

const Empty = ({ isFiltered }: Readonly<{ isFiltered: boolean }>) => (
  <section className="teach">
    <h2>{isFiltered ? texts.list.noneHeading : words.emptyHeading}</h2>
    <p>{isFiltered ? texts.list.none : words.empty}</p>
    {isFiltered && (
      <p className="teach-actions">
        <Link to="/grid" search={{}} className="button">
          {texts.list.clear}
        </Link>
      </p>
    )}
  </section>
)

/** One row for each incident, as in the sheet that people leave behind: every cell opens what stands behind it. */
export const GridPage = () => {
  const asked: GridSearch = useSearch({ from: '/grid' })
  const navigate = useNavigate({ from: '/grid' })
  const [over, setOver] = useState<Over>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  useTitle(words.heading)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['grid', toGridQuery(asked)],
    queryFn: ({ pageParam }) => listGrid(asked, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (old) => old,
  })
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  const setup = data?.pages[0] ?? NO_SETUP
  const view = setup.views.find(({ id }) => id === asked.view)
  const search: GridSearch = view ? view.search : asked
  const filter: ListFilter = Object.fromEntries(FILTER_KEYS.flatMap((key) => (search[key] ? [[key, search[key]]] : [])))
  // A saved view that is changed becomes an address of its own; saving it under its name keeps it anew.
  const set = (change: GridSearch) => void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false })
  const clear = () => set(Object.fromEntries(FILTER_KEYS.map((key) => [key, ''])))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const columns = shownColumns(setup.columns, search.columns)
  const picked = rows.filter(({ id }) => chosen.has(id))
  const close = () => setOver(undefined)
  const cell = over && 'cell' in over ? over.cell : undefined
  const [row, column] = [rows.find(({ id }) => id === cell?.row), columns.find(({ id }) => id === cell?.column)]
  const query = toGridQuery(asked)
  return (
    <article className="page grid-page">
      <h1>{words.heading}</h1>
      <p className="section-note">{words.note}</p>
      <IncidentFilters filter={filter} set={set} clear={clear} />
      <div className="grid-tools">
        <label className="field">
          <span>{words.order}</span>
          <select value={search.order ?? 'date'} onChange={({ target }) => set({ order: target.value })}>
            {ORDERS.map((order) => (
              <option key={order} value={order}>
                {words.orders[order]}
              </option>
            ))}
          </select>
        </label>
        <GridViews
          views={setup.views}
          current={view}
          search={search}
          onView={(id) => void navigate({ search: id ? { view: id } : {}, replace: true })}
        />
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOver({ kind: 'columns' })}>
          {words.columnsOpen}
        </button>
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOver({ kind: 'import' })}>
          {words.importOpen}
        </button>
        <a className="button" href={`/grid.csv?${query}`} download>
          {words.exportCsv}
        </a>
        <a className="button" href={`/grid.xlsx?${query}`} download>
          {words.exportXlsx}
        </a>
      </div>
      {picked.length > 0 && <GridMany rows={picked} columns={columns} onDone={() => setChosen(new Set())} />}
      {!data && <Loading />}
      {data && rows.length === 0 && <Empty isFiltered={Object.keys(filter).length > 0} />}
      {rows.length > 0 && (
        <>
          <GridTable
            rows={rows}
            columns={columns}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={(place) => setOver({ kind: 'cell', cell: place })}
            onPaste={(place, text) => setOver({ kind: 'paste', cell: place, text })}
          />
          <p className="section-note">{words.keys}</p>
        </>
      )}
      {hasNextPage && (
        <p className="section">
          <button type="button" className="button" disabled={isFetching} onClick={() => void fetchNextPage()}>
            {words.more}
          </button>
        </p>
      )}
      {over?.kind === 'cell' && row && column && <CellSheet row={row} column={column} onClose={close} />}
      {over?.kind === 'paste' && <GridPaste text={over.text} place={{ rows, columns, ...over.cell, chosen }} onClose={close} />}
      {over?.kind === 'columns' && (
        <GridColumns
          all={allColumns(setup.columns)}
          shown={columns}
          onShow={(ids) => set({ columns: ids?.join(',') ?? '' })}
          onClose={close}
        />
      )}
      {over?.kind === 'import' && <SheetImport onClose={close} />}
      <UndoBar />
    </article>
  )
}
