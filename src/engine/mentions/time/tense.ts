import type { Token } from '../../language/parsed.ts'

/** Words that set a date ahead whatever their own tense: "was due on Friday", "until May". */
const AHEAD = new Set([
  'will',
  'shall',
  "'ll",
  '’ll',
  'due',
  'scheduled',
  'expected',
  'planned',
  'until',
  'till',
  'upcoming',
  'slated',
  'set',
  'expires',
  'expire',
  'expiring',
  'plans',
  'plan',
  'planning',
  'payable',
  'deadline',
  'effective',
  'tomorrow',
  'going',
  'wo',
  'hopes',
  'hope',
  'maturing',
  'matures',
  'intends',
  'intend',
])
const PAST_TAGS = new Set(['VBD', 'VBN'])
const WINDOW = 14
const CLAUSE_ENDS = new Set([';', ':', '.', '--', '—', '(', ')', '“', '”', '"', '``', "''"])

const NEVER_CROSSED = new Set(['that', 'which', 'who', 'when', 'while', 'because', 'although', 'but', 'where', 'after', 'before'])

/**
 * Whether the words around a date speak of what is to come (true), of what has been (false) or do not say (null): the nearest verb or
 * cue to the left inside the clause, else to the right.
 */
export const isAhead = (tokens: readonly Token[], at: number, first: number, last: number): boolean | null => {
  const read = (token: Token, before: Token | undefined): boolean | null => {
    if (AHEAD.has(token.lower)) return true
    if (token.xpos === 'MD')
      return (
        token.lower === 'will' ||
        token.lower === 'shall' ||
        token.lower === 'may' ||
        token.lower === 'can' ||
        token.lower === 'would' ||
        token.lower === 'could' ||
        token.lower === 'should' ||
        token.lower === 'must'
      )
    if (token.xpos === 'VB' && before?.lower === 'to') return true
    if (PAST_TAGS.has(token.xpos)) return false
    return null
  }
  for (let i = at - 1; i >= Math.max(first, at - WINDOW); i--) {
    const token = tokens[i]!
    if (CLAUSE_ENDS.has(token.text)) break
    const seen = read(token, tokens[i - 1])
    if (seen === false) {
      // "was due", "is scheduled", "has been set": the cue may stand a word further left or right
      for (let k = Math.max(first, i - 2); k < Math.min(last, i + 2); k++) if (AHEAD.has(tokens[k]!.lower)) return true
      return false
    }
    if (seen !== null) return seen
    if (NEVER_CROSSED.has(token.lower)) break
  }
  for (let i = at; i < Math.min(last, at + WINDOW); i++) {
    const token = tokens[i]!
    if (CLAUSE_ENDS.has(token.text) || (token.text === ',' && i > at + 1) || NEVER_CROSSED.has(token.lower)) break
    const seen = read(token, tokens[i - 1])
    if (seen !== null) return seen
  }
  return null
}
