import { type FormEvent, useState } from 'react'
import { texts } from '../texts.ts'
import { useJudgements } from './judge-buttons.tsx'
import { type PastePlace, planPaste } from './paste-plan.ts'
import { Sheet } from './sheet.tsx'

const words = texts.grid

const MOST_SHOWN = 200

type Props = Readonly<{ text: string; place: PastePlace; onClose: () => void }>

/** What pasting would do, cell by cell what cannot be kept, and then the pasting. */
export const GridPaste = ({ text, place, onClose }: Props) => {
  const judge = useJudgements()
  const [why, setWhy] = useState('')
  const { requests, rows, refused, over } = planPaste(text, place, why)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    judge.mutate(requests, { onSuccess: onClose })
  }
  return (
    <Sheet heading={words.pasteHeading} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <p role="status">{words.pasteSummary(requests.length, rows, refused.length)}</p>
        {over > 0 && <p>{words.pasteOver(over)}</p>}
        {refused.length > 0 && (
          <ul className="plain sheet-problems">
            {refused.slice(0, MOST_SHOWN).map(({ title, column, typed, wrong }) => (
              <li key={`${title} ${column} ${typed}`}>
                <strong>{words.cell(column, title)}</strong> “{typed}” <span className="soft">{words.notThis(wrong)}</span>
              </li>
            ))}
          </ul>
        )}
        <label className="field">
          <span>{words.pasteWhy}</span>
          <input required maxLength={1000} value={why} onChange={({ target }) => setWhy(target.value)} />
        </label>
        {judge.error && <p role="alert">{judge.error.message}</p>}
        <button type="submit" className="button is-main" disabled={judge.isPending || requests.length === 0}>
          {words.pasteSave(requests.length)}
        </button>
      </form>
    </Sheet>
  )
}
