import { type FormEvent, useState } from 'react'
import { PUBLISH_STATUSES, type PublishStatus } from '../../model/judgement.ts'
import type { IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { UndoButton, useJudgement } from './judge-buttons.tsx'
import { Sheet } from './sheet.tsx'

const words = texts.status

/** How far the incident has come on its way to the public, who said so, and the way to say otherwise. */
export const StatusChoice = ({ view: { id, publication } }: Readonly<{ view: IncidentView }>) => {
  const [isOpen, setOpen] = useState(false)
  const judge = useJudgement()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const status = String(form.get('status')) as PublishStatus
    const why = String(form.get('why') ?? '').trim()
    judge.mutate({ kind: 'status', incident: id, value: { status }, ...(why ? { why } : {}) }, { onSuccess: () => setOpen(false) })
  }
  return (
    <>
      <button type="button" className="why" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.names[publication.status]}
        <span className="sr-only"> {words.change}</span>
      </button>
      <span className="print-only">{words.names[publication.status]}</span>
      {publication.by && <span className="soft"> {texts.document.by(publication.by)}</span>}
      {isOpen && (
        <Sheet heading={words.heading} onClose={() => setOpen(false)}>
          <form className="form" onSubmit={onSubmit}>
            <fieldset className="statuses">
              <legend className="sr-only">{words.heading}</legend>
              {PUBLISH_STATUSES.map((status) => (
                <label key={status}>
                  <input type="radio" name="status" value={status} defaultChecked={status === publication.status} required />{' '}
                  <b>{words.names[status]}</b> <span className="soft">{words.notes[status]}</span>
                </label>
              ))}
            </fieldset>
            <label className="field">
              <span>{texts.mark.why}</span>
              <input name="why" />
            </label>
            {judge.error && <p role="alert">{judge.error.message}</p>}
            <p className="claim-actions">
              <button type="submit" className="button is-main" disabled={judge.isPending}>
                {words.save}
              </button>
              {publication.judgement && <UndoButton judgement={publication.judgement} />}
            </p>
          </form>
        </Sheet>
      )}
    </>
  )
}
