import { type ReactNode, useRef } from 'react'
import type { Highlight, Layer, MarginNote as Note, PassageView } from '../../server/wire.ts'
import { MarginNote } from './margin-note.tsx'
import { useNear } from './near.ts'
import { PassageText } from './passage-text.tsx'

type Props = Readonly<{
  passage: PassageView
  highlights: readonly Highlight[]
  notes: readonly Note[]
  /** The claims of the document, by id. */
  claims: ReadonlyMap<string, Note>
  layers: ReadonlySet<Layer>
  selected: string | undefined
  /** In a long document only what is near the window is marked up; the rest is plain text until then. */
  isLazy: boolean
  onSelect: (claim: string | undefined) => void
  onEdit: (note: Note) => void
}>

const Passage = ({ passage, children }: Readonly<{ passage: PassageView; children: ReactNode }>) => {
  const Tag = passage.kind === 'quote' ? 'blockquote' : 'p'
  return (
    <Tag className={`passage passage-${passage.kind}`} dir="auto">
      {children}
    </Tag>
  )
}

/** A passage with its highlights, and the notes that stand beside it. */
export const PassageRow = ({ passage, highlights, notes, claims, layers, selected, isLazy, onSelect, onEdit }: Props) => {
  const row = useRef<HTMLDivElement>(null)
  const isNear = useNear(row, !isLazy || highlights.some(({ id }) => id === selected))
  return (
    <div ref={row} className="passage-row">
      <Passage passage={passage}>
        {isNear ? (
          <PassageText passage={passage} highlights={highlights} layers={layers} selected={selected} claims={claims} onSelect={onSelect} />
        ) : (
          <span data-start={passage.start}>{passage.text}</span>
        )}
      </Passage>
      {isNear &&
        layers.has('claims') &&
        notes.map((note) => (
          <aside key={note.claim} data-note={note.claim} className="note-place" aria-label={note.words} lang="en">
            <MarginNote
              note={note}
              isSelected={note.claim === selected}
              onSelect={() => onSelect(note.claim === selected ? undefined : note.claim)}
              onEdit={() => onEdit(note)}
            />
          </aside>
        ))}
    </div>
  )
}
