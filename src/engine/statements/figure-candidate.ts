import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { isBreak, relationOf, type Tree } from './clause.ts'
import { breakdownEnd } from './clause-end.ts'
import { toContentSpan } from './content.ts'
import { TIME_WORDS, WEEKDAYS } from './cues/words.ts'
import { toSpeakerKind } from './kind.ts'
import { type Reading, spanOf } from './reading.ts'
import { openingSource } from './verb-source.ts'

const FIGURE = /^(?:toll|figure|count|tally|estimate|number)$/
const HARM = /^(?:dead|deaths?|killed|wounded|injured|bodies|fatalities|casualties|missing|victims|captives|hostages)$/
const HEDGE = /^(?:["“”„]|at|least|more|than|about|around|nearly|some|up|to|as|many|only|just|over|an|estimated|the|of)$/
const GAVE =
  /^(?:counted|counts|reported|reports|report|recorded|registered|confirmed|documented|listed|spoke|speaks|speak|spoken|admitted|acknowledged)$/
const NAMING: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'ADP', 'PART', 'X'])
const LONGEST = 12

/** "counted fifteen dead", "spoke of at least eleven killed": a figure of people harmed stands right behind `i`. */
const givesFigure = (tree: Tree, i: number): boolean => {
  const { tokens, sentence } = tree
  let at = i + 1
  while (at < sentence.last && at - i < 6 && HEDGE.test(tokens[at]?.lower ?? '')) at++
  if (tokens[at]?.upos !== 'NUM') return false
  for (let k = at + 1; k < Math.min(sentence.last, at + 4); k++) {
    const token = tokens[k]
    if (!token || isBreak(token)) return false
    if (HARM.test(token.lower)) return true
  }
  return false
}

/** Where the clause ends that begins at `from`: at the next mark that is no quotation mark, past the breakdown of its figure. */
const clauseEnd = (tree: Tree, from: number): number => {
  let to = from
  while (to < tree.sentence.last && !isBreak(tree.tokens[to])) to++
  return breakdownEnd(tree, to)
}

const SUM = /^(?:toll|dead|deaths?|killed|wounded|injured|number|count|figure|total|casualties)$/

/** "put the dead at 20", "gave 23 as the number of dead": a figure is set, right behind `i`. */
const setsSum = ({ tokens, sentence }: Tree, i: number): boolean => {
  const words = tokens.slice(i + 1, Math.min(sentence.last, i + 11))
  const stop = words.findIndex((word) => isBreak(word))
  const near = stop < 0 ? words : words.slice(0, stop)
  const sum = near.findIndex(({ lower }) => SUM.test(lower))
  const number = near.findIndex(({ upos }) => upos === 'NUM')
  if (sum < 0 || number < 0) return false
  return sum < number ? near.slice(sum, number).some(({ lower }) => lower === 'at') : near[number + 1]?.lower === 'as'
}

const toCandidate = (
  reading: Reading,
  at: number,
  cue: readonly [number, number],
  source: readonly [number, number, number],
  content: readonly [number, number],
): Candidate | undefined => {
  const words = toContentSpan(reading, { from: content[0], to: content[1] })
  return (
    words && {
      at,
      cue: spanOf(reading, ...cue),
      source: spanOf(reading, source[0], source[1]),
      sourceHead: source[2],
      content: [words],
      direct: 'none',
      stance: 'asserts',
      features: ['figure'],
      certain: true,
    }
  )
}

/** "The military's figure is 19 dead", "the ministry's toll stood at 12": whose figure it is says it. */
const ofOwner = (reading: Reading, tree: Tree, noun: Token): Candidate | undefined => {
  if (noun.upos !== 'NOUN' || !FIGURE.test(noun.lemma)) return undefined
  const owner = tree.children(noun.i).find(({ deprel }) => deprel === 'nmod:poss')
  const mark = owner && tree.children(owner.i).find(({ i, text }) => i > owner.i && /^['’]s?$/.test(text))
  if (!owner || !mark) return undefined
  const words = reading.parsed.text.slice(tree.tokens[tree.left(owner.i)]?.start, owner.end)
  if (toSpeakerKind({ words }) === 'unknown' && !owner.name.endsWith('ORG')) return undefined
  const verb = tree.tokens.slice(noun.i + 1, Math.min(tree.sentence.last, noun.i + 6)).find(({ upos }) => upos === 'AUX' || upos === 'VERB')
  if (!verb || !/^(?:be|stand|rise|reach|climb|remain|include)$/.test(verb.lemma)) return undefined
  const end = clauseEnd(tree, verb.i)
  if (!tree.tokens.slice(verb.i, end).some(({ upos }) => upos === 'NUM')) return undefined
  return toCandidate(reading, noun.i, [noun.i, noun.i + 1], [tree.left(owner.i), mark.i, owner.i], [noun.i, end])
}

const COUNTING =
  /\b(?:lawyers|doctors|medics|committees?|groups?|monitors?|observatory|ministry|police|army|union|network|watchdog|charity|council|office)\b/i

/** Does a body that keeps count stand before "has"? */
const isCounting = ({ parsed }: Reading, { tokens, sentence }: Tree, { i }: Token): boolean => {
  const from = Math.max(sentence.first, i - LONGEST)
  return COUNTING.test(parsed.text.slice(tokens[from]?.start, tokens[i]?.start))
}

/** "The hospital speaks of 34 injured, the army of \"more than twenty\"": the verb is left out for whoever speaks next. */
const bySpokenBefore = (reading: Reading, tree: Tree, of: Token): Candidate | undefined => {
  const { tokens, sentence } = tree
  if (of.lower !== 'of') return undefined
  let number = of.i + 1
  while (number < sentence.last && number - of.i < 6 && HEDGE.test(tokens[number]?.lower ?? '')) number++
  let end = number + 1
  if (tokens[number]?.upos !== 'NUM') return undefined
  if (/^["”]$/.test(tokens[end]?.text ?? '')) end++
  if (end < sentence.last && !isBreak(tokens[end])) return undefined
  let from = of.i
  while (from > sentence.first && of.i - from < LONGEST && NAMING.has(tokens[from - 1]?.upos ?? '')) from--
  if (from === of.i || tokens[from - 1]?.text !== ',') return undefined
  const spoken = tokens.slice(Math.max(sentence.first, from - 24), from).find(({ lower }) => /^sp(?:oke|eaks?)$/.test(lower))
  if (!spoken || tokens[spoken.i + 1]?.lower !== 'of' || !givesFigure(tree, spoken.i + 1)) return undefined
  return toCandidate(reading, of.i, [of.i, of.i + 1], [from, of.i, of.i - 1], [of.i + 1, end])
}

/** "A doctors' committee counted fifteen dead": by the words, whatever the parse of them. */
const byVerb = (reading: Reading, tree: Tree, verb: Token): Candidate | undefined => {
  const { tokens, sentence } = tree
  const isPut =
    (/^puts?$/.test(verb.lower) && tokens[verb.i + 1]?.lower === 'it' && tokens[verb.i + 2]?.lower === 'at') ||
    (/^(?:puts?|gave|gives|set)$/.test(verb.lower) && setsSum(tree, verb.i))
  // "Relief Lawyers, the group that keeps lists, has 90 dead": a body that counts has them on its list; a town has them to bury.
  const isHeld = /^ha(?:s|ve)$/.test(verb.lower) && isCounting(reading, tree, verb)
  if (!isPut && !isHeld && !GAVE.test(verb.lower)) return undefined
  const isSpoken = /^sp(?:oken?|eaks?)$/.test(verb.lower)
  const cueEnd = isSpoken ? verb.i + 2 : verb.i + 1
  if (isSpoken && tokens[verb.i + 1]?.lower !== 'of') return undefined
  const isBare = isSpoken && tokens[cueEnd]?.upos === 'NUM' && (cueEnd + 1 >= sentence.last || isBreak(tokens[cueEnd + 1]))
  if (!isPut && !isBare && !givesFigure(tree, cueEnd - 1)) return undefined
  // "police had spoken of seven"
  const cue = /^(?:had|has|have)$/.test(tokens[verb.i - 1]?.lower ?? '') ? verb.i - 1 : verb.i
  let from = cue
  while (from > sentence.first && cue - from < LONGEST && NAMING.has(tokens[from - 1]?.upos ?? '')) from--
  from = behindTimes(tree, from, cue)
  const head = cue - 1
  const opening = from === cue && tokens[head]?.text === ',' ? openingSource(reading, tree, { from: cue }) : undefined
  if (opening)
    return toCandidate(reading, verb.i, [cue, cueEnd], [opening.from, opening.to, opening.head], [cueEnd, clauseEnd(tree, cueEnd)])
  const isBehindTime = from > sentence.first && isTime(tokens[from - 1])
  const opens =
    isBehindTime || from === sentence.first || isBreak(tokens[from - 1]) || /^(?:CCONJ|SCONJ)$/.test(tokens[from - 1]?.upos ?? '')
  if (from === cue || !opens || tokens[from]?.upos === 'ADP' || !/^(?:NOUN|PROPN)$/.test(tokens[head]?.upos ?? '')) return undefined
  return toCandidate(reading, verb.i, [cue, cueEnd], [from, cue, head], [cueEnd, clauseEnd(tree, cueEnd)])
}

const isTime = (token: Token | undefined): boolean => token !== undefined && (TIME_WORDS.has(token.lower) || WEEKDAYS.has(token.lower))

/** "On Friday night police": behind the words for the time that a sentence opens with. */
const behindTimes = ({ tokens }: Tree, from: number, to: number): number => {
  if (!/^(?:on|by|in|at|late|early)$/.test(tokens[from]?.lower ?? '')) return from
  let last = from
  for (let at = from + 1; at < Math.min(to, from + 4); at++) if (isTime(tokens[at])) last = at
  return last > from ? last + 1 : from
}

/** Reads a figure given without a verb of saying: whoever counts the dead, or whose figure it is, says so. */
export const toFigureCandidate = (reading: Reading, tree: Tree, token: Token): Candidate | undefined =>
  relationOf(token) === 'punct'
    ? undefined
    : (ofOwner(reading, tree, token) ?? byVerb(reading, tree, token) ?? bySpokenBefore(reading, tree, token))
