/** Adjectives that say what somebody thinks or wants ("they were confident that …", "she is willing to …"). */
export const ATTITUDE_ADJECTIVES: ReadonlySet<string> = new Set(
  `confident sure certain convinced positive hopeful optimistic pessimistic skeptical sceptical doubtful unsure uncertain aware unaware mindful
  conscious afraid fearful scared worried concerned anxious nervous wary alarmed angry furious upset mad livid outraged unhappy happy glad pleased
  delighted proud thrilled excited sad sorry disappointed frustrated dismayed surprised shocked stunned amazed eager willing unwilling reluctant
  hesitant keen ready determined resolved adamant insistent inclined loath critical supportive dismissive disdainful complimentary
  enthusiastic passionate serious clear explicit vocal outspoken blunt emphatic coy interested curious desperate tired sick grateful thankful
  jealous envious suspicious distrustful tolerant opposed committed dedicated sympathetic open receptive ambivalent
  indifferent undecided puzzled baffled confused embarrassed ashamed offended disgusted horrified appalled impressed satisfied dissatisfied
  comfortable uncomfortable uneasy relieved prepared focused intent bullish bearish keen appreciative apologetic`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Adverbs that mark words as somebody else's whom nobody names. */
export const HEARSAY_ADVERBS: ReadonlySet<string> = new Set(['reportedly', 'allegedly', 'supposedly', 'purportedly'])
