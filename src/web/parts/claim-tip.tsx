import type { MarginNote as Note } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Chain } from './chain.tsx'

const words = texts.document

/** What pointing at a claim tells: its value, the chain of those who pass it on, and what found it. */
export const ClaimTip = ({ note }: Readonly<{ note: Note }>) => (
  <>
    <p>
      <span className="tip-layer">{words.layer.claims}</span> {note.note}
      {note.qualifiers.length > 0 && <span className="soft"> · {note.qualifiers.join(' · ')}</span>}
    </p>
    <p>
      <Chain chain={note.chain} />
    </p>
    <p className="soft">
      {note.byHand ? `${texts.matrix.byHand} ${words.by(note.byHand.by)}` : `${words.rules} ${note.because.join(texts.comma)}`}
    </p>
  </>
)
