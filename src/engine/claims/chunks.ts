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

const ASIDE =
  /^(?:including|includes|among|amongst|most|mostly|many|all|half|some|nearly|almost|mainly|largely|at|aged|one|two|three|four|five|six|seven|eight|nine|ten|\d+)$/

/** The comma that opens the aside that the comma at token `i` closes: "17 people, including three guards, were …". */
const asideBefore = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const { first } = view.sentences[tokens[i]!.sentence]!
  for (let at = i - 1; at > first && i - at < REACH; at--)
    if (tokens[at]!.text === ',') return ASIDE.test(tokens[at + 1]!.lower) ? at : undefined
  return undefined
}

/** Those counted before an aside that ends right before the predicate at token `i`: "17 people, most of them women, were killed". */
export const countedBeforeAside = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const { first } = view.sentences[tokens[i]!.sentence]!
  let at = i - 1
  while (at > first && /^(?:AUX|ADV)$/.test(tokens[at]!.upos)) at--
  const open = tokens[at]?.text === ',' && at > first ? asideBefore(view, at) : undefined
  const last = open === undefined ? undefined : tokens[open - 1]
  // "five members of one family, …": the members.
  const isOf = last?.deprel === 'nmod' && last.head >= 0 && last.head < last.i && tokens[last.i - 1]?.text !== ','
  const head = isOf && tokens.slice(last.head + 1, last.i).some(({ lower }) => lower === 'of') ? tokens[last.head] : last
  return head && HEADS.has(head.upos) && isCountedBy(view, head.i) ? head.i : undefined
}

/** Does a number stand right before the words headed by `head`, or is it one itself? */
export const isCountedBy = (view: View, head: number): boolean => {
  const { tokens } = view
  const token = tokens[head]!
  const from = Math.max(0, head - 3)
  const isNumber = tokens.slice(from, head + 1).some(({ upos, sentence }) => upos === 'NUM' && sentence === token.sentence)
  return isNumber && view.within('count', { start: tokens[from]!.start, end: token.end }).length > 0
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
