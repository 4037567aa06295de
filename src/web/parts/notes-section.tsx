import type { FormEvent } from 'react'
import type { IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Section } from './incident-sections.tsx'
import { UndoButton, useJudgement } from './judge-buttons.tsx'

const words = texts.incident

/** What the people who work on an incident write to each other about it. */
export const NotesSection = ({ view }: Readonly<{ view: IncidentView }>) => {
  const judge = useJudgement()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const text = String(new FormData(form).get('note') ?? '').trim()
    if (text) judge.mutate({ kind: 'note', incident: view.id, value: { text } }, { onSuccess: () => form.reset() })
  }
  return (
    <Section heading={words.notes} note={words.notesNote}>
      {view.notes.length === 0 ? (
        <p className="soft">{words.noteEmpty}</p>
      ) : (
        <ul className="entries">
          {view.notes.map(({ judgement, by, at, text }) => (
            <li key={judgement}>
              <span className="note-text" dir="auto">
                {text}
              </span>
              <span className="soft">
                {by} · <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time> <UndoButton judgement={judgement} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <form className="note-form" onSubmit={onSubmit}>
        <label className="field">
          <span>{words.noteLabel}</span>
          <textarea name="note" rows={2} maxLength={5000} required />
        </label>
        <button type="submit" className="button" disabled={judge.isPending}>
          {words.noteSave}
        </button>
        {judge.error && <p role="alert">{judge.error.message}</p>}
      </form>
    </Section>
  )
}
