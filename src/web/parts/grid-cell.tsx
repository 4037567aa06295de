import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { GridCell, GridColumn, GridRow } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { UndoButton, useJudgement } from './judge-buttons.tsx'
import { Sheet } from './sheet.tsx'

const words = texts.grid

const FIGURES: ReadonlySet<GridColumn> = new Set<GridColumn>(['killed', 'wounded', 'missing', 'captured'])

type Ends = Readonly<{ low: number | null; high: number | null }>

/** `24`, `24-25`, `25+`; undefined: none of them. */
const readFigure = (typed: string): Ends | undefined => {
  const [, low, high, open] = /^(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\s*(\+?)$/.exec(typed.trim()) ?? []
  if (!low || (high && (open || Number(high) < Number(low)))) return undefined
  return { low: Number(low), high: open ? null : Number(high ?? low) }
}

type Props = Readonly<{ row: GridRow; column: GridColumn; onClose: () => void }>

/** A figure of a person's own in the place of the policy's, with the reason. */
const OwnFigure = ({ row, column, onClose }: Props) => {
  const judge = useJudgement()
  const [isBad, setBad] = useState(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const ends = readFigure(String(form.get('figure') ?? ''))
    setBad(!ends)
    if (!ends) return
    const value = { attribute: column as 'killed', scope: row.cells[column].scopeKey, policy: null, ...ends, approximate: false }
    judge.mutate({ kind: 'choose', incident: row.id, value, why: String(form.get('why') ?? '') }, { onSuccess: onClose })
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <label className="field">
        <span>{words.edit}</span>
        <input name="figure" required defaultValue={row.cells[column].source === 'person' ? row.cells[column].words : ''} />
      </label>
      <p className="soft">{words.editNote}</p>
      <label className="field">
        <span>{words.why}</span>
        <input name="why" required maxLength={1000} />
      </label>
      {isBad && <p role="alert">{words.bad}</p>}
      {judge.error && <p role="alert">{judge.error.message}</p>}
      <button type="submit" className="button is-main" disabled={judge.isPending}>
        {words.save}
      </button>
    </form>
  )
}

/** The claims behind a cell, and, for a figure, the way to put another one there. */
export const CellSheet = ({ row, column, onClose }: Props) => {
  const cell = row.cells[column]
  return (
    <Sheet heading={words.cell(words.columns[column], row.title)} onClose={onClose}>
      <p>
        <strong>{cell.words || texts.nothing}</strong>{' '}
        {cell.source === 'person' && <span className="soft">{words.enteredBy(cell.by ?? '')}</span>}
        {cell.judgement && <UndoButton judgement={cell.judgement} />}
      </p>
      <h3>{words.claims}</h3>
      {cell.quotes.length === 0 ? (
        <p className="soft">{words.noClaims}</p>
      ) : (
        <ul className="entries">
          {cell.quotes.map(({ claim, document, quote, saidBy, checked }) => (
            <li key={claim}>
              <Link to="/documents/$id" params={{ id: document }} search={{ claim }} className="entry-quote" dir="auto">
                {quote}
              </Link>{' '}
              <span className="soft">
                {texts.incident.says(saidBy)}
                {checked && ` · ✓ ${texts.matrix.checked}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {FIGURES.has(column) && <OwnFigure row={row} column={column} onClose={onClose} />}
    </Sheet>
  )
}

/** What a cell shows: the value, whether sources differ, and that it has no source where it has none. */
export const CellWords = ({ cell }: Readonly<{ cell: GridCell }>) => (
  <>
    <span className="grid-words">{cell.words || <span className="soft">{texts.nothing}</span>}</span>
    {cell.differs && (
      <span className="grid-differs" title={texts.matrix.differs}>
        ◆<span className="sr-only"> {texts.matrix.differs}</span>
      </span>
    )}
    {cell.source === 'person' && <span className="grid-source">{words.noSource}</span>}
  </>
)
