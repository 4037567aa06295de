import { useState } from 'react'
import { texts } from '../texts.ts'
import { SheetButton } from './sheet.tsx'

const words = texts.exports

const FILES = ['acled', 'ucdp', 'ibc'] as const

/** The list as files that others know: every claim with its words, and the shapes of the field. */
export const ExportButton = ({ query }: Readonly<{ query: string }>) => {
  const [isUnchecked, setUnchecked] = useState(false)
  const narrowed = (more: string): string => {
    const parts = [query, more].filter(Boolean).join('&')
    return parts ? `?${parts}` : ''
  }
  return (
    <SheetButton className="button is-quiet is-small" label={words.open} about={words.about} heading={words.heading}>
      <p className="soft">{words.note}</p>
      <dl className="method-terms export-files">
        <div>
          <dt>
            <a href={`/claims.csv${narrowed('')}`} download>
              {words.claims}
            </a>
          </dt>
          <dd>{words.claimsNote}</dd>
        </div>
        {FILES.map((file) => (
          <div key={file}>
            <dt>
              <a href={`/exports/${file}.csv${narrowed(isUnchecked ? 'unchecked=1' : '')}`} download>
                {words.files[file]}
              </a>
            </dt>
            <dd>
              {words.notes[file]} <a href={`/exports/${file}.json${narrowed(isUnchecked ? 'unchecked=1' : '')}`}>{words.leftOut}</a>
            </dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={isUnchecked} onChange={({ target }) => setUnchecked(target.checked)} /> {words.unchecked}
      </label>
    </SheetButton>
  )
}
