import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { attributeWords } from '../../publish/attribute-words.ts'
import type { ClaimEntry } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Chain } from './chain.tsx'
import { UndoButton, useJudge } from './judge-buttons.tsx'
import { Sentence } from './sentence.tsx'
import { Sheet } from './sheet.tsx'
import { isEditable, toEdited, ValueFields } from './value-fields.tsx'

const words = texts.claim

const readingWords = ({ review, byHand, confidence }: ClaimEntry): string => {
  if (review.state !== 'unread') return `${texts.document.review[review.state]}${review.by ? ` ${texts.document.by(review.by)}` : ''}`
  if (byHand) return words.byHand(byHand.by)
  return confidence === null ? words.machine : `${words.machine} · ${texts.document.confidence(Math.round(100 * confidence))}`
}

const Facts = ({ entry }: Readonly<{ entry: ClaimEntry }>) => (
  <dl className="facts">
    <div>
      <dt>{words.asRead}</dt>
      <dd>{[entry.gist, ...entry.qualifiers].join(' · ')}</dd>
    </div>
    <div>
      <dt>{words.who}</dt>
      <dd>
        <Chain chain={entry.chain} />
      </dd>
    </div>
    {entry.evidence.length > 0 && (
      <div>
        <dt>{words.evidence}</dt>
        <dd>{entry.evidence.join('; ')}</dd>
      </div>
    )}
    <div>
      <dt>{words.reading}</dt>
      <dd>
        {readingWords(entry)}
        {entry.review.why && <span className="soft"> · {entry.review.why}</span>}
      </dd>
    </div>
  </dl>
)

type Props = Readonly<{ entry: ClaimEntry; onClose: () => void }>

/** One claim in its sentence, with whose word it is; a person says that it is right, corrects it, or rejects it. */
export const ClaimSheet = ({ entry, onClose }: Props) => {
  const judge = useJudge()
  const [isCorrecting, setCorrecting] = useState(false)
  const send = (request: Parameters<typeof judge.mutate>[0]['request']) =>
    judge.mutate({ claim: entry.id, request }, { onSuccess: onClose })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const why = String(form.get('why') ?? '').trim()
    send({ kind: 'edit', value: toEdited(entry.value, form), ...(why ? { why } : {}) })
  }
  const { judgement } = entry.review
  return (
    <Sheet heading={words.heading(attributeWords(entry.attribute))} onClose={onClose}>
      <blockquote className="claim-sentence" dir="auto">
        <Sentence sentence={entry.sentence} />
      </blockquote>
      <Facts entry={entry} />
      <p className="claim-open">
        <Link to="/documents/$id" params={{ id: entry.document.id }} search={{ claim: entry.id }}>
          {words.open}
        </Link>
      </p>
      {isCorrecting ? (
        <form className="form" onSubmit={onSubmit}>
          <ValueFields value={entry.value} />
          <label className="field">
            <span>{texts.mark.why}</span>
            <input name="why" />
          </label>
          <p className="soft">{texts.mark.editNote}</p>
          <button type="submit" className="button is-main" disabled={judge.isPending}>
            {words.keep}
          </button>
        </form>
      ) : (
        <p className="claim-actions">
          {judgement ? (
            <UndoButton judgement={judgement} />
          ) : (
            <button type="button" className="button" disabled={judge.isPending} onClick={() => send({ kind: 'accept' })}>
              {words.right}
            </button>
          )}
          {isEditable(entry) && (
            <button type="button" className="button" onClick={() => setCorrecting(true)}>
              {words.correct}
            </button>
          )}
          {entry.review.state !== 'rejected' && (
            <button type="button" className="button" disabled={judge.isPending} onClick={() => send({ kind: 'reject' })}>
              {words.wrong}
            </button>
          )}
        </p>
      )}
      {!isCorrecting && <p className="soft">{words.rejectNote}</p>}
      {judge.error && <p role="alert">{judge.error.message}</p>}
    </Sheet>
  )
}
