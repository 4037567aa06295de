import type { PartyMention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from '../context.ts'
import type { Token } from '../language/parsed.ts'
import { FEMALE, MALE, PERSONAL, POSSESSIVE } from './cues/words.ts'

/** Who somebody is in this document: finds the fullest form of the speaker that a source's words point to. */
export type Speakers = Readonly<{ find: (source: Span, head: Token | undefined) => PartyMention | undefined }>

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their', 'his', 'her', 'both'])
const GROUP_WORDS = new Set(
  'group organisation organization militia movement faction party front network outfit insurgency rebels militants company agency body charity paramilitary force side'.split(
    ' ',
  ),
)
const FEMALE_SIGN =
  /\b(?:mrs|ms|miss|madam|queen|princess|spokeswoman|chairwoman|congresswoman|policewoman|mother|sister|daughter|wife|widow|woman|girl|actress|lady)\b/i
const MALE_SIGN =
  /\b(?:mr|sir|king|prince|spokesman|chairman|congressman|policeman|father|brother|son|husband|man|boy|actor|sheikh|lord)\b/i
const PERSON_WORD =
  /^(?:spokesman|spokeswoman|spokesperson|official|officer|minister|general|colonel|president|mayor|governor|chief|leader|commander|secretary|doctor|director|ambassador|senator|superintendent|inspector|commissioner|head|major|admiral|brigadier|lawyer|judge|prosecutor|resident|witness|man|woman|analyst|expert|teacher|professor|candidate|captain|manager|author|researcher|coach|king|prince|envoy|activist|journalist|reporter|correspondent|survivor|father|mother|brother|sister|farmer)$/

type Known = Readonly<{ mention: PartyMention; words: string; head: string; plural: boolean; adjective: boolean }>

const headWord = (tokens: readonly Token[], mention: PartyMention, firstToken: (offset: number) => number): Token | undefined => {
  let head: Token | undefined
  for (let i = firstToken(mention.start); i < tokens.length; i++) {
    const token = tokens[i]
    if (!token || token.start >= mention.end) break
    const up = tokens[token.head]
    if (!up || up.start < mention.start || up.end > mention.end) head ??= token
  }
  return head
}

/** An index over the party mentions; each call remembers who spoke, so that the next "he" or "the sources" finds them. */
export const toSpeakers = ({ document, parsed, mentions }: Context): Speakers => {
  const { text } = document
  const { tokens } = parsed
  const starts = tokens.map(({ start }) => start)
  const firstToken = (offset: number): number => lowerBound(starts, offset)
  const known: Known[] = mentions
    .filter((mention): mention is PartyMention => mention.kind === 'party' && mention.type !== 'vehicle')
    .map((mention) => {
      const head = headWord(tokens, mention, firstToken)
      const words = text.slice(mention.start, mention.end)
      return {
        mention,
        words,
        head: mention.type === 'person' && isNamed(mention) ? lastWord(words) : (head?.lemma ?? lastWord(words)),
        plural: head ? /^NNP?S$/.test(head.xpos) : false,
        adjective: head?.upos === 'ADJ',
      }
    })
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
  const offsets = known.map(({ mention }) => mention.start)

  // The fullest form under each key: what a document first or most fully calls somebody.
  const fullest = new Map<string, Known>()
  for (const one of known)
    for (const key of keysOf(one)) {
      const best = fullest.get(key)
      if (!best || fuller(one, best)) fullest.set(key, one)
    }
  const fullestOf = (one: Known): Known => {
    for (const key of keysOf(one)) {
      const best = fullest.get(key)
      if (best && best !== one && fuller(best, one)) return best
    }
    return one
  }

  // Reading position: mentions before the source in hand, by head word and by sort. Sources come in document order.
  let read = 0
  const latestByHead = new Map<string, Known>()
  let latestMale: Known | undefined
  let latestFemale: Known | undefined
  let latestPerson: Known | undefined
  let latestGroup: Known | undefined
  let latestPlural: Known | undefined
  const spokenByHead = new Map<string, Known>()
  let lastSpeaker: Known | undefined
  let lastPersonSpeaker: Known | undefined

  /** The words of the office that stands beside a name: "Anna Berg, head of the railways". */
  const rolesOf = new Map<Known, string>()
  const roleHolders: Known[] = []
  known.forEach((one, i) => {
    if (one.mention.type !== 'person' || !isNamed(one.mention)) return
    const behind = known.slice(i + 1, i + 4).find(({ mention }) => mention.start >= one.mention.end)
    const before = known.slice(Math.max(0, i - 4), i).findLast(({ mention }) => mention.end <= one.mention.start)
    const roles = [
      PERSON_ROLE.exec(spellOut(one.words.toLowerCase()))?.[0] ?? '',
      behind && isRole(behind) && /^,\s*(?:the|a|an)?\s*$/.test(text.slice(one.mention.end, behind.mention.start)) ? behind.words : '',
      before && isRole(before) && /^,?\s*$/.test(text.slice(before.mention.end, one.mention.start)) ? before.words : '',
    ]
    const words = spellOut(roles.join(' ').toLowerCase()).trim()
    if (words === '') return
    const full = fullestOf(one)
    rolesOf.set(full, `${rolesOf.get(full) ?? ''} ${words}`.trim())
    roleHolders.push(full)
  })

  const readUpTo = (offset: number): void => {
    for (let one = known[read]; one && one.mention.start < offset; one = known[++read]) {
      const described = one.words.toLowerCase()
      if (!startsDefinite(described) || isNamed(one.mention) || !latestByHead.has(one.head)) latestByHead.set(one.head, one)
      if (one.mention.type === 'person') {
        if (!one.plural) {
          latestPerson = one
          if (!FEMALE_SIGN.test(described)) latestMale = one
          if (!MALE_SIGN.test(described)) latestFemale = one
        } else latestPlural = one
      } else if (isNamed(one.mention) || one.mention.type === 'group') {
        if (
          one.mention.type !== 'geopolitical' &&
          one.mention.type !== 'facility' &&
          (isNamed(one.mention) || one.mention.type === 'organisation')
        )
          latestGroup = one
        latestPlural = one
      }
    }
  }

  const within = (source: Span, head: Token | undefined): Known | undefined => {
    let best: Known | undefined
    let holder: Known | undefined
    let person: Known | undefined
    for (let i = lowerBound(offsets, source.start); i < known.length; i++) {
      const one = known[i]
      if (!one || one.mention.start >= source.end) break
      const holdsHead = head !== undefined && one.mention.start <= head.start && head.end <= one.mention.end
      if (one.mention.end > source.end + 1) continue
      if (one.mention.start === source.start && one.mention.type !== 'geopolitical') best ??= one
      const owns = /^['’]/.test(text.slice(one.mention.end, one.mention.end + 1))
      // "the governor of Gao": where, not who.
      const isBehindOf = /\b(?:of|in|for|from)\s$/.test(text.slice(source.start, one.mention.start))
      if (!person && !owns && !isBehindOf && isNamed(one.mention) && one.mention.type === 'person') person = one
      if (holdsHead && !holder) holder = one
    }
    // "The state's commissioner": who owns the speaker does not speak.
    const owner = best && /^['’]/.test(text.slice(best.mention.end, best.mention.end + 1))
    const own = holder ?? person ?? (owner ? undefined : best)
    // "The army spokesman, Brigadier Nabil Saad": the name that stands beside the description.
    return own && !isNamed(own.mention) && own.mention.type !== 'group' && person && isBeside(own, person) ? person : own
  }

  const isBeside = (a: Known, b: Known): boolean => {
    const [first, second] = a.mention.start < b.mention.start ? [a, b] : [b, a]
    return second.mention.start < first.mention.end || /^,?\s*$/.test(text.slice(first.mention.end, second.mention.start))
  }

  const antecedent = (source: Span, head: Token | undefined): Known | undefined => {
    const word = head?.lower ?? ''
    if (MALE.has(word))
      return lastPersonSpeaker && !FEMALE_SIGN.test(lastPersonSpeaker.words) ? lastPersonSpeaker : (latestMale ?? latestPerson)
    if (FEMALE.has(word))
      return lastPersonSpeaker && !MALE_SIGN.test(lastPersonSpeaker.words) ? lastPersonSpeaker : (latestFemale ?? latestPerson)
    if (word === 'they' || word === 'their' || word === 'them')
      return lastSpeaker && (lastSpeaker.plural || lastSpeaker.mention.type !== 'person') ? lastSpeaker : latestPlural
    if (word === 'it' || word === 'its')
      return lastSpeaker && lastSpeaker.mention.type !== 'person' && !lastSpeaker.plural ? lastSpeaker : latestGroup
    if (word === 'who' || word === 'which' || word === 'that' || word === 'whose') return endingBefore(source.start)
    return undefined
  }

  /** "Northern Front, which has denied it": the mention right before the relative pronoun. */
  const endingBefore = (offset: number): Known | undefined => {
    let best: Known | undefined
    for (let i = lowerBound(offsets, offset) - 1, steps = 0; i >= 0 && steps < 6; i--, steps++) {
      const one = known[i]
      if (!one || one.mention.end > offset) continue
      if (text.slice(one.mention.end, offset).trim().replace(/^,/, '') === '' && (!best || one.mention.start < best.mention.start))
        best = one
    }
    return best ?? known[lowerBound(offsets, offset) - 1]
  }

  const byDescription = (source: Span, head: Token | undefined): Known | undefined => {
    const words = text.slice(source.start, source.end).toLowerCase()
    const lemma = head?.lemma ?? ''
    // "Governor said": a role without an article is a definite one.
    const role = lemma.toLowerCase()
    const bareRole = head !== undefined && words === head.lower && PERSON_WORD.test(role) && /^NNP?$/.test(head.xpos)
    if (lemma === '' || !(startsDefinite(words) || bareRole)) return undefined
    // "Its spokesman" is not the spokesman of whoever spoke before.
    if (/^(?:its|their|his|her)\s/.test(words) && PERSON_WORD.test(lemma)) return undefined
    const own = qualifiersOf(words, head?.lower ?? '')
    const isSame = (one: Known | undefined): one is Known => {
      if (!one || one.mention.start >= source.start) return false
      const known = `${one.words.toLowerCase()} ${rolesOf.get(one) ?? ''}`
      return own.every((word) => known.includes(word))
    }
    const spoken = spokenByHead.get(lemma)
    if (isSame(spoken)) return spoken
    const latest = latestByHead.get(lemma)
    if (isSame(latest)) return latest
    const holder = roleHolders.findLast((one) => isSame(one) && (rolesOf.get(one) ?? '').split(' ').includes(lemma))
    if (holder) return holder
    // "Governor: …" in a headline: the one whom the text names further on.
    const named = bareRole ? roleHolders.find((one) => (rolesOf.get(one) ?? '').split(' ').includes(role)) : undefined
    if (named) return named
    if (GROUP_WORDS.has(lemma) && isSame(latestGroup)) return latestGroup
    const singular = head !== undefined && !/^NNP?S$/.test(head.xpos)
    if (singular && GENERIC_PERSON.test(lemma) && own.length === 0) return lastPersonSpeaker
    return undefined
  }

  return {
    find: (source, head) => {
      readUpTo(source.start)
      const word = head?.lower ?? ''
      const pronoun = PERSONAL.has(word) || POSSESSIVE.has(word)
      const own = pronoun ? undefined : within(source, head)
      const described = own && isNamed(own.mention) ? undefined : byDescription(source, head)
      const found = pronoun ? antecedent(source, head) : (described ?? own)
      if (!found) {
        return undefined
      }
      const full = fullestOf(found)
      if (!pronoun || full !== lastSpeaker) {
        lastSpeaker = full
        if (full.mention.type === 'person' && !full.plural) lastPersonSpeaker = full
        const lemma = head?.lemma
        if (lemma && !pronoun) spokenByHead.set(lemma, full)
        for (const role of text
          .slice(source.start, Math.min(source.end, source.start + 200))
          .toLowerCase()
          .split(/[^\p{L}]+/u))
          if (PERSON_WORD.test(role)) spokenByHead.set(role, full)
      }
      return full.mention
    },
  }
}

const PERSON_ROLE =
  /\b(?:governor|mayor|minister|president|premier|spokesman|spokeswoman|commissioner|chief|director|commander|ambassador|secretary|general|colonel|head|chairman|major|captain|admiral|inspector|superintendent|professor|doctor|sergeant|brigadier|prosecutor|sheriff|bishop|archbishop|senator)\b/
/** Titles as they are shortened before names. */
const SHORT: Readonly<Record<string, string>> = {
  'gen.': 'general',
  'brig.': 'brigadier',
  'col.': 'colonel',
  'maj.': 'major',
  'capt.': 'captain',
  'cmdr.': 'commander',
  'adm.': 'admiral',
  'gov.': 'governor',
  'sen.': 'senator',
  'rep.': 'representative',
  'insp.': 'inspector',
  'supt.': 'superintendent',
  'prof.': 'professor',
  'dr.': 'doctor',
  'sgt.': 'sergeant',
}
const spellOut = (words: string): string => words.replace(/\b[a-z]{2,5}\./g, (short) => SHORT[short] ?? short)

const GENERIC_PERSON = /^(?:man|woman|official|officer|person|witness|resident|source|doctor|soldier|survivor)$/

const isRole = ({ mention, plural }: Known): boolean => mention.type === 'person' && !isNamed(mention) && !plural

/** What a description says beside its head and its article: "defence" of "the defence minister". Up to the first comma or clause. */
const qualifiersOf = (words: string, head: string): readonly string[] =>
  (/^[^,;(]*?(?=,|;|\(|\s(?:who|which|that|whose)\s|$)/.exec(words)?.[0] ?? words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && word !== head && !DEFINITE.has(word) && !SMALL.has(word))
const SMALL = new Set('the and for with from same other said latter former'.split(' '))

/** Named in the text, or known to the actor register under these words. */
const isNamed = ({ named, actor }: PartyMention): boolean => named || actor !== null

const startsDefinite = (words: string): boolean => DEFINITE.has(words.slice(0, 6).split(/\s/)[0] ?? '')
const lastWord = (words: string): string => words.toLowerCase().split(/\s+/).at(-1) ?? ''

const keysOf = ({ mention, words, head }: Known): readonly string[] => {
  const keys: string[] = []
  if (mention.actor) keys.push(`actor ${mention.actor}`)
  if (isNamed(mention) && mention.type === 'person') keys.push(`person ${head}`)
  else if (isNamed(mention))
    keys.push(
      `name ${words
        .toLowerCase()
        .replace(/^the\s+/, '')
        .replace(/[’']s$/, '')}`,
    )
  return keys
}

const fuller = (a: Known, b: Known): boolean => {
  if (isNamed(a.mention) !== isNamed(b.mention)) return isNamed(a.mention)
  // "Ankara" is a fuller name than "Turkish".
  if (a.adjective !== b.adjective) return b.adjective
  const difference = a.words.length - b.words.length
  return difference > 0 && a.words.length < 120
}

const lowerBound = (sorted: readonly number[], value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
