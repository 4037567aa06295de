import type { MarginNote as Note } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Chain } from './chain.tsx'
import { DateWords } from './date-words.tsx'
import { UndoButton, useJudge } from './judge-buttons.tsx'
import { isEditable } from './value-fields.tsx'

const words = texts.document

type Props = Readonly<{ note: Note; isSelected: boolean; onSelect: () => void; onEdit: () => void }>

const reviewWords = ({ review }: Note): string => `${words.review[review.state]}${review.by ? ` ${words.by(review.by)}` : ''}`

const Details = ({ note, onEdit }: Pick<Props, 'note' | 'onEdit'>) => {
  const judge = useJudge()
  const send = (kind: 'accept' | 'reject') => judge.mutate({ claim: note.claim, request: { kind } })
  return (
    <div className="note-details">
      <p>
        <Chain chain={note.chain} />
        {note.speakerKind && <span className="soft"> · {note.speakerKind}</span>}
      </p>
      {note.date && note.date.parts.length > 0 && (
        <p>
          <DateWords date={note.date} />
          {note.date.assumed.length > 0 && <span className="soft"> · {words.assumed(note.date.assumed)}</span>}
        </p>
      )}
      {note.qualifiers.length > 0 && <p>{note.qualifiers.join(' · ')}</p>}
      <p className="soft">
        {reviewWords(note)}
        {note.confidence !== null && ` · ${words.confidence(Math.round(note.confidence * 100))}`}
        {note.byHand
          ? ` · ${texts.matrix.byHand} ${words.by(note.byHand.by)}`
          : note.because.length > 0 && ` · ${words.rules} ${note.because.join(', ')}`}
      </p>
      <p className="note-actions">
        {note.review.judgement ? (
          <UndoButton judgement={note.review.judgement} />
        ) : (
          <>
            <button type="button" className="button" disabled={judge.isPending} onClick={() => send('accept')}>
              {words.accept}
            </button>
            {isEditable(note) && (
              <button type="button" className="button" onClick={onEdit}>
                {words.edit}
              </button>
            )}
            <button type="button" className="button" disabled={judge.isPending} onClick={() => send('reject')}>
              {words.reject}
            </button>
          </>
        )}
      </p>
      {judge.error && <p role="alert">{judge.error.message}</p>}
    </div>
  )
}

/** What was read in some words: value, speaker, form, evidence. Opened, it shows the chain and lets a person judge it. */
export const MarginNote = ({ note, isSelected, onSelect, onEdit }: Props) => (
  <div className={`note note-${note.family}${isSelected ? ' is-selected' : ''}${note.review.state === 'rejected' ? ' is-past' : ''}`}>
    <button type="button" className="note-words" aria-expanded={isSelected} onClick={onSelect}>
      <span className="note-value">
        {note.note}
        {(note.review.state === 'accepted' || note.review.state === 'edited') && <span title={reviewWords(note)}> ✓</span>}
      </span>
      <span className="note-rest"> {note.words.slice(note.note.length)}</span>
    </button>
    {isSelected && <Details note={note} onEdit={onEdit} />}
  </div>
)
