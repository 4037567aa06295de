import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { PUBLISH_STATUSES, type PublishStatus } from '../../model/judgement.ts'
import { GRID_COLUMNS, type GridColumn } from '../../publish/grid-view.ts'
import type { GridRow } from '../../server/wire.ts'
import { listGrid } from '../api.ts'
import { CellSheet, CellWords } from '../parts/grid-cell.tsx'
import { useJudgement } from '../parts/judge-buttons.tsx'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { SheetImport } from '../parts/sheet-import.tsx'
import { useTitle } from '../parts/title.ts'
import { UndoBar } from '../parts/undo-bar.tsx'
import { texts } from '../texts.ts'

const words = texts.grid

type Open = Readonly<{ row: string; column: GridColumn }> | undefined

/** Arrow keys go from cell to cell, as in a spreadsheet. */
const onArrow = (event: KeyboardEvent<HTMLElement>) => {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key]
  const cell = (event.target as HTMLElement).closest('td')
  const row = cell?.closest('tr')
  if (!step || !cell || !row) return
  const next = step[0] ? (step[0] > 0 ? row.nextElementSibling : row.previousElementSibling) : row
  const target = next?.children[cell.cellIndex + step[1]!]
  const button = target?.querySelector<HTMLElement>('button, input, a')
  if (!button) return
  button.focus()
  event.preventDefault()
}

type RowProps = Readonly<{ row: GridRow; isChosen: boolean; onChoose: () => void; onOpen: (column: GridColumn) => void }>

const Row = ({ row, isChosen, onChoose, onOpen }: RowProps) => (
  <tr className={isChosen ? 'is-chosen' : undefined}>
    <td>
      <input type="checkbox" aria-label={words.select(row.title)} checked={isChosen} onChange={onChoose} />
    </td>
    <th scope="row">
      <Link to="/incidents/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    </th>
    {GRID_COLUMNS.map((column) => (
      <td key={column} className={`is-${row.cells[column].source}`}>
        <button type="button" className="grid-cell" aria-haspopup="dialog" onClick={() => onOpen(column)}>
          <span className="sr-only">{words.cell(words.columns[column], row.title)}: </span>
          <CellWords cell={row.cells[column]} />
        </button>
      </td>
    ))}
    <td>{texts.status.names[row.publication]}</td>
    <td>
      {row.checked}/{row.claims}
    </td>
  </tr>
)

/** What is done with many rows at once. */
const Many = ({ chosen, onDone }: Readonly<{ chosen: readonly string[]; onDone: () => void }>) => {
  const [status, setStatus] = useState<PublishStatus>('pending')
  const judge = useJudgement()
  const apply = async () => {
    for (const incident of chosen) await judge.mutateAsync({ kind: 'status', incident, value: { status } })
    onDone()
  }
  return (
    <p className="grid-many">
      <span role="status">{words.selected(chosen.length)}</span>
      <label>
        {words.setStatus}{' '}
        <select value={status} onChange={({ target }) => setStatus(target.value as PublishStatus)}>
          {PUBLISH_STATUSES.map((each) => (
            <option key={each} value={each}>
              {texts.status.names[each]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" disabled={judge.isPending || chosen.length === 0} onClick={() => void apply()}>
        {words.apply}
      </button>
    </p>
  )
}

/** One row for each incident, as in the sheet that people leave behind: every cell opens what stands behind it. */
export const GridPage = () => {
  const filter = useSearch({ from: '/grid' })
  const navigate = useNavigate({ from: '/grid' })
  const [open, setOpen] = useState<Open>()
  const [isImporting, setImporting] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  useTitle(words.heading)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['grid', filter],
    queryFn: ({ pageParam }) => listGrid(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const query = filter.q ? `?q=${encodeURIComponent(filter.q)}` : ''
  const toggle = (id: string) => setChosen((old) => (old.has(id) ? new Set([...old].filter((each) => each !== id)) : new Set([...old, id])))
  const row = open && rows.find(({ id }) => id === open.row)
  return (
    <article className="page grid-page">
      <h1>{words.heading}</h1>
      <p className="section-note">{words.note}</p>
      <div className="grid-tools">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
            void navigate({ search: q ? { q } : {}, replace: true })
          }}
        >
          <label className="field">
            <span>{texts.list.search}</span>
            <input name="q" key={filter.q} defaultValue={filter.q} />
          </label>
        </form>
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setImporting(true)}>
          {words.importOpen}
        </button>
        <a className="button" href={`/grid.csv${query}`} download>
          {words.exportCsv}
        </a>
        <a className="button" href={`/grid.xlsx${query}`} download>
          {words.exportXlsx}
        </a>
      </div>
      {chosen.size > 0 && <Many chosen={[...chosen]} onDone={() => setChosen(new Set())} />}
      {!data && <Loading />}
      {data && rows.length === 0 && (
        <section className="teach">
          <h2>{words.emptyHeading}</h2>
          <p>{words.empty}</p>
        </section>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className="table-box" tabIndex={0} aria-label={words.heading} onKeyDown={onArrow}>
          <table className="grid-table">
            <thead>
              <tr>
                <td>
                  <input
                    type="checkbox"
                    aria-label={words.selectAll}
                    checked={chosen.size === rows.length}
                    onChange={() => setChosen(chosen.size === rows.length ? new Set() : new Set(rows.map(({ id }) => id)))}
                  />
                </td>
                {(['title', ...GRID_COLUMNS, 'status', 'checked'] as const).map((column) => (
                  <th key={column} scope="col">
                    {words.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((each) => (
                <Row
                  key={each.id}
                  row={each}
                  isChosen={chosen.has(each.id)}
                  onChoose={() => toggle(each.id)}
                  onOpen={(column) => setOpen({ row: each.id, column })}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {hasNextPage && (
        <p className="section">
          <button type="button" className="button" disabled={isFetching} onClick={() => void fetchNextPage()}>
            {words.more}
          </button>
        </p>
      )}
      {row && open && <CellSheet row={row} column={open.column} onClose={() => setOpen(undefined)} />}
      {isImporting && <SheetImport onClose={() => setImporting(false)} />}
      <UndoBar />
    </article>
  )
}
