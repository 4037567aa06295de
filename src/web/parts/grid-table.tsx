import { Link } from '@tanstack/react-router'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { GridRow } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { CellWords, cellOf, choicesOf } from './grid-cell.tsx'
import { type Column, toCellRequest } from './grid-column.ts'
import { useJudgement } from './judge-buttons.tsx'

const words = texts.grid

/** A cell by its row and column. */
export type CellPlace = Readonly<{ row: string; column: string }>

type Editing = CellPlace & Readonly<{ typed: string }>

/** Puts the focus into a cell so many rows and columns away; stays where there is none. */
const move = (from: HTMLElement, [down, right]: readonly [number, number]): void => {
  const cell = from.closest('td')
  const row = cell?.closest('tr')
  const next = down === 0 ? row : down > 0 ? row?.nextElementSibling : row?.previousElementSibling
  const target = cell && next?.children[cell.cellIndex + right]
  target?.querySelector<HTMLElement>('button, input, a')?.focus()
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** How typing ended: by a key, so that the cell has the focus again, or because the focus went elsewhere. */
type EndTyping = (by: 'key' | 'leaving') => void

type FieldProps = Readonly<{ row: GridRow; column: Column; typed: string; label: string; onEnd: EndTyping }>

/** A cell while it is typed into: Enter keeps the value, Escape leaves it as it was. */
const CellField = ({ row, column, typed, label, onEnd }: FieldProps) => {
  const judge = useJudgement()
  const [wrong, setWrong] = useState<string>()
  const choices = choicesOf(column)
  const keep = (value: string, by: 'key' | 'leaving') => {
    if (judge.isPending) return
    const request = toCellRequest({ row, column, typed: value, why: '' })
    if (typeof request === 'string') return setWrong(words.notThis(request))
    if (value.trim() === cellOf(row, column).words) return onEnd(by)
    judge.mutate(request, { onSuccess: () => onEnd(by), onError: ({ message }) => setWrong(message) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    if (event.key === 'Enter') keep(event.currentTarget.value, 'key')
    if (event.key === 'Escape') onEnd('key')
    event.stopPropagation()
  }
  const field = {
    className: 'grid-field',
    'aria-label': label,
    'aria-invalid': wrong !== undefined,
    'aria-busy': judge.isPending,
    defaultValue: typed,
    onKeyDown,
    ref: (element: HTMLInputElement | HTMLSelectElement | null) => {
      element?.focus()
    },
  }
  return (
    <>
      {choices ? (
        <select {...field} onChange={({ target }) => keep(target.value, 'key')} onBlur={() => onEnd('leaving')}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input {...field} onBlur={({ target }) => (wrong ? onEnd('leaving') : keep(target.value, 'leaving'))} />
      )}
      {wrong && (
        <span className="grid-wrong" role="alert">
          {wrong}
        </span>
      )}
    </>
  )
}

type RowProps = Readonly<{
  row: GridRow
  columns: readonly Column[]
  isChosen: boolean
  editing: Editing | undefined
  onChoose: () => void
  onOpen: (column: string) => void
  onEnd: EndTyping
}>

const Row = ({ row, columns, isChosen, editing, onChoose, onOpen, onEnd }: RowProps) => (
  <tr className={isChosen ? 'is-chosen' : undefined} data-row={row.id}>
    <td>
      <input type="checkbox" aria-label={words.select(row.title)} checked={isChosen} onChange={onChoose} />
    </td>
    <th scope="row">
      <Link to="/incidents/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    </th>
    {columns.map((column) => {
      const label = words.cell(column.name, row.title)
      return (
        <td key={column.id} className={`is-${cellOf(row, column).source}`} data-column={column.id}>
          {editing?.column === column.id ? (
            <CellField row={row} column={column} typed={editing.typed} label={label} onEnd={onEnd} />
          ) : (
            <button type="button" className="grid-cell" aria-haspopup="dialog" onClick={() => onOpen(column.id)}>
              <span className="sr-only">{label}: </span>
              <CellWords cell={cellOf(row, column)} />
            </button>
          )}
        </td>
      )
    })}
    <td>{texts.status.names[row.publication]}</td>
    <td>
      {row.checked}/{row.claims}
    </td>
  </tr>
)

type Props = Readonly<{
  rows: readonly GridRow[]
  columns: readonly Column[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  onOpen: (cell: CellPlace) => void
  onPaste: (cell: CellPlace, text: string) => void
}>

const placeOf = (target: EventTarget): CellPlace | undefined => {
  const cell = (target as HTMLElement).closest<HTMLElement>('td[data-column]')
  const row = cell?.closest<HTMLElement>('tr[data-row]')
  return cell && row ? { row: row.dataset.row!, column: cell.dataset.column! } : undefined
}

const findCell = ({ row, column }: CellPlace): Element | null =>
  document.querySelector(`tr[data-row="${CSS.escape(row)}"] td[data-column="${CSS.escape(column)}"]`)

/** The grid as a table: arrow keys go from cell to cell, typing edits one in place, pasting fills from there on. */
export const GridTable = ({ rows, columns, chosen, onChoose, onOpen, onPaste }: Props) => {
  const [editing, setEditing] = useState<Editing>()
  const back = useRef<CellPlace>(undefined)
  useEffect(() => {
    const place = editing ? undefined : back.current
    if (!place) return
    back.current = undefined
    findCell(place)?.querySelector('button')?.focus()
  }, [editing])
  const end: EndTyping = (by) => {
    if (by === 'key') back.current = editing
    setEditing(undefined)
  }
  const startTyping = (place: CellPlace, key: string): boolean => {
    const column = columns.find(({ id }) => id === place.column)
    const row = rows.find(({ id }) => id === place.row)
    if (!column || !row || (key !== 'F2' && key.length !== 1)) return false
    if (column.shape) setEditing({ ...place, typed: key === 'F2' ? cellOf(row, column).words : key })
    else onOpen(place)
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const arrow = ARROWS[event.key]
    const place = placeOf(event.target)
    if (arrow) move(event.target as HTMLElement, arrow)
    else if (!place || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ' || !startTyping(place, event.key)) return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const place = placeOf(event.target)
    if (!place || editing) return
    event.preventDefault()
    onPaste(place, event.clipboardData.getData('text/plain'))
  }
  const toggle = (id: string) => onChoose(chosen.has(id) ? new Set([...chosen].filter((each) => each !== id)) : new Set([...chosen, id]))
  const isAll = rows.every(({ id }) => chosen.has(id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box" tabIndex={0} aria-label={words.heading} onKeyDown={onKeyDown} onPaste={paste}>
      <table className="grid-table">
        <thead>
          <tr>
            <td>
              <input
                type="checkbox"
                aria-label={words.selectAll}
                checked={isAll}
                onChange={() => onChoose(isAll ? new Set() : new Set(rows.map(({ id }) => id)))}
              />
            </td>
            <th scope="col">{words.columns.title}</th>
            {columns.map(({ id, name, own }) => (
              <th key={id} scope="col" title={own?.definition || undefined}>
                {name}
              </th>
            ))}
            <th scope="col">{words.columns.status}</th>
            <th scope="col">{words.columns.checked}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              columns={columns}
              isChosen={chosen.has(row.id)}
              editing={editing?.row === row.id ? editing : undefined}
              onChoose={() => toggle(row.id)}
              onOpen={(column) => onOpen({ row: row.id, column })}
              onEnd={end}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
