import type { ClaimEntry } from '../../server/wire.ts'
import { texts } from '../texts.ts'

const words = texts.mark

type Value = ClaimEntry['value']

const number = (form: FormData, name: string): number | null => {
  const typed = String(form.get(name) ?? '').trim()
  return typed === '' ? null : Number(typed)
}

/** The value as a person has put it into the fields below. */
export const toEdited = (value: Value, form: FormData): Value =>
  'low' in value
    ? { ...value, low: number(form, 'low'), high: number(form, 'high'), words: null }
    : 'text' in value
      ? { ...value, text: String(form.get('text') ?? '').trim() }
      : value

/** Whether a person can put another value in place here; what names a place, a day or a party is marked anew instead. */
export const isEditable = ({ value }: Readonly<{ value: Value }>): boolean => 'low' in value || 'text' in value

/** The ends of a figure, or the words of a value, ready to be changed. */
export const ValueFields = ({ value, isFocused = false }: Readonly<{ value: Value; isFocused?: boolean }>) => (
  <>
    {'low' in value && (
      <>
        <div className="field-row">
          <label className="field">
            <span>{words.low}</span>
            <input
              name="low"
              ref={(input) => (isFocused ? input?.focus() : undefined)}
              type="number"
              min="0"
              defaultValue={value.low ?? ''}
            />
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
        <input name="text" ref={(input) => (isFocused ? input?.focus() : undefined)} defaultValue={value.text} required />
      </label>
    )}
  </>
)
