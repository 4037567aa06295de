import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { CiteForm } from './cite-form.tsx'
import { MergeForm, SplitForm } from './merge-sheet.tsx'
import { Sheet } from './sheet.tsx'

const words = texts.incident

type Open = 'merge' | 'split' | 'cite' | undefined

const HEADINGS = { merge: texts.merge.heading, split: texts.split.heading, cite: words.cite } as const

/** What can be done with an incident as a whole. */
export const IncidentActions = ({ view }: Readonly<{ view: IncidentView }>) => {
  const [open, setOpen] = useState<Open>()
  const documents = view.documents.flatMap(({ document, copies }) => [document, ...copies])
  const close = () => setOpen(undefined)
  const opener = (kind: NonNullable<Open>, label: string) => (
    <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(kind)}>
      {label}
    </button>
  )
  return (
    <div className="incident-actions">
      <Link to="/review" search={{ incident: view.id }} className="button">
        {words.reviewThis}
      </Link>
      {documents.length > 1 && (
        <Link to="/compare" search={{ incident: view.id }} className="button">
          {words.compare}
        </Link>
      )}
      {opener('merge', texts.merge.open)}
      {documents.length > 1 && opener('split', texts.split.open)}
      {opener('cite', words.cite)}
      <button type="button" className="button" onClick={() => window.print()}>
        {words.print}
      </button>
      {open && (
        <Sheet heading={HEADINGS[open]} onClose={close}>
          {open === 'merge' && <MergeForm view={view} onDone={close} />}
          {open === 'split' && <SplitForm view={view} onDone={close} />}
          {open === 'cite' && <CiteForm view={view} />}
        </Sheet>
      )}
    </div>
  )
}
