import { type FormEvent, useState } from 'react'
import type { SavedView } from '../../server/wire.ts'
import type { GridSearch } from '../api.ts'
import { texts } from '../texts.ts'
import { useJudgement } from './judge-buttons.tsx'
import { Sheet } from './sheet.tsx'

const words = texts.grid

type Props = Readonly<{ views: readonly SavedView[]; current: SavedView | undefined; search: GridSearch; onView: (id: string) => void }>

const SaveSheet = ({ views, current, search, onView, onClose }: Props & Readonly<{ onClose: () => void }>) => {
  const judge = useJudgement()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    const known = views.find((view) => view.name.toLowerCase() === name.toLowerCase())
    const { view: _, ...kept } = search
    const value = { name, search: Object.fromEntries(Object.entries(kept).flatMap(([key, words]) => (words ? [[key, words]] : []))) }
    judge.mutate(
      { kind: 'view', ...(known && { view: known.id }), value },
      {
        onSuccess: ({ judgement }) => {
          onClose()
          onView(judgement.target)
        },
      },
    )
  }
  return (
    <Sheet heading={words.viewSaveHeading} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <p className="soft">{words.viewSaveNote}</p>
        <label className="field">
          <span>{words.viewName}</span>
          <input name="name" required maxLength={100} defaultValue={current?.name} />
        </label>
        {judge.error && <p role="alert">{judge.error.message}</p>}
        <button type="submit" className="button is-main" disabled={judge.isPending}>
          {words.viewSave}
        </button>
      </form>
    </Sheet>
  )
}

/** The saved views, each an address, and the way to save what is looked at. */
export const GridViews = (props: Props) => {
  const { views, current, onView } = props
  const judge = useJudgement()
  const [isSaving, setSaving] = useState(false)
  const remove = ({ id, name, search }: SavedView) =>
    judge.mutate({ kind: 'view', view: id, value: { name, search: { ...search }, removed: true } }, { onSuccess: () => onView('') })
  return (
    <>
      {views.length > 0 && (
        <label className="field">
          <span>{words.viewsLabel}</span>
          <select value={current?.id ?? ''} onChange={({ target }) => onView(target.value)}>
            <option value="">{words.viewsNone}</option>
            {views.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setSaving(true)}>
        {words.viewSaveOpen}
      </button>
      {current && (
        <button type="button" className="button is-quiet" disabled={judge.isPending} onClick={() => remove(current)}>
          {words.viewRemove}
        </button>
      )}
      {isSaving && <SaveSheet {...props} onClose={() => setSaving(false)} />}
    </>
  )
}
