import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { YES_NO } from '../../model/own-column.ts'
import type { GridCell, GridRow } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { ChoiceField } from './choice-field.tsx'
import { type Column, toCellRequest } from './grid-column.ts'
import { UndoButton, useJudgement } from './judge-buttons.tsx'
import { Sheet } from './sheet.tsx'

const words = texts.grid

type Props = Readonly<{ row: GridRow; column: Column; onClose: () => void }>

/** What a cell shows where the row has none of this column yet. */
export const cellOf = (row: GridRow, column: Column): GridCell => row.cells[column.id] ?? NO_CELL
const NO_CELL: GridCell = {
  ...{ words: '', source: 'none', scopeKey: '', by: null, at: null, why: null, judgement: null, differs: false, quotes: [] },
}

/** The words that a column lets one choose from, none among them; undefined: it is typed. */
export const choicesOf = ({ shape }: Column): readonly string[] | undefined =>
  shape?.type === 'choice' ? ['', ...shape.vocabulary] : shape?.type === 'yes-no' ? ['', ...YES_NO] : undefined

/** Every claim of a row, once, to say which one a typed value rests on. */
const quotesOf = (row: GridRow): GridCell['quotes'] => [
  ...new Map(
    Object.values(row.cells)
      .flatMap(({ quotes }) => quotes)
      .map((quote) => [quote.claim, quote]),
  ).values(),
]

const LONGEST_OPTION = 90

const RestsOn = ({ row }: Pick<Props, 'row'>) => (
  <label className="field">
    <span>{words.restsOn}</span>
    <select name="claim" defaultValue="">
      <option value="">{words.restsOnNothing}</option>
      {quotesOf(row).map(({ claim, quote, saidBy }) => (
        <option key={claim} value={claim}>
          {`“${quote}” — ${saidBy}`.slice(0, LONGEST_OPTION)}
        </option>
      ))}
    </select>
  </label>
)

const ValueField = ({ row, column }: Pick<Props, 'row' | 'column'>) => {
  const { source, words: value } = cellOf(row, column)
  const typed = source === 'person' || source === 'rests' ? value : ''
  return (
    <ChoiceField
      name="typed"
      label={column.shape ? words.value : words.edit}
      choices={choicesOf(column)?.map((choice) => [choice, choice] as const)}
      initial={typed}
      isRequired={!column.shape}
    />
  )
}

/** A value of a person's own: a figure in the place of the policy's, with the reason, or what they enter, with the claim it rests on. */
const OwnValue = ({ row, column, onClose }: Props) => {
  const judge = useJudgement()
  const [wrong, setWrong] = useState<string>()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string): string => String(form.get(name) ?? '')
    const request = toCellRequest({ row, column, typed: given('typed'), why: given('why'), claim: given('claim') || null })
    setWrong(typeof request === 'string' ? request : undefined)
    if (typeof request !== 'string') judge.mutate(request, { onSuccess: onClose })
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <ValueField row={row} column={column} />
      <p className="soft">{column.shape ? words.valueNote : words.editNote}</p>
      {column.shape && <RestsOn row={row} />}
      <label className="field">
        <span>{column.shape ? texts.mark.why : words.why}</span>
        <input name="why" required={!column.shape} maxLength={1000} />
      </label>
      {wrong && <p role="alert">{column.shape ? words.notThis(wrong) : words.bad}</p>}
      {judge.error && <p role="alert">{judge.error.message}</p>}
      <button type="submit" className="button is-main" disabled={judge.isPending}>
        {words.save}
      </button>
    </form>
  )
}

const Entered = ({ cell }: Readonly<{ cell: GridCell }>) => {
  const told = cell.source === 'rests' ? words.restsBy : words.enteredBy
  return (
    <span className="soft">
      {told(cell.by ?? '', cell.at?.slice(0, 10) ?? '')}
      {cell.why && ` · ${words.because(cell.why)}`}
    </span>
  )
}

/** The claims behind a cell, and the way to put a value of one's own there. */
export const CellSheet = ({ row, column, onClose }: Props) => {
  const cell = cellOf(row, column)
  return (
    <Sheet heading={words.cell(column.name, row.title)} onClose={onClose}>
      {column.own?.definition && <p className="soft">{column.own.definition}</p>}
      <p>
        <strong>{cell.words || texts.nothing}</strong> {cell.by !== null && <Entered cell={cell} />}
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
      <OwnValue row={row} column={column} onClose={onClose} />
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
    {cell.source === 'rests' && <span className="grid-source">{words.rests}</span>}
  </>
)
