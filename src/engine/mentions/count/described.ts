import type { Sentence, Token } from '../../language/parsed.ts'
import { classOfNoun, isPersonNoun, KIN, singular } from '../party/nouns.ts'
import { weaponTypeOfNoun } from '../weapon/lexicon.ts'
import type { CountDraft } from './reading.ts'

const ORDINALS = new Set('second third fourth fifth sixth seventh eighth ninth tenth other'.split(' '))
/** What there may be none of. */
const LOSSES = new Set(
  'casualty death fatality injury victim survivor loss damage arrest detention hostage wounded injured dead killing wound report-of'.split(
    ' ',
  ),
)
const POSSESSIVES = new Set('his her their my our your its whose'.split(' '))
const DEFINITE = new Set('the this that these those both each every'.split(' '))
const SINGULARS = new Set(['NN', 'NNP'])
const PLURALS = new Set(['NNS', 'NNPS'])

/** Plurals that name a body or speaker, not a number of people. */
const BODIES = new Set('police authorities officials sources people media residents relatives witnesses locals'.split(' '))

const single = { low: 1, high: 1, approximate: false, words: null, fraction: null } as const
const several = { low: 2, high: null, approximate: false, words: null, fraction: null } as const
const nobody = { low: 0, high: 0, approximate: false, words: null, fraction: null } as const

const isCountable = (lemma: string): boolean => classOfNoun(lemma) !== undefined || weaponTypeOfNoun(lemma) !== undefined

type Modifiers = { determiner: Token | undefined; number: boolean; ordinal: boolean }

const gather = (tokens: readonly Token[], sentence: Sentence): ReadonlyMap<number, Modifiers> => {
  const modifiers = new Map<number, Modifiers>()
  const of = (i: number): Modifiers => {
    const known = modifiers.get(i)
    if (known) return known
    const fresh = { determiner: undefined, number: false, ordinal: false }
    modifiers.set(i, fresh)
    return fresh
  }
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const token = tokens[i]!
    if (token.head < 0) continue
    if (token.deprel.startsWith('det') || token.deprel === 'nmod:poss') {
      const entry = of(token.head)
      if (!entry.determiner || POSSESSIVES.has(token.lower)) entry.determiner = token
    } else if (token.deprel === 'nummod') of(token.head).number = true
    else if (token.deprel === 'amod' && ORDINALS.has(token.lower)) of(token.head).ordinal = true
  }
  return modifiers
}

/** Persons and things counted without a figure: "a soldier", "civilians", "no casualties", "Ali and his wife". */
export const findDescribed = (
  tokens: readonly Token[],
  sentence: Sentence,
  { taken, terse }: Readonly<{ taken: ReadonlySet<number>; terse: boolean }>,
): readonly CountDraft[] => {
  const modifiers = gather(tokens, sentence)
  const drafts: CountDraft[] = []
  const add = (
    from: Token,
    noun: Token,
    rest: Pick<CountDraft, 'low' | 'high' | 'approximate' | 'words' | 'fraction' | 'form' | 'relation' | 'rule'>,
  ): void => {
    drafts.push({
      ...rest,
      start: Math.min(from.start, noun.start),
      end: Math.max(from.end, noun.end),
      token: from.i,
      noun: noun.i,
      of: singular(noun.lemma),
    })
  }
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const noun = tokens[i]!
    if (taken.has(i)) continue
    const pair = findPair(tokens, sentence, i)
    if (pair) {
      add(pair, noun, { ...several, high: 2, form: 'pair', relation: null, rule: 'count/and-his-wife' })
      continue
    }
    if (noun.upos !== 'NOUN' && !(noun.upos === 'PROPN' && noun.text === noun.text.toUpperCase())) continue
    if (noun.deprel === 'compound' || noun.deprel === 'flat' || noun.deprel === 'amod' || noun.name !== 'O') continue
    const lemma = singular(noun.lemma)
    const { determiner, number, ordinal } = modifiers.get(i) ?? { determiner: undefined, number: false, ordinal: false }
    const word = determiner?.lower ?? ''
    if (word === 'no' || (tokens[i - 1]?.lower === 'without' && !determiner)) {
      if (LOSSES.has(lemma) || isPersonNoun(lemma))
        add(word === 'no' ? determiner! : tokens[i - 1]!, noun, {
          ...nobody,
          form: 'none',
          relation: ordinal ? 'additional' : null,
          rule: 'count/no-loss',
        })
      continue
    }
    if (number || !isCountable(lemma)) continue
    const person = isPersonNoun(lemma)
    if (word === 'a' || word === 'an' || word === 'another') {
      if (SINGULARS.has(noun.xpos))
        add(determiner!, noun, {
          ...single,
          form: 'indefinite',
          relation: ordinal || word === 'another' ? 'additional' : null,
          rule: 'count/a',
        })
    } else if (!person) {
      if (!determiner && PLURALS.has(noun.xpos)) add(noun, noun, { ...several, form: 'bare-plural', relation: null, rule: 'count/plural' })
    } else if (DEFINITE.has(word) || (determiner && determiner.deprel === 'nmod:poss')) {
      const bounds = PLURALS.has(noun.xpos) ? several : single
      add(noun, noun, {
        ...bounds,
        form: PLURALS.has(noun.xpos) ? 'bare-plural' : 'definite',
        relation: 'definite',
        rule: 'count/definite',
      })
    } else if (!determiner && PLURALS.has(noun.xpos) && !BODIES.has(noun.lower))
      add(noun, noun, { ...several, form: 'bare-plural', relation: ordinal ? 'additional' : null, rule: 'count/plural' })
    else if (!determiner && terse && SINGULARS.has(noun.xpos) && /^(?:nsubj|obj|root|appos|conj|obl:agent)/.test(noun.deprel))
      add(noun, noun, { ...single, form: 'indefinite', relation: null, rule: 'count/headline-one' })
  }
  return drafts
}

/** The name that "and his wife" at this token joins: its first token. */
const findPair = (tokens: readonly Token[], sentence: Sentence, i: number): Token | undefined => {
  const noun = tokens[i]!
  if (noun.upos !== 'NOUN' || !KIN.has(singular(noun.lemma)) || PLURALS.has(noun.xpos)) return undefined
  let at = i - 1
  while (at > sentence.first && tokens[at]!.upos === 'ADJ') at -= 1
  if (!/^(?:his|her)$/.test(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower !== 'and') return undefined
  at -= 2
  // "Ali Hassan, 39, and his wife": the age between commas belongs to the name.
  for (let steps = 0; steps < 3 && at > sentence.first && (tokens[at]!.text === ',' || tokens[at]!.upos === 'NUM'); steps += 1) at -= 1
  if (at < sentence.first || !tokens[at]!.name.endsWith('PER')) return undefined
  while (at > sentence.first && tokens[at]!.name.startsWith('I-') && tokens[at - 1]!.name.endsWith('PER')) at -= 1
  // "Omar, Ali and his wife" are three.
  if (tokens[at - 1]?.text === ',' && tokens[at - 2]?.name.endsWith('PER')) return undefined
  return tokens[at]
}
