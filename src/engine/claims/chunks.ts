import type { Token } from '../language/parsed.ts'
import type { View } from './view.ts'

/**
 * Noun phrases by their words alone. Long counts, headlines and quotation marks are where a parse goes wrong most; right before and
 * right after a verb of harm the words themselves say who was meant.
 */

const INSIDE: ReadonlySet<Token['upos']> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON'])
const HEADS: ReadonlySet<Token['upos']> = new Set(['NOUN', 'PROPN', 'NUM', 'PRON'])
const QUOTES = /^["“”‘’'«»()–—-]$/
const REACH = 14

const isNumberWord = (token: Token): boolean =>
  /^(?:at|least|more|than|about|around|nearly|almost|some|over|up|to|as|many|an|estimated|roughly|approximately|only|just|another|fewer|less|between|and|or|no|not|well|close)$/.test(
    token.lower,
  )

/** The head of the noun phrase that starts right after token `i`, or undefined. */
export const phraseAfter = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const sentence = tokens[i]!.sentence
  let at = i + 1
  const inSentence = (j: number): boolean => tokens[j] !== undefined && tokens[j]!.sentence === sentence && j - i < REACH
  const countAt = (j: number) =>
    view
      .within('count', tokens[j]!)
      .find((count) => count.start <= tokens[j]!.start && /\d|[a-z]/i.test(view.text.slice(count.start, count.end)))
  let head: number | undefined
  for (; inSentence(at); at++) {
    const token = tokens[at]!
    if (QUOTES.test(token.text)) {
      // "Jamari Howard - Channel 19 News": a dash set off by spaces ends the phrase.
      if (head !== undefined && (token.text !== '-' || token.start > tokens[at - 1]!.end)) break
      continue
    }
    const count = countAt(at)
    if (head === undefined && count && isNumberWord(token) && count.end > token.end) continue
    if (token.text === ',' && head !== undefined && tokens[at - 1]!.upos === 'ADJ') continue
    if (token.upos === 'PART' && /^['’]s?$/.test(token.text) && head !== undefined) {
      head = undefined
      continue
    }
    if (head !== undefined && (token.upos === 'PRON' || token.upos === 'DET') && tokens[head]!.upos !== 'NUM') break
    if (INSIDE.has(token.upos) || (token.xpos === 'VBN' && head === undefined && at > i + 1)) {
      if (HEADS.has(token.upos) || (token.upos === 'ADJ' && /^(?:others?|dead|wounded|injured)$/.test(token.lower))) {
        // "killed 11 Tuesday": a day is no victim.
        if (view.within('time', token).length > 0 && head !== undefined) break
        head = at
      }
      continue
    }
    break
  }
  return head
}

/** The head of the noun phrase that ends right before token `i`, auxiliaries and adverbs between them left aside. */
export const phraseBefore = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const { first } = view.sentences[tokens[i]!.sentence]!
  for (let at = i - 1; at >= first && i - at < REACH; at--) {
    const token = tokens[at]!
    if (token.upos === 'AUX' || token.upos === 'ADV' || token.lower === 'reportedly' || token.lower === 'also') continue
    return HEADS.has(token.upos) || /^(?:\w+-)?olds?$/.test(token.lower) ? at : undefined
  }
  return undefined
}

/** Is the verb passive by its words: "was killed", "have been wounded", "were reportedly shot"? */
export const isPassiveByWords = (view: View, i: number): boolean => {
  const { tokens } = view
  const { first } = view.sentences[tokens[i]!.sentence]!
  for (let at = i - 1; at >= first && i - at < 5; at--) {
    const token = tokens[at]!
    if (/^(?:was|were|been|being|is|are|be|get|got|gets|getting)$/.test(token.lower)) return true
    if (token.upos !== 'ADV' && token.upos !== 'AUX' && token.lower !== 'not') return false
  }
  return false
}
