import { Link } from '@tanstack/react-router'
import { Tooltip } from 'radix-ui'
import { useRef, useState } from 'react'
import type { ClaimEntry } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Chain } from './chain.tsx'
import { ClaimSheet } from './claim-sheet.tsx'
import { DateWords } from './date-words.tsx'
import { Sentence } from './sentence.tsx'

const words = texts.matrix

const Marks = ({ entry }: Readonly<{ entry: ClaimEntry }>) => (
  <>
    {entry.date && entry.date.parts.length > 0 && (
      <span className="cell-mark">
        <DateWords date={entry.date} />
      </span>
    )}
    {entry.qualifiers.map((each) => (
      <span key={each} className="cell-mark">
        {each}
      </span>
    ))}
    {entry.standing === 'superseded' && <span className="cell-mark">{words.superseded}</span>}
    {entry.standing === 'retracted' && <span className="cell-mark">{words.retracted}</span>}
    {entry.copies > 0 && <span className="cell-mark">{words.copies(entry.copies)}</span>}
    {entry.byHand && <span className="cell-mark">{words.byHand}</span>}
    {(entry.review.state === 'accepted' || entry.review.state === 'edited') && (
      <span className="cell-mark is-checked">✓ {texts.document.review[entry.review.state]}</span>
    )}
  </>
)

const Said = ({ entry }: Readonly<{ entry: ClaimEntry }>) => (
  <>
    <p className="tip-sentence">
      <Sentence sentence={entry.sentence} />
    </p>
    <p>
      <Chain chain={entry.chain} />
    </p>
    {entry.evidence.length > 0 && <p className="soft">{entry.evidence.join('; ')}</p>}
    {entry.repeats > 0 && <p className="soft">{words.repeats(entry.repeats)}</p>}
    <p className="soft">{words.openIn(entry.document.n)}</p>
  </>
)

/** Opens a claim over the page, to be accepted, corrected or rejected. */
const CheckButton = ({ entry }: Readonly<{ entry: ClaimEntry }>) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="cell-check" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.check}
        <span className="sr-only"> {words.checkOf(entry.quote)}</span>
      </button>
      {isOpen && <ClaimSheet entry={entry} onClose={() => setOpen(false)} />}
    </>
  )
}

type Props = Readonly<{ entry: ClaimEntry; isSpeakerShown?: boolean; speakers?: string }>

/** A claim in a cell: the source's words, opening the document at them; pointing at them shows the sentence and the chain. */
export const ClaimWords = ({ entry, isSpeakerShown = false, speakers }: Props) => {
  const isEdited = entry.review.state === 'edited'
  const link = useRef<HTMLAnchorElement>(null)
  const [isTold, setTold] = useState(false)
  // Going to a cell by keyboard scrolls the page, which would close its tip again: it stays until the cell is left.
  const onTold = (open: boolean) => setTold(open || document.activeElement === link.current)
  return (
    <div className={entry.standing === 'current' ? 'cell-claim' : 'cell-claim is-past'}>
      <Tooltip.Root open={isTold} onOpenChange={onTold}>
        <Tooltip.Trigger asChild>
          <Link
            ref={link}
            to="/documents/$id"
            params={{ id: entry.document.id }}
            search={{ claim: entry.id }}
            className="cell-words"
            dir="auto"
          >
            {isEdited ? entry.gist : entry.quote}
          </Link>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="tip" sideOffset={6} collisionPadding={12} onEscapeKeyDown={() => setTold(false)}>
            <Said entry={entry} />
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
      {speakers && <span className="cell-speaker">{speakers}</span>}
      {isSpeakerShown && entry.speaker !== null && <span className="cell-speaker">{entry.speaker}</span>}
      <Marks entry={entry} />
      <CheckButton entry={entry} />
    </div>
  )
}
