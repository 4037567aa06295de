import type { Context } from '../../context.ts'
import type { Token } from '../../language/parsed.ts'
import { isRelation } from '../../language/tree.ts'
import { FEMALE, MALE, singular, wordSet } from './nouns.ts'
import type { PartyReading } from './parties.ts'

/** Which mentions of a document speak of the same party. */
export type Coreference = Readonly<{
  /** The id of the fullest mention of the same party; the mention's own id where it stands alone. */
  fullestOf: (id: string) => string
  /** The fullest mention of the party that a token stands for: the head of a mention, a part of its name, or a pronoun. */
  at: (token: number) => PartyReading | undefined
}>

type Entity = { fullest: PartyReading; male: boolean; female: boolean; plural: boolean; last: number }

const HE = new Set(['he', 'him', 'his', 'himself'])
const SHE = new Set(['she', 'her', 'hers', 'herself'])
const THEY = new Set(['they', 'them', 'their', 'theirs', 'themselves'])
const IT = new Set(['it', 'its', 'itself'])
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those'])
const MALE_TITLES = wordSet('mr sir king prince sheikh sheik imam father fr lord brother')
const FEMALE_TITLES = wordSet('mrs ms miss madam dame queen princess lady sister')
/** Nouns that stand for a named armed group or body mentioned before. */
const GROUP_WORDS = wordSet(
  'group organisation organization movement militia force faction outfit network rebels insurgents militants guerrillas paramilitaries gang cartel front',
)
const BODY_WORDS = wordSet(
  'agency charity ngo ministry department company newspaper observatory monitor watchdog council commission institution university hospital organisation organization party union body',
)
/** Words between a description and the name that those described go by. */
const NAMING = /^(?:calling (?:itself|himself|herself|themselves)|(?:known|identified) as)$/
/** How many tokens back a pronoun or "the group" may reach; farther ones are mostly wrong. */
const FAR = 160

const wordsIn = (text: string): readonly string[] =>
  text
    .replace(/['’‘`ʼ.]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const initials = (words: readonly string[]): string =>
  words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('')
const SMALL = wordSet('the of for and in on to de al ash el')

/** How well a mention stands for its party: a name before a description, a noun before an adjective, the longer the better. */
const weightOf = (mention: PartyReading, tokens: readonly Token[]): number => {
  const adjective = tokens[mention.token]!.xpos.startsWith('JJ') ? 0 : 500
  const acronym = mention.named && mention.end - mention.start <= 5 ? 0 : 100
  return (mention.named ? 1000 : 0) + adjective + acronym + Math.min(80, mention.end - mention.start)
}

/** Finds the fullest mention of each party by the register, shorter names, abbreviations, "the group", titles and pronouns. One pass. */
export const resolveParties = (context: Context, parties: readonly PartyReading[]): Coreference => {
  const { tokens, text } = context.parsed
  const entityOf = new Map<string, Entity>()
  const byToken = new Map<number, Entity>()
  const byKey = new Map<string, Entity>()
  /** Latest first is not needed: only the latest of each sort is asked for. */
  const latest = new Map<string, Entity>()

  const note = (entity: Entity, key: string): void => {
    if (key.length > 0) byKey.set(key, entity)
  }

  const join = (mention: PartyReading, known: Entity | undefined): Entity => {
    const entity = known ?? { fullest: mention, male: false, female: false, plural: false, last: mention.last }
    if (known && weightOf(mention, tokens) > weightOf(known.fullest, tokens)) entity.fullest = mention
    entity.last = mention.last
    for (let i = mention.first; i <= mention.last; i += 1) {
      const { lower } = tokens[i]!
      const bare = lower.replace(/\.$/, '')
      if (mention.type === 'person' && (MALE.has(bare) || MALE_TITLES.has(bare))) entity.male = true
      if (mention.type === 'person' && (FEMALE.has(bare) || FEMALE_TITLES.has(bare))) entity.female = true
    }
    entity.plural ||= mention.type === 'group' || tokens[mention.token]!.xpos === 'NNS'
    entityOf.set(mention.id, entity)
    byToken.set(mention.token, entity)
    if (mention.name) for (let i = mention.name.first; i <= mention.name.last; i += 1) if (!byToken.has(i)) byToken.set(i, entity)
    return entity
  }

  const nameWords = ({ name, first, last }: PartyReading): readonly string[] =>
    wordsIn(text.slice(tokens[name?.first ?? first]!.start, tokens[name?.last ?? last]!.end))

  const joinNamed = (mention: PartyReading): Entity => {
    const name = mention.name ?? mention
    const words = nameWords(mention).filter((word) => word !== 'the')
    const full = `${mention.type === 'person' ? 'person' : 'body'} ${words.join(' ')}`
    const surname = `surname ${words.at(-1) ?? ''}`
    const given = `given ${words[0] ?? ''}`
    let known = mention.actor ? byKey.get(`actor ${mention.actor}`) : byKey.get(full)
    if (!known && mention.type === 'person')
      known =
        words.length === 1
          ? (byKey.get(surname) ?? byKey.get(`family ${words[0]}`) ?? byKey.get(given))
          : (findSameSurname(byKey.get(surname), words) ?? findWithin(words))
    if (!known && words.length === 1) known = byKey.get(`initials ${words[0]}`)
    // "Northern Liberation Front (NLF)": what stands in the brackets is the same.
    if (!known && tokens[mention.first - 1]?.text === '(') known = byToken.get(mention.first - 2)
    if (!known) known = calledSo(mention)
    const entity = join(mention, known)
    note(entity, full)
    if (mention.actor) note(entity, `actor ${mention.actor}`)
    if (mention.type === 'person') {
      note(entity, surname)
      if (words.length > 1) note(entity, given)
      // "Galan" for "Luis Carlos Galan Sarmiento".
      if (words.length > 2) note(entity, `family ${words.at(-2)}`)
      for (let i = 1; i < words.length; i += 1) note(entity, `pair ${words[i - 1]} ${words[i]}`)
      for (let i = mention.first; i < name.first; i += 1) note(entity, `title ${singular(tokens[i]!.lower.replace(/\.$/, ''))}`)
    } else {
      if (words.length > 1) note(entity, `initials ${initials(words)}`)
      for (const word of words) note(entity, `word ${singular(word)}`)
    }
    return entity
  }

  /** "a group calling itself the Free Men", "a rival known as G-Pep": the description before the name. */
  const calledSo = (mention: PartyReading): Entity | undefined => {
    const at = mention.first - (tokens[mention.first - 1]?.lower === 'the' ? 2 : 1)
    const words = `${tokens[at - 1]?.lower ?? ''} ${tokens[at]?.lower ?? ''}`
    const described = NAMING.test(words)
      ? byToken.get(at - 2)
      : /^(?:called|dubbed)$/.test(tokens[at]?.lower ?? '')
        ? byToken.get(at - 1)
        : undefined
    return described && !described.fullest.named && (mention.type !== 'person' || described.fullest.type === 'person')
      ? described
      : undefined
  }

  const findSameSurname = (known: Entity | undefined, words: readonly string[]): Entity | undefined => {
    if (!known) return undefined
    const other = nameWords(known.fullest)
    return other.length === 1 || other[0] === words[0] ? known : undefined
  }

  /** "Ruiz", "Ruiz Soto" and "Ana Maria Ruiz" for "Ana Maria Ruiz Soto": words of the other in the same order, none between them. */
  const findWithin = (words: readonly string[]): Entity | undefined => {
    const own = ` ${words.join(' ')} `
    const keys = [...words.slice(1).map((word, i) => `pair ${words[i]} ${word}`), ...(words.length > 2 ? [`surname ${words.at(-2)}`] : [])]
    return keys
      .map((key) => byKey.get(key))
      .find((known) => {
        if (known?.fullest.type !== 'person') return false
        const other = ` ${nameWords(known.fullest).join(' ')} `
        return other.includes(own) || own.includes(other)
      })
  }

  const near = (entity: Entity | undefined, at: number): Entity | undefined => (entity && at - entity.last <= FAR ? entity : undefined)

  const joinDescribed = (mention: PartyReading): Entity => {
    const head = singular(tokens[mention.token]!.lower)
    const definite = DEFINITE.has(tokens[mention.first]!.lower)
    const bare = mention.last - mention.first <= 1
    let known = joinedBefore(mention)
    if (!known && mention.actor) known = byKey.get(`actor ${mention.actor}`)
    if (!known && definite) {
      const plural = mention.type === 'group' && tokens[mention.token]!.xpos === 'NNS'
      known = near(byKey.get(`noun ${plural ? 'many' : 'one'} ${head}`), mention.first)
      if (mention.type === 'person') known ??= near(byKey.get(`title ${head}`), mention.first)
      else if (bare) known ??= near(byKey.get(`word ${head}`), mention.first)
      if (!known && bare && GROUP_WORDS.has(head)) known = near(latest.get('group'), mention.first)
      if (!known && bare && BODY_WORDS.has(head)) known = near(latest.get('organisation'), mention.first)
      if (!known && bare && (head === 'country' || head === 'nation')) known = near(latest.get('geopolitical'), mention.first)
    }
    const entity = join(mention, known)
    const plural = tokens[mention.token]!.xpos === 'NNS' || tokens[mention.token]!.xpos === 'NNPS'
    if (mention.actor) note(entity, `actor ${mention.actor}`)
    note(entity, `noun ${plural ? 'many' : 'one'} ${head}`)
    // "the Interior Ministry" without a name tag is "the ministry" later.
    if (mention.type === 'organisation' || mention.type === 'group') if (mention.last > mention.first + 1) note(entity, `word ${head}`)
    return entity
  }

  /** "Nabil Khoury, a taxi driver,": an apposition speaks of whom it follows. */
  const joinedBefore = (mention: PartyReading): Entity | undefined => {
    if (tokens[mention.first - 1]?.text !== ',' || !/^[,.;)]$/.test(tokens[mention.last + 1]?.text ?? '.')) return undefined
    let at = mention.first - 2
    // "Nabil Khoury, 39, a taxi driver": past the age.
    while (at > 0 && (tokens[at]!.upos === 'NUM' || tokens[at]!.text === ',')) at -= 1
    if (tokens[at]?.sentence !== tokens[mention.first]!.sentence) return undefined
    const known = byToken.get(at)
    if (!known?.fullest.named) return undefined
    const persons = (known.fullest.type === 'person') === (mention.type === 'person')
    const closed = tokens[mention.last + 1]?.text === ','
    return persons && (closed || !isRelation(tokens[mention.token]!, 'nsubj')) && !isRelation(tokens[mention.token]!, 'conj')
      ? known
      : undefined
  }

  const nested = (mention: PartyReading, outer: PartyReading | undefined): boolean =>
    outer !== undefined && mention.start >= outer.start && mention.end <= outer.end

  const remember = (mention: PartyReading, entity: Entity): void => {
    const subject = isRelation(tokens[mention.token]!, 'nsubj')
    const sort = mention.type === 'person' ? 'person' : mention.type
    latest.set(sort, entity)
    if (subject) latest.set(`subject ${sort}`, entity)
    if (mention.type === 'person') {
      if (!entity.female) latest.set('male', entity)
      if (!entity.male) latest.set('female', entity)
      if (subject && !entity.female) latest.set('subject male', entity)
      if (subject && !entity.male) latest.set('subject female', entity)
    } else if (mention.type !== 'facility' && mention.type !== 'vehicle') {
      latest.set(entity.plural ? 'many' : 'thing', entity)
      if (subject) latest.set(entity.plural ? 'subject many' : 'subject thing', entity)
    }
  }

  const pronoun = (token: Token): void => {
    const pick = (sort: string): Entity | undefined => {
      const subject = near(latest.get(`subject ${sort}`), token.i)
      const last = near(latest.get(sort), token.i)
      // The subject of this or the last sentence before whoever was named last.
      if (subject && tokens[subject.last]!.sentence >= token.sentence - 1) return subject
      return last ?? subject
    }
    let found: Entity | undefined
    if (HE.has(token.lower)) found = pick('male')
    else if (SHE.has(token.lower)) found = pick('female')
    else if (THEY.has(token.lower)) found = pick('many') ?? pick('thing')
    else if (IT.has(token.lower)) found = pick('thing') ?? pick('group')
    if (!found) return
    if (HE.has(token.lower)) found.male = true
    if (SHE.has(token.lower)) found.female = true
    found.last = token.i
    byToken.set(token.i, found)
  }

  let next = 0
  let outer: PartyReading | undefined
  for (const token of tokens) {
    if (token.upos === 'PRON') pronoun(token)
    for (let mention = parties[next]; mention && mention.first <= token.i; mention = parties[++next]) {
      const inner = nested(mention, outer)
      const same = inner && outer !== undefined && mention.name !== null && outer.name !== null && mention.name.first === outer.name.first
      const entity = same ? join(mention, entityOf.get(outer!.id)) : mention.named ? joinNamed(mention) : joinDescribed(mention)
      if (!inner) {
        remember(mention, entity)
        outer = mention
      }
    }
  }
  return {
    fullestOf: (id) => entityOf.get(id)?.fullest.id ?? id,
    at: (token) => byToken.get(token)?.fullest,
  }
}
