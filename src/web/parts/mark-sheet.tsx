import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ATTRIBUTES, isFigureAttribute } from '../../model/claim.ts'
import { ISSUER_KINDS } from '../../model/document.ts'
import { EVENT_TYPES } from '../../model/incident.ts'
import { attributeWords, positionWords } from '../../publish/attribute-words.ts'
import { kindWords } from '../../publish/kind-words.ts'
import type { Attribute, DocumentView, IssuerKind, MarkClaimRequest, PositionValue, Span } from '../../server/wire.ts'
import { markClaim } from '../api.ts'
import { texts } from '../texts.ts'
import { Sheet } from './sheet.tsx'

const words = texts.mark

const ANSWERS: readonly PositionValue['answer'][] = ['accepts', 'claims-credit', 'partly', 'denies', 'investigating', 'declines']
const SUBJECTS: readonly PositionValue['on'][] = ['carrying-out', 'civilian-harm', 'target']
const TYPES = Object.entries(EVENT_TYPES).flatMap(([type, subTypes]) => subTypes.map((subType) => ({ type, subType })))

const field = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const number = (form: FormData, name: string): number | null => (field(form, name) === '' ? null : Number(field(form, name)))

const toValue = (form: FormData, attribute: Attribute): MarkClaimRequest['value'] => {
  if (isFigureAttribute(attribute))
    return { kind: 'figure', figure: { low: number(form, 'low'), high: number(form, 'high'), approximate: form.has('approximate') } }
  if (attribute === 'position')
    return { kind: 'position', on: field(form, 'on') as PositionValue['on'], answer: field(form, 'answer') as PositionValue['answer'] }
  const day = field(form, 'day')
  return { kind: 'words', ...(day ? { day } : {}) }
}

const toIncident = (form: FormData): MarkClaimRequest['incident'] => {
  const incident = field(form, 'incident')
  if (incident !== '') return incident
  const { type, subType } = TYPES[Number(field(form, 'type'))] ?? TYPES[0]!
  return { title: field(form, 'title'), type, subType }
}

const toSpeaker = (form: FormData, text: string): MarkClaimRequest['speaker'] => {
  const speaker = field(form, 'speaker')
  if (speaker === 'own') return { kind: 'own' }
  if (speaker !== 'other') return { kind: 'statement', statement: speaker }
  const said = field(form, 'otherWords')
  const start = said === '' ? -1 : text.indexOf(said)
  if (start < 0) throw new Error(words.notInText)
  return { kind: 'words', span: { start, end: start + said.length }, sourceKind: field(form, 'otherKind') as IssuerKind }
}

/** "At least 25" read as a first guess at the ends; the person corrects it. */
const guess = (quote: string): Readonly<{ low: string; high: string }> => {
  const digits = /\d[\d,]*/.exec(quote)?.[0]?.replaceAll(',', '') ?? ''
  return { low: digits, high: /at least|or more|more than|over|\+/i.test(quote) ? '' : digits }
}

const ROUNDED = /\b(?:about|around|nearly|almost|some|roughly|approximately)\b/i

const ValueFields = ({ attribute, quote }: Readonly<{ attribute: Attribute; quote: string }>) => {
  if (isFigureAttribute(attribute)) {
    const { low, high } = guess(quote)
    return (
      <>
        <div className="field-row">
          <label className="field">
            <span>{words.low}</span>
            <input name="low" type="number" min="0" defaultValue={low} />
          </label>
          <label className="field">
            <span>{words.high}</span>
            <input name="high" type="number" min="0" defaultValue={high} />
          </label>
        </div>
        <label className="check">
          <input name="approximate" type="checkbox" defaultChecked={ROUNDED.test(quote)} /> {words.approximate}
        </label>
        <p className="soft">{words.figureNote}</p>
      </>
    )
  }
  if (attribute === 'date')
    return (
      <label className="field">
        <span>{words.day}</span>
        <input name="day" type="date" />
      </label>
    )
  if (attribute !== 'position') return null
  return (
    <div className="field-row">
      <label className="field">
        <span>{words.on}</span>
        <select name="on">
          {SUBJECTS.map((on) => (
            <option key={on} value={on}>
              {on.replace('-', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.answer}</span>
        <select name="answer">
          {ANSWERS.map((answer) => (
            <option key={answer} value={answer}>
              {positionWords({ answer, on: 'carrying-out' })}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

const SpeakerFields = ({ view }: Readonly<{ view: DocumentView }>) => {
  const [speaker, setSpeaker] = useState('')
  return (
    <>
      <label className="field">
        <span>{words.speaker}</span>
        <select name="speaker" required value={speaker} onChange={({ target }) => setSpeaker(target.value)}>
          <option value="" disabled>
            {words.choose}
          </option>
          <option value="own">{words.own}</option>
          {view.speakers.map(({ statement, name, quote }) => (
            <option key={statement} value={statement}>
              {name} — {quote}
            </option>
          ))}
          <option value="other">{words.other}</option>
        </select>
      </label>
      {speaker === 'other' && (
        <div className="field-row">
          <label className="field is-wide">
            <span>{words.otherWords}</span>
            <input name="otherWords" required />
          </label>
          <label className="field">
            <span>{words.otherKind}</span>
            <select name="otherKind" defaultValue="unknown">
              {ISSUER_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {kindWords(kind)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </>
  )
}

const IncidentFields = ({ view }: Readonly<{ view: DocumentView }>) => {
  const [incident, setIncident] = useState(view.incidents[0]?.id ?? '')
  return (
    <>
      <label className="field">
        <span>{words.incident}</span>
        <select name="incident" value={incident} onChange={({ target }) => setIncident(target.value)}>
          {view.incidents.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value="">{words.newIncident}</option>
        </select>
      </label>
      {incident === '' && (
        <div className="field-row">
          <label className="field is-wide">
            <span>{words.newTitle}</span>
            <input name="title" required maxLength={300} />
          </label>
          <label className="field">
            <span>{words.newType}</span>
            <select name="type">
              {TYPES.map(({ type, subType }, i) => (
                <option key={`${type} ${subType}`} value={i}>
                  {type} · {subType}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </>
  )
}

type Props = Readonly<{ view: DocumentView; span: Span; onDone: (claim: string | undefined) => void }>

/** Makes a claim by hand: the selected words, what they say, of which incident, and who says it. No answer is preselected. */
export const MarkSheet = ({ view, span, onDone }: Props) => {
  const queries = useQueryClient()
  const quote = view.text.slice(span.start, span.end)
  const [attribute, setAttribute] = useState<Attribute>()
  const mark = useMutation({
    mutationFn: async (form: FormData) => {
      const chosen = field(form, 'attribute') as Attribute
      return markClaim({
        document: view.id,
        incident: toIncident(form),
        attribute: chosen,
        spans: [span],
        value: toValue(form, chosen),
        speaker: toSpeaker(form, view.text),
      })
    },
    onSuccess: async ({ claim }) => {
      await queries.invalidateQueries()
      onDone(claim)
    },
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mark.mutate(new FormData(event.currentTarget))
  }
  return (
    <Sheet heading={words.heading} onClose={() => onDone(undefined)}>
      <form className="form" onSubmit={onSubmit}>
        <blockquote className="form-quote">{quote}</blockquote>
        <label className="field">
          <span>{words.attribute}</span>
          <select name="attribute" required value={attribute ?? ''} onChange={({ target }) => setAttribute(target.value as Attribute)}>
            <option value="" disabled>
              {words.choose}
            </option>
            {ATTRIBUTES.map((each) => (
              <option key={each} value={each}>
                {attributeWords(each)}
              </option>
            ))}
          </select>
        </label>
        {attribute && <ValueFields key={attribute} attribute={attribute} quote={quote} />}
        <SpeakerFields view={view} />
        <IncidentFields view={view} />
        {mark.error && <p role="alert">{mark.error.message}</p>}
        <button type="submit" className="button is-main" disabled={mark.isPending}>
          {words.save}
        </button>
      </form>
    </Sheet>
  )
}
