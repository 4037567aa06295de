import type { ParsedText, Token } from '../../language/parsed.ts'
import { isPeople } from './beings.ts'

/**
 * Words that say what befell people, read from what stands beside them where the parse took them for something else: headlines and
 * texts in capitals leave out "were" ("6 men shot at house", "SHOT 15 FARMERS", "boy dead").
 */
export const BEFALLEN = new Set([
  'shot',
  'killed',
  'wounded',
  'injured',
  'dead',
  'stabbed',
  'murdered',
  'slain',
  'kidnapped',
  'abducted',
  'hurt',
  'arrested',
  'missing',
  'executed',
  'beheaded',
  'detained',
])

const SKIPPED = new Set([
  'at',
  'least',
  'more',
  'than',
  'about',
  'some',
  'another',
  'up',
  'to',
  'the',
  'a',
  'an',
  'two',
  'his',
  'her',
  'their',
  'and',
  'was',
  'were',
  'are',
  'is',
  'been',
  'be',
  'critically',
  'seriously',
  'fatally',
  'reportedly',
  'allegedly',
  'accidentally',
  'found',
  'feared',
  'also',
  'left',
  'being',
])

/** Words that open the phrase of those it befalls. */
const OPENING = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'their',
  'its',
  'another',
  'some',
  'about',
  'more',
  'than',
  'least',
  'several',
  'many',
])

/** The people right before the word, else those right behind it. */
export const surfacePatients = (parsed: ParsedText, token: Token): Readonly<{ before: readonly Token[]; after: readonly Token[] }> => {
  const { tokens } = parsed
  const before: Token[] = []
  for (let i = token.i - 1; i >= Math.max(0, token.i - 3); i -= 1) {
    const word = tokens[i]!
    if (word.sentence !== token.sentence) break
    if (word.upos === 'NUM' || ((word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'PRON') && isPeople(word))) {
      before.push(word)
      break
    }
    if (!SKIPPED.has(word.lower)) break
  }
  const after: Token[] = []
  for (let i = token.i + 1; i < Math.min(tokens.length, token.i + 6); i += 1) {
    const word = tokens[i]!
    if (word.sentence !== token.sentence) break
    if ((word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'PRON') && isPeople(word)) {
      after.push(word)
      break
    }
    const isBound = word.lower === 'at' && tokens[i + 1]?.lower === 'least'
    if (word.upos !== 'NUM' && word.upos !== 'ADJ' && !isBound && !OPENING.has(word.lower)) break
  }
  return { before, after }
}
