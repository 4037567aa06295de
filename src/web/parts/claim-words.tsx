import { Link } from '@tanstack/react-router'
import { Tooltip } from 'radix-ui'
import type { ClaimEntry } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Chain } from './chain.tsx'
import { DateWords } from './date-words.tsx'

const words = texts.matrix

/** The sentence a claim stands in, with the claim's own words set off. */
export const Sentence = ({ sentence }: Readonly<{ sentence: ClaimEntry['sentence'] }>) => (
  <span className="sentence">
    {sentence.before}
    <b>{sentence.words}</b>
    {sentence.after}
  </span>
)

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
      <span className="cell-mark">✓ {texts.document.review[entry.review.state]}</span>
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

/** A claim in a cell: the source's words, opening the document at them; pointing at them shows the sentence and the chain. */
export const ClaimWords = ({ entry, isSpeakerShown = false }: Readonly<{ entry: ClaimEntry; isSpeakerShown?: boolean }>) => {
  const isEdited = entry.review.state === 'edited'
  return (
    <div className={entry.standing === 'current' ? 'cell-claim' : 'cell-claim is-past'}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <Link to="/documents/$id" params={{ id: entry.document.id }} search={{ claim: entry.id }} className="cell-words">
            {isEdited ? entry.gist : entry.quote}
          </Link>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="tip" sideOffset={6} collisionPadding={12}>
            <Said entry={entry} />
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
      {isSpeakerShown && entry.speaker !== null && <span className="cell-speaker">{entry.speaker}</span>}
      <Marks entry={entry} />
    </div>
  )
}
