import type { Actor } from '../../../model/actor.ts'
import type { ParsedText, Sentence, Token } from '../../language/parsed.ts'
import { toNameWords } from './name-words.ts'
import { classOfNoun, wordSet } from './nouns.ts'
import { type ActorRegister, matchActor, type NameWord, type RegisterName, type StateForm } from './register.ts'
import { isTitle } from './titles.ts'

/** A name in the text: tokens `first` to `last`, and what it stands for as far as tags and register say. */
export type NameHit = Readonly<{
  first: number
  last: number
  type: 'person' | 'organisation' | 'group' | 'geopolitical' | 'place'
  actor: Actor | null
  state: StateForm | null
}>

/** Abbreviations that are everyday words once a whole text is in capitals. */
const SHOUTED_WORDS = wordSet('is us who ice mend car site far care sac tip gam ana eta mas it am')
/** Adjectives of nations that are languages, dishes or common words too often to be trusted without a capital letter. */
const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text)

const toWordStream = (tokens: readonly Token[], { first, last }: Sentence, register: ActorRegister): readonly NameWord[] => {
  const words: NameWord[] = []
  for (let token = first; token < last; token += 1)
    for (const word of toNameWords(tokens[token]!.text, register.spellings)) words.push({ word, token })
  return words
}

const isShouted = (tokens: readonly Token[], { first, last }: Sentence): boolean => {
  let upper = 0
  let lower = 0
  for (let i = first; i < last; i += 1) {
    const { text } = tokens[i]!
    if (text.length < 2 || !/\p{L}/u.test(text)) continue
    if (text === text.toUpperCase()) upper += 1
    else lower += 1
  }
  return upper > 3 * lower && upper > 2
}

const isInLongerPerson = (tokens: readonly Token[], first: number, last: number): boolean => {
  if (!tokens[first]!.name.endsWith('PER')) return false
  return tokens[first]!.name.startsWith('I-') || tokens[last + 1]?.name === 'I-PER'
}

const toHit = (first: number, last: number, { actor, form }: RegisterName): NameHit => ({
  first,
  last,
  type: actor?.type ?? 'geopolitical',
  actor,
  state: form === 'alias' ? null : form,
})

const registered = (tokens: readonly Token[], sentence: Sentence, register: ActorRegister): readonly NameHit[] => {
  const words = toWordStream(tokens, sentence, register)
  const shouted = isShouted(tokens, sentence)
  const hits: NameHit[] = []
  for (let at = 0; at < words.length; ) {
    const first = words[at]!.token
    const accepts = (name: RegisterName, next: number): boolean => {
      const last = words[next - 1]!.token
      // A name ends with its token: "Iran-backed" split by hyphens is fine, half a token is not.
      if (words[next]?.token === last || words[at - 1]?.token === first) return false
      const text = tokens[first]!.text
      if (!isCapital(text.replace(/^(?:al|el)-/i, '')) && !isCapital(text) && !isCapital(tokens[last]!.text)) return false
      if (name.acronym && next - at === 1) {
        if (text !== text.toUpperCase()) return false
        return !(shouted && SHOUTED_WORDS.has(words[at]!.word) && !text.includes('.'))
      }
      return !isInLongerPerson(tokens, first, last)
    }
    const match = isCapitalised(tokens, first, shouted) ? matchActor(register, words, at, accepts) : undefined
    if (match) hits.push(toHit(withArticle(tokens, sentence, first), words[match.next - 1]!.token, match.name))
    at = match?.next ?? at + 1
  }
  return hits
}

/** "al-Qaida" cut into "al", "-", "Qaida": the article belongs to the name. */
const withArticle = (tokens: readonly Token[], sentence: Sentence, first: number): number => {
  const hyphen = tokens[first - 1]?.text === '-' ? 1 : 0
  const article = first - hyphen - 1
  return article >= sentence.first && tokens[article]!.lower === 'al' ? article : first
}

/** Most words of a text are small and start no name. */
const isCapitalised = (tokens: readonly Token[], i: number, shouted: boolean): boolean =>
  shouted ||
  isCapital(tokens[i]!.text) ||
  (tokens[i]!.lower.startsWith('al') && /\p{Lu}/u.test(tokens[i]!.text)) ||
  tokens[i]!.lower === 'dpa'

const TYPES = { PER: 'person', ORG: 'organisation', LOC: 'place' } as const

/** Verbs and pronouns in small letters end a name, whatever the tagger says. */
const isNamePart = ({ upos, text }: Token): boolean =>
  isCapital(text) || (upos !== 'VERB' && upos !== 'AUX' && upos !== 'PRON' && upos !== 'SCONJ')
/** "KH" in a sentence of small letters is no person. */
const isAbbreviation = (tokens: readonly Token[], first: number, last: number, shouted: boolean): boolean =>
  !shouted && first === last && /^\p{Lu}{2,6}$/u.test(tokens[first]!.text)

const tagged = (tokens: readonly Token[], sentence: Sentence, taken: ReadonlySet<number>): readonly NameHit[] => {
  const { first, last } = sentence
  const shouted = isShouted(tokens, sentence)
  const hits: NameHit[] = []
  for (let i = first; i < last; i += 1) {
    const { name } = tokens[i]!
    if (name === 'O' || (name.startsWith('I-') && (tokens[i - 1]?.name !== 'O' || !isCapital(tokens[i]!.text)))) continue
    const type = name.slice(2) as keyof typeof TYPES
    let end = i
    while (end + 1 < last && tokens[end + 1]!.name === `I-${type}` && isNamePart(tokens[end + 1]!)) end += 1
    for (let k = i; k <= end; k += 1) if (tokens[k]!.text === ',' && k > i) end = k - 1
    while (
      end > i &&
      (tokens[end]!.upos === 'PUNCT' || (!shouted && /^\p{Ll}/u.test(tokens[end]!.text) && !tokens[end]!.text.includes('-')))
    )
      end -= 1
    let free = true
    for (let k = i; k <= end; k += 1) free &&= !taken.has(k)
    if (free)
      hits.push({
        first: i,
        last: end,
        type: isAbbreviation(tokens, i, end, shouted) && type === 'PER' ? 'organisation' : TYPES[type],
        actor: null,
        state: null,
      })
    i = end
  }
  return hits
}

/** "Iraqi President", "Task Force" tagged as a person: a title is no name. */
const isTitleOnly = (tokens: readonly Token[], { first, last, type, actor }: NameHit): boolean => {
  if (type !== 'person' || actor) return false
  for (let i = first; i <= last; i += 1)
    if (
      !isTitle(tokens[i]!.lower) &&
      classOfNoun(tokens[i]!.lower) === undefined &&
      tokens[i]!.upos === 'PROPN' &&
      !(i === first && last > first)
    )
      return false
  return isTitle(tokens[last]!.lower)
}

const ARMED_ENDINGS = wordSet(
  'brigade brigades battalion army front militia forces force guard guards movement cartel gang division regiment corps command fighters',
)
/** "Northern Liberation Front (NLF)": the abbreviation in the brackets. */
const bracketedName = (tokens: readonly Token[], i: number): NameHit['type'] | undefined => {
  const { text } = tokens[i]!
  if (!/^\p{Lu}[\p{Lu}\p{N}-]{1,7}$/u.test(text) || !/^[([]$/.test(tokens[i - 1]?.text ?? '') || !/^[)\]]$/.test(tokens[i + 1]?.text ?? ''))
    return undefined
  const before = tokens[i - 2]
  if (
    !before ||
    before.sentence !== tokens[i]!.sentence ||
    (before.upos !== 'PROPN' && before.upos !== 'NOUN') ||
    before.name.endsWith('LOC')
  )
    return undefined
  return before.lower.startsWith(text.slice(-1).toLowerCase()) ? (ARMED_ENDINGS.has(before.lower) ? 'group' : 'organisation') : undefined
}

/** Names that the text gives in full once and then in part: "Nabil Khoury", later "Khoury", which the tagger may miss. */
export type KnownParts = ReadonlyMap<string, NameHit['type']>

export const listKnownParts = (parsed: ParsedText): KnownParts => {
  const parts = new Map<string, NameHit['type']>()
  const { tokens } = parsed
  for (let i = 0; i < tokens.length; i += 1) {
    const bracketed = bracketedName(tokens, i)
    if (bracketed) parts.set(tokens[i]!.text, bracketed)
    if (tokens[i]!.name !== 'B-PER') continue
    let end = i
    while (tokens[end + 1]?.name === 'I-PER') end += 1
    for (let k = i; k <= end; k += 1) {
      const { text, lower, upos } = tokens[k]!
      if (upos === 'PROPN' && text.length > 2 && isCapital(text) && !isTitle(lower)) parts.set(text, 'person')
    }
  }
  return parts
}

const repeated = (tokens: readonly Token[], sentence: Sentence, taken: ReadonlySet<number>, parts: KnownParts): readonly NameHit[] => {
  const hits: NameHit[] = []
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const type = parts.get(tokens[i]!.text)
    if (type === undefined || taken.has(i) || (tokens[i]!.upos !== 'PROPN' && type === 'person')) continue
    let end = i
    while (
      type === 'person' &&
      end + 1 < sentence.last &&
      !taken.has(end + 1) &&
      tokens[end + 1]!.upos === 'PROPN' &&
      parts.get(tokens[end + 1]!.text) === 'person'
    )
      end += 1
    hits.push({ first: i, last: end, type, actor: null, state: null })
    i = end
  }
  return hits
}

const BODIES = wordSet('front brigade battalion regiment column bloc block faction militia gang cartel clan group movement unit cell wing')

/** "the Maria Campo front": a body named after somebody, its noun in small letters. */
const withBody = (tokens: readonly Token[], hit: NameHit): NameHit => {
  const { first, last, type, actor } = hit
  const noun = tokens[last + 1]
  const after = tokens[last + 2]
  if (actor || (type !== 'person' && type !== 'organisation') || !/^(?:the|a|'s|’s)$/.test(tokens[first - 1]?.lower ?? '')) return hit
  if (noun?.sentence !== tokens[first]!.sentence || !BODIES.has(noun.lower) || noun.text !== noun.lower) return hit
  // "the Maria Campo group photo".
  if (after?.sentence === noun.sentence && (after.upos === 'NOUN' || after.upos === 'PROPN')) return hit
  return { ...hit, last: last + 1, type: 'group' }
}

/** The names of a sentence, in order: those of the register first, then those the name model tags. */
export const findNames = (parsed: ParsedText, sentence: Sentence, register: ActorRegister, parts: KnownParts): readonly NameHit[] => {
  const { tokens } = parsed
  const known = registered(tokens, sentence, register)
  const taken = new Set<number>()
  for (const { first, last } of known) for (let i = first; i <= last; i += 1) taken.add(i)
  const byTag = tagged(tokens, sentence, taken)
  for (const { first, last } of byTag) for (let i = first; i <= last; i += 1) taken.add(i)
  return [...known, ...byTag, ...repeated(tokens, sentence, taken, parts)]
    .filter((hit) => !isTitleOnly(tokens, hit))
    .map((hit) => withBody(tokens, hit))
    .sort((a, b) => a.first - b.first)
}
