import { Link } from '@tanstack/react-router'
import type { Difference } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Chain } from './chain.tsx'
import { Sentence } from './sentence.tsx'
import { SheetButton } from './sheet.tsx'

const words = texts.difference

/** Rival values side by side, each in its sentence, earliest publication first. */
export const DifferenceSheet = ({ difference }: Readonly<{ difference: Difference }>) => (
  <SheetButton
    className="differs"
    label={`◆ ${texts.matrix.differs}`}
    about={texts.matrix.differsOn(difference.label.toLowerCase())}
    heading={words.heading(difference.label)}
  >
    <p>{words.note}</p>
    <ol className="accounts">
      {difference.accounts.map(({ entry, origin, kind, published, issuer }) => (
        <li key={entry.id}>
          <h3>
            {origin} <span className="soft">{kind}</span>
          </h3>
          <blockquote>
            <Link to="/documents/$id" params={{ id: entry.document.id }} search={{ claim: entry.id }}>
              <Sentence sentence={entry.sentence} />
            </Link>
          </blockquote>
          <p className="soft">
            <Chain chain={entry.chain} /> · {issuer}, {published ? `${words.published} ${published}` : words.undated}
          </p>
        </li>
      ))}
    </ol>
    <ul className="plain">
      {difference.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  </SheetButton>
)
