import { useState } from 'react'
import { PUBLISH_STATUSES, type PublishStatus } from '../../model/judgement.ts'
import type { GridRow, MakeJudgementRequest } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { ChoiceField } from './choice-field.tsx'
import { choicesOf } from './grid-cell.tsx'
import { type Column, toCellRequest } from './grid-column.ts'
import { useJudgements } from './judge-buttons.tsx'

const words = texts.grid

type Props = Readonly<{ rows: readonly GridRow[]; columns: readonly Column[]; onDone: () => void }>

const STATUS = 'status'

/** What is done with many rows at once: their status, or one value for a column that is typed into. */
export const GridMany = ({ rows, columns, onDone }: Props) => {
  const judge = useJudgements()
  const [into, setInto] = useState(STATUS)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string>()
  const column = columns.find(({ id }) => id === into)
  const choices = column
    ? choicesOf(column)?.map((choice) => [choice, choice] as const)
    : PUBLISH_STATUSES.map((status) => [status, texts.status.names[status]] as const)
  const toRequest = (row: GridRow): MakeJudgementRequest | string =>
    column
      ? toCellRequest({ row, column, typed, why: '' })
      : { kind: 'status', incident: row.id, value: { status: (typed || PUBLISH_STATUSES[0]) as PublishStatus } }
  const apply = () => {
    const requests = rows.map(toRequest)
    const bad = requests.find((request) => typeof request === 'string')
    setWrong(bad === undefined ? undefined : words.notThis(bad))
    if (bad === undefined) judge.mutate(requests as readonly MakeJudgementRequest[], { onSuccess: onDone })
  }
  return (
    <div className="grid-many">
      <span role="status">{words.selected(rows.length)}</span>
      <ChoiceField
        label={words.setColumn}
        value={into}
        choices={[[STATUS, words.setStatus], ...columns.filter(({ shape }) => shape !== null).map(({ id, name }) => [id, name] as const)]}
        onChange={(id) => {
          setInto(id)
          setTyped('')
        }}
      />
      <ChoiceField label={words.setTo} value={typed} choices={choices} onChange={setTyped} />
      <button type="button" className="button" disabled={judge.isPending || rows.length === 0} onClick={apply}>
        {words.apply}
      </button>
      {(wrong ?? judge.error?.message) && <span role="alert">{wrong ?? judge.error?.message}</span>}
    </div>
  )
}
