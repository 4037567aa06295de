import type { FormEvent } from 'react'
import type { MarginNote } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { useJudge } from './judge-buttons.tsx'
import { Sheet } from './sheet.tsx'

const words = texts.mark

const number = (form: FormData, name: string): number | null => {
  const typed = String(form.get(name) ?? '').trim()
  return typed === '' ? null : Number(typed)
}

type Value = MarginNote['value']

const toEdited = (value: Value, form: FormData): Value =>
  'low' in value
    ? { ...value, low: number(form, 'low'), high: number(form, 'high'), words: null }
    : 'text' in value
      ? { ...value, text: String(form.get('text') ?? '').trim() }
      : value

/** Whether a person can put another value in place here; what names a place, a day or a party is marked anew instead. */
export const isEditable = ({ value }: Pick<MarginNote, 'value'>): boolean => 'low' in value || 'text' in value

/** Puts a person's value in the machine's place; the machine's stays in the history. */
export const EditSheet = ({ note, onDone }: Readonly<{ note: MarginNote; onDone: () => void }>) => {
  const judge = useJudge()
  const { value } = note
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const why = String(form.get('why') ?? '').trim()
    judge.mutate(
      { claim: note.claim, request: { kind: 'edit', value: toEdited(value, form), ...(why ? { why } : {}) } },
      { onSuccess: onDone },
    )
  }
  return (
    <Sheet heading={words.editHeading} onClose={() => onDone()}>
      <form className="form" onSubmit={onSubmit}>
        <blockquote className="form-quote">{note.quote}</blockquote>
        {'low' in value && (
          <>
            <div className="field-row">
              <label className="field">
                <span>{words.low}</span>
                <input name="low" type="number" min="0" defaultValue={value.low ?? ''} />
              </label>
              <label className="field">
                <span>{words.high}</span>
                <input name="high" type="number" min="0" defaultValue={value.high ?? ''} />
              </label>
            </div>
            <p className="soft">{words.figureNote}</p>
          </>
        )}
        {'text' in value && (
          <label className="field">
            <span>{words.text}</span>
            <input name="text" defaultValue={value.text} required />
          </label>
        )}
        <label className="field">
          <span>{words.why}</span>
          <input name="why" />
        </label>
        <p className="soft">{words.editNote}</p>
        {judge.error && <p role="alert">{judge.error.message}</p>}
        <button type="submit" className="button is-main" disabled={judge.isPending}>
          {words.editSave}
        </button>
      </form>
    </Sheet>
  )
}
