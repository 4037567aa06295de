import type { DateView } from '../../server/wire.ts'
import { texts } from '../texts.ts'

/** A date with what was assumed set apart in grey. */
export const DateWords = ({ date }: Readonly<{ date: DateView }>) => (
  <span className="date" dir="ltr">
    {date.parts.map(({ text, assumed }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a date have a fixed order
      <span key={i} className={assumed ? 'is-assumed' : undefined}>
        {i > 0 && text !== '–' ? ' ' : ''}
        {text}
      </span>
    ))}
    {date.assumed.length > 0 && <span className="sr-only"> ({texts.document.assumed(date.assumed)})</span>}
  </span>
)
