import { type FormEvent, useState } from 'react'
import { COLUMN_TYPES } from '../../model/own-column.ts'
import type { ColumnType, OwnColumn } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import type { Column } from './grid-column.ts'
import { useJudgement } from './judge-buttons.tsx'
import { Sheet } from './sheet.tsx'

const words = texts.grid

type DefinitionProps = Readonly<{ old: OwnColumn | undefined; onDone: () => void }>

/** What a column of one's own is called, holds and means. */
const Definition = ({ old, onDone }: DefinitionProps) => {
  const judge = useJudgement()
  const [type, setType] = useState<ColumnType>(old?.type ?? 'text')
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = (name: string): string => String(new FormData(form).get(name) ?? '')
    const vocabulary = given('vocabulary')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const value = { name: given('name'), type, definition: given('definition'), vocabulary: [...new Set(vocabulary)] }
    judge.mutate(
      { kind: 'column', ...(old && { column: old.id }), value },
      {
        onSuccess: () => {
          form.reset()
          onDone()
        },
      },
    )
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <div className="field-row">
        <label className="field">
          <span>{words.ownName}</span>
          <input name="name" required maxLength={100} defaultValue={old?.name} />
        </label>
        <label className="field">
          <span>{words.ownType}</span>
          <select value={type} onChange={({ target }) => setType(target.value as ColumnType)}>
            {COLUMN_TYPES.map((each) => (
              <option key={each} value={each}>
                {words.ownTypes[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="field">
        <span>{words.ownDefinition}</span>
        <input name="definition" maxLength={2000} defaultValue={old?.definition} />
      </label>
      {type === 'choice' && (
        <label className="field">
          <span>{words.ownVocabulary}</span>
          <textarea name="vocabulary" rows={4} required defaultValue={old?.vocabulary.join('\n')} />
        </label>
      )}
      {judge.error && <p role="alert">{judge.error.message}</p>}
      <button type="submit" className="button" disabled={judge.isPending}>
        {old ? words.ownChange : words.ownSave}
      </button>
    </form>
  )
}

const toValue = ({ name, type, definition, vocabulary }: OwnColumn) => ({ name, type, definition, vocabulary: [...vocabulary] })

type Props = Readonly<{
  all: readonly Column[]
  shown: readonly Column[]
  onShow: (columns: readonly string[] | null) => void
  onClose: () => void
}>

/** Which columns are shown, and those of people's own: made, defined anew, taken out. */
export const GridColumns = ({ all, shown, onShow, onClose }: Props) => {
  const judge = useJudgement()
  const [old, setOld] = useState<OwnColumn>()
  const ids = new Set(shown.map(({ id }) => id))
  const toggle = (id: string) => {
    const wanted = all.filter((column) => (column.id === id ? !ids.has(id) : ids.has(column.id))).map((column) => column.id)
    onShow(wanted.length === all.length || wanted.length === 0 ? null : wanted)
  }
  return (
    <Sheet heading={words.columnsHeading} onClose={onClose}>
      <p className="soft">{words.columnsNote}</p>
      <ul className="plain grid-column-list">
        {all.map(({ id, name, own }) => (
          <li key={id}>
            <label className="check">
              <input type="checkbox" checked={ids.has(id)} onChange={() => toggle(id)} /> {name}
            </label>
            {own && (
              <>
                <span className="soft">
                  {words.ownTypes[own.type]} · {words.definedBy(own.by, own.at.slice(0, 10))}
                </span>
                <button type="button" className="button is-quiet is-small" onClick={() => setOld(own)}>
                  {words.ownEdit}
                  <span className="sr-only">: {name}</span>
                </button>
                <button
                  type="button"
                  className="button is-quiet is-small"
                  disabled={judge.isPending}
                  onClick={() => judge.mutate({ kind: 'column', column: id, value: { ...toValue(own), removed: true } })}
                >
                  {words.ownRemove}
                  <span className="sr-only">: {name}</span>
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <h3>{old ? `${words.ownEdit}: ${old.name}` : words.ownHeading}</h3>
      <p className="soft">{words.ownNote}</p>
      <Definition key={old?.id ?? ''} old={old} onDone={() => setOld(undefined)} />
    </Sheet>
  )
}
