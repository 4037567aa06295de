import type { FormEvent } from 'react'
import type { MarginNote } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { useJudge } from './judge-buttons.tsx'
import { Sheet } from './sheet.tsx'
import { toEdited, ValueFields } from './value-fields.tsx'

const words = texts.mark

/** Puts a person's value in the machine's place; the machine's stays in the history. */
export const EditSheet = ({ note, onDone }: Readonly<{ note: MarginNote; onDone: () => void }>) => {
  const judge = useJudge()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const why = String(form.get('why') ?? '').trim()
    judge.mutate(
      { claim: note.claim, request: { kind: 'edit', value: toEdited(note.value, form), ...(why ? { why } : {}) } },
      { onSuccess: onDone },
    )
  }
  return (
    <Sheet heading={words.editHeading} onClose={() => onDone()}>
      <form className="form" onSubmit={onSubmit}>
        <blockquote className="form-quote">{note.quote}</blockquote>
        <ValueFields value={note.value} />
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
