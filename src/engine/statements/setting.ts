import type { Tree } from './clause.ts'
import { CHANNELS, SPOKEN_IN, TIME_WORDS, WEEKDAYS } from './cues/words.ts'

/** Skips "on Monday", "last week", "in a statement", "at a news conference" after a verb of saying. */
export const skipSetting = (tree: Tree, from: number): number => {
  let at = from
  for (let rounds = 0; rounds < 4; rounds++) {
    const next = settingEnd(tree, at)
    if (next === at) return at
    at = next
  }
  return at
}

const DAY_PARTS = /^(?:morning|afternoon|evening|night|noon|midday|midnight)$/

const SETTING_PREPOSITIONS = new Set([
  'on',
  'in',
  'at',
  'during',
  'via',
  'by',
  'through',
  'over',
  'to',
  'after',
  'before',
  'from',
  'this',
  'last',
  'late',
  'early',
  'earlier',
  'that',
])

const settingEnd = (tree: Tree, from: number): number => {
  const { tokens, sentence } = tree
  const first = tokens[from]
  if (!first || from >= sentence.last) return from
  if (WEEKDAYS.has(first.lower) || first.lower === 'today' || first.lower === 'yesterday' || first.lower === 'later')
    return from + (TIME_WORDS.has(tokens[from + 1]?.lower ?? '') ? 2 : 1)
  if (!SETTING_PREPOSITIONS.has(first.lower) || (first.lower === 'that' && !TIME_WORDS.has(tokens[from + 1]?.lower ?? ''))) return from
  for (let i = from + 1; i < Math.min(from + 9, sentence.last); i++) {
    const token = tokens[i]
    if (
      !token ||
      (token.upos === 'PUNCT' && token.text !== ',') ||
      token.upos === 'VERB' ||
      token.upos === 'AUX' ||
      token.upos === 'PRON' ||
      token.upos === 'SCONJ'
    )
      return from
    if ((token.text === ',' && i - from < 2) || token.lower === 'least' || token.lower === 'most') return from
    if (token.upos === 'NUM' && !TIME_WORDS.has(tokens[i + 1]?.lower ?? '') && !/^\d{1,2}$|^(?:19|20)\d\d$/.test(token.text)) return from
    if (WEEKDAYS.has(token.lower) || CHANNELS.has(token.lower) || TIME_WORDS.has(token.lower)) {
      const after = tokens[i + 1]
      if (after && (after.upos === 'NOUN' || after.upos === 'PROPN') && CHANNELS.has(after.lower)) return i + 2
      if (CHANNELS.has(token.lower) && ISSUED.test(after?.lower ?? '')) return issuedEnd(tree, i + 1)
      // "on Tuesday evening"
      return WEEKDAYS.has(token.lower) && DAY_PARTS.test(after?.lower ?? '') ? i + 2 : i + 1
    }
  }
  return from
}

const ISSUED = /^(?:dated|read|broadcast|aired|carried|issued|published|posted|released|circulated|sent|shared|distributed)$/

/** "in a communiqué read on state television": how it came out belongs to the setting, up to the next mark or clause. */
const issuedEnd = ({ tokens, sentence }: Tree, from: number): number => {
  let to = from + 1
  while (to < sentence.last && to - from < 8 && /^(?:ADP|DET|ADJ|NOUN|PROPN|PART|NUM|ADV)$/.test(tokens[to]?.upos ?? '')) to++
  return tokens[to]?.upos === 'PUNCT' || tokens[to]?.lower === 'that' || to >= sentence.last ? to : from
}

/** Takes "in a statement" off the end of a stretch. */
export const withoutChannel = (tree: Tree, from: number, to: number): number => {
  if (!SPOKEN_IN.has(tree.tokens[to - 1]?.lower ?? '')) return to
  for (let i = Math.max(from + 1, to - 5); i < to; i++) if (skipSetting(tree, i) === to && tree.tokens[i]?.upos === 'ADP') return i
  return to
}
