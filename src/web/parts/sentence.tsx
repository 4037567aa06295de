import type { ClaimEntry } from '../../server/wire.ts'

/** The sentence a claim stands in, with the claim's own words set off. */
export const Sentence = ({ sentence }: Readonly<{ sentence: ClaimEntry['sentence'] }>) => (
  <span className="sentence" dir="auto">
    {sentence.before}
    <b>{sentence.words}</b>
    {sentence.after}
  </span>
)
