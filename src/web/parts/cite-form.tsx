import { useState } from 'react'
import type { IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { citeLink } from './cite-link.ts'

const words = texts.incident

/** A line to copy. */
const Copied = ({ label, value }: Readonly<{ label: string; value: string }>) => {
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="field">
      <span>{label}</span>
      <p className="cite-line">
        <output>{value}</output>
        <button type="button" className="button" onClick={() => void navigator.clipboard?.writeText(value).then(() => setCopied(true))}>
          {isCopied ? words.citeCopied : words.citeCopy}
        </button>
      </p>
    </div>
  )
}

/** A citation and a link that shows the page as it stands now, whatever is added or judged later. */
export const CiteForm = ({ view }: Readonly<{ view: IncidentView }>) => {
  const [at] = useState(() => new Date().toISOString())
  const link = citeLink(view.id, at)
  const killed = view.published.find(({ attribute }) => attribute === 'killed')
  const figure = killed ? `, killed: ${killed.words}${killed.scope ? ` ${killed.scope}` : ''} (policy ${killed.policy})` : ''
  return (
    <div className="form">
      <p>{words.citeNote}</p>
      <Copied label={words.citeLink} value={link} />
      <Copied
        label={words.citeText}
        value={`“${view.title}”${figure}. ${words.checkedWords(view.review.checked, view.review.claims)}. ${texts.program}, ${at.slice(0, 16).replace('T', ' ')} UTC. ${link}`}
      />
    </div>
  )
}
