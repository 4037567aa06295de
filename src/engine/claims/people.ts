import { NOUNS as ACT_NOUNS } from '../mentions/act/lexicon.ts'
import { classOfNoun, singular } from '../mentions/party/nouns.ts'
import { baseOf } from './grammar.ts'
import { NOT_PEOPLE } from './harms/words.ts'
import type { View } from './view.ts'

const PERSONAL: ReadonlySet<string> = new Set(
  'he she they him her them i we us you me who whom himself herself themselves everyone everybody someone somebody anyone anybody nobody none those both all others'.split(
    ' ',
  ),
)
/** Bodies of people that can be harmed, and number words that stand for people. */
const COLLECTIVES: ReadonlySet<string> = new Set(
  'family community population hundred thousand dozen score ten half third majority most many several few some other others trio quartet patient'.split(
    ' ',
  ),
)
/** "The army's figure is 19 dead": a sum, where a number follows; else a person of standing. */
const SUMS: ReadonlySet<string> = new Set(['figure', 'count', 'toll', 'tally', 'number', 'estimate', 'total'])
/** Words that only end like people. */
const NOT_MEN = /^(?:abdomen|specimen|regimen|omen)s?$/
const SUFFIX = /(?:men|man|women|woman|people|folk|sman|ist|ists|ians?)$/

/** Do these words mean people? `undefined` where nothing says so either way. */
export const meansPeople = (view: View, head: number): boolean | undefined => {
  const token = view.tokens[head]
  if (!token) return undefined
  if (NOT_MEN.test(token.lower)) return false
  if (SUMS.has(token.lemma) && view.tokens.slice(head + 1, head + 5).some(({ upos }) => upos === 'NUM')) return false
  if (token.upos === 'PRON') return PERSONAL.has(token.lower) ? true : NOT_PEOPLE.has(token.lower) ? false : undefined
  if (token.upos === 'NOUN' || !token.name.endsWith('PER')) {
    const noun = classOfNoun(singular(token.lemma)) ?? classOfNoun(token.lower)
    if (noun === 'person' || noun === 'group' || COLLECTIVES.has(token.lemma)) return true
    if (noun === 'facility' || noun === 'vehicle') return false
  }
  if (/-year-olds?$/.test(token.lower) || token.lower === 'old' || token.lower === 'olds') return true
  if (NOT_PEOPLE.has(token.lemma) || NOT_PEOPLE.has(token.lower)) return false
  if (token.upos === 'NOUN' && ACT_NOUNS.has(singular(token.lower))) return false
  for (const party of view.within('party', token)) {
    if (party.type === 'person' || party.type === 'group') return true
    if (party.type === 'facility' || party.type === 'vehicle') return false
  }
  if (token.name.endsWith('PER')) return true
  if (token.name.endsWith('LOC')) return false
  // "four-year-old shoots self"
  if (token.lower === 'self' && view.tokens[head + 1]?.text !== '-') return true
  // "the first murder of 2015"
  if (token.upos === 'NUM' && view.within('time', token).length > 0) return false
  if (token.upos === 'NUM' && view.tokens[head + 1]?.lower === 'of' && isOfThings(view, head + 1)) return false
  if (token.upos === 'NUM') return hasNounBehind(view, head) ? undefined : true
  if (SUFFIX.test(token.lower)) return true
  return undefined
}

/** "60 of its 210 houses" */
const isOfThings = (view: View, of: number): boolean => {
  const noun = view.tokens
    .slice(of + 1, of + 6)
    .find(({ upos, sentence }) => sentence === view.tokens[of]!.sentence && !/^(?:DET|PRON|NUM|ADJ)$/.test(upos))
  return noun?.upos === 'NOUN' && meansPeople(view, noun.i) === false
}

/** "five" of "five rockets" is not a number of people, "five were killed" is. */
const hasNounBehind = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  return baseOf(token) === 'nummod' || baseOf(token) === 'compound'
}
