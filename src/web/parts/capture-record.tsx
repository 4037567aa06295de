import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DocumentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'

const words = texts.document

const instant = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`

/** The bytes as they came in, in a frame in which nothing runs, loads or leaves. */
const Original = ({ view }: Readonly<{ view: DocumentView }>) => {
  const [isOpen, setOpen] = useState(false)
  const address = `/documents/${encodeURIComponent(view.id)}/original`
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.originalHeading}</summary>
      <p className="section-note">
        {words.originalNote}{' '}
        <a href={`${address}?download`} download>
          {words.originalDownload}
        </a>
      </p>
      {isOpen && <iframe className="original-frame" sandbox="" src={address} title={words.originalHeading} />}
    </details>
  )
}

/** How the bytes came in, what they hash to, and what shares their text. */
export const CaptureRecord = ({ view }: Readonly<{ view: DocumentView }>) => (
  <section className="capture" aria-labelledby="capture-heading">
    <h2 id="capture-heading">{words.capture}</h2>
    <ul className="plain">
      {view.capture.records.map(({ at, method, address, fileName }) => (
        <li key={at + method}>
          {instant(at)} · {words.methods[method]}
          {fileName && ` · ${fileName}`}
          {address && <span className="address"> · {address}</span>}
        </li>
      ))}
      <li>{words.readBy(view.capture.engine, instant(view.capture.readAt))}</li>
      <li>
        {words.hash} <code>{view.capture.sha256}</code> · {words.bytes(view.capture.size)}
      </li>
      {view.capture.copies.map(({ id, share, isOriginal }) => (
        <li key={id}>
          {words.sharesText}{' '}
          <Link to="/documents/$id" params={{ id }}>
            {words.copies(share)}
          </Link>
          {isOriginal && ` · ${words.original}`}
        </li>
      ))}
    </ul>
    <Original view={view} />
    {view.problems.length > 0 && (
      <>
        <h3>{words.problems}</h3>
        <ul className="plain">
          {view.problems.map(({ code, message }) => (
            <li key={code + message}>
              {message} <span className="soft">{code}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    {view.furniture.length > 0 && (
      <details>
        <summary>{words.furniture}</summary>
        {view.furniture.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change order
          <p key={i} className="furniture">
            {text}
          </p>
        ))}
      </details>
    )}
  </section>
)
