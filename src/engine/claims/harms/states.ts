import { isPassiveByWords, phraseAfter } from '../chunks.ts'
import { baseOf, conjuncts, dependents, isNominal, joinedWith, modifiedBy, objectsOf, subjectOf } from '../grammar.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { harmRule } from './reading.ts'
import { isShotAt, isUnbroken } from './verbs.ts'
import { type Harm, STATES } from './words.ts'

const LEAVERS: ReadonlySet<string> = new Set(
  'leave find pronounce declare confirm report fear presume believe shoot strike discover see count'.split(' '),
)

const isCount = (view: View, i: number): boolean => {
  const token = view.tokens[i]
  return !!token && (token.upos === 'NUM' || /^(?:dozens|scores|hundreds|thousands|several|many|some|others|dozen)$/.test(token.lower))
}

/** "one guard dead and 16 others hurt": those right before the state, without what is joined behind it. */
const deadBefore = (view: View, i: number): readonly number[] => joinedWith(view, i - 1).filter((one) => one < i)

/** Those of whom a state is said: subject, object of "left", the noun it modifies, or the number before it. */
const bearersOf = (view: View, i: number): readonly number[] => {
  const token = view.tokens[i]!
  const own = dependents(view, i, 'nsubj')[0]
  const isCountedHere = token.upos !== 'VERB' && isCount(view, i - 1) && view.tokens[i - 1]!.sentence === token.sentence
  if (own !== undefined && !(isCountedHere && own !== i - 1)) {
    const subject = subjectOf(view, i)
    return subject === undefined ? [] : conjuncts(view, subject)
  }
  const relation = baseOf(token)
  const governor = token.head >= 0 ? view.tokens[token.head] : undefined
  if (relation === 'amod' && governor && (token.head < i || isUnbroken(view, i, token.head))) return [token.head]
  if ((relation === 'xcomp' || relation === 'advcl' || relation === 'obj') && governor && LEAVERS.has(governor.lemma)) {
    const before = objectsOf(view, token.head).filter((head) => head !== i && head < i)
    if (before.length > 0) return before
    if (relation !== 'obj') {
      const subject = subjectOf(view, token.head) ?? modifiedBy(view, token.head)
      if (subject !== undefined) return conjuncts(view, subject)
    }
  }
  const noun = modifiedBy(view, i)
  if (noun !== undefined) return [noun]
  const counted = view.children(i).find((child) => isCount(view, child) && child < i)
  if (counted !== undefined) return [i]
  // "left a six-year-old dead"
  if (/-?olds?$/.test(view.tokens[i - 1]?.lower ?? '') && meansPeople(view, i - 1) === true) return [i - 1]
  // "leaving 24 dead": a number straight before, whatever the parse.
  if (isCount(view, i - 1) && view.tokens[i - 1]!.sentence === token.sentence) return [i - 1]
  if (relation === 'conj' && governor && STATES.has(governor.lower)) {
    const before = view.tokens[i - 1]
    if (before && before.sentence === token.sentence && isNominal(before) && meansPeople(view, i - 1)) return deadBefore(view, i)
    return bearersOf(view, token.head)
  }
  const before = view.tokens[i - 1]
  if (before && before.sentence === token.sentence && isNominal(before) && meansPeople(view, i - 1)) return deadBefore(view, i)
  return []
}

export const inState = harmRule({
  name: 'harm/state',
  about: 'Somebody is dead, wounded, missing or held: predicate, "left three dead", "24 dead and 51 wounded", "wounded soldiers".',
  at: (view, i) => {
    const token = view.tokens[i]!
    const harm = STATES.get(token.lower)
    if (!harm || token.upos === 'ADV' || (token.upos === 'VERB' && token.lower !== 'missing' && token.lower !== 'deceased')) return []
    if (token.lower === 'dead' && /^(?:shot|gunned|struck|stabbed|beaten|shoot|shoots|shooting)$/.test(view.tokens[i - 1]?.lower ?? ''))
      return []
    if (token.lower === 'hostage' || token.lower === 'captive' || token.lower === 'prisoner') {
      const governor = token.head >= 0 ? view.tokens[token.head]! : undefined
      if (!governor || !/^(?:take|hold|keep)$/.test(governor.lemma)) return []
      const patients = objectsOf(view, token.head).filter((head) => head !== i)
      const subject = subjectOf(view, token.head)
      const bearers = patients.length > 0 ? patients : subject !== undefined ? conjuncts(view, subject) : []
      return bearers.length > 0 ? [{ harm, patients: bearers }] : []
    }
    const bearers = bearersOf(view, i).filter(
      (head) =>
        meansPeople(view, head) === true ||
        head === i ||
        (meansPeople(view, head) === undefined && harm === 'killed' && view.tokens[head]!.upos === 'PROPN'),
    )
    return bearers.length > 0 ? [{ harm, patients: bearers }] : []
  },
  examples: [
    'Three «people» are dead after the fire.',
    'The attack left two «officers» dead.',
    'A «child» was found dead.',
    'The attack left one «man» dead and six others unhurt.',
    'Four «miners» are missing.',
  ],
  counterExamples: ['The talks are dead.', 'The phone line was dead.', 'Several pages are missing.'],
})

const BETWEEN: ReadonlySet<string> = new Set(
  'were was are is been be being have has had also reportedly allegedly people others more of them left confirmed reported feared " “ ” \' ‘ ’ and'.split(
    ' ',
  ),
)
const ENDS: ReadonlyMap<string, Harm> = new Map(
  Object.entries({
    killed: 'killed',
    dead: 'killed',
    died: 'killed',
    wounded: 'wounded',
    injured: 'wounded',
    hurt: 'wounded',
    missing: 'missing',
    kidnapped: 'captured',
    abducted: 'captured',
    displaced: 'displaced',
    shot: 'shot',
  } as const),
)

/** "25 fighters had been killed and at least 55 wounded": read off the words, for sentences whose parse goes wrong. */
export const countThenState = harmRule({
  name: 'harm/count-then-state',
  about: 'A number of people followed at once by what became of them: "at least 55 wounded", "12 people were killed".',
  at: (view, i) => {
    const token = view.tokens[i]!
    const harm = ENDS.get(token.lower)
    const isNoun = token.upos === 'NOUN'
    if (!harm || (isNoun && token.lower !== 'shot')) return []
    if (isShotAt(view, i)) return []
    const { first } = view.sentences[token.sentence]!
    let at = i - 1
    while (at >= first && i - at < 7 && BETWEEN.has(view.tokens[at]!.lower)) at--
    const head = view.tokens[at]
    if (at < first || !head) return []
    // "killed 12 people and kidnapped 30": those before "and" are the first verb's.
    if (view.tokens[i - 1]!.lower === 'and' && token.xpos !== 'JJ' && !isPassiveByWords(view, i) && phraseAfter(view, i) !== undefined)
      return []
    // "a man killed his wife": an active verb has its own object behind it.
    if (head.upos !== 'NUM' && !isPassiveByWords(view, i) && phraseAfter(view, i) !== undefined) return []
    const isNumber = head.upos === 'NUM' || /^(?:dozens|scores|hundreds|thousands|several|dozen)$/.test(head.lower)
    // "13 people shot", "13 shot, one dead"; "one shot" is a shot.
    const isShot = at < i - 1 || (view.tokens[i + 1]?.upos === 'PUNCT' && head.lower !== 'one' && head.text !== '1')
    if (isNumber) return (!isNoun || isShot) && view.within('count', head).length > 0 ? [{ harm, patients: [at] }] : []
    if (head.upos !== 'NOUN' || meansPeople(view, at) !== true) return []
    const counted = view
      .within('count', { start: view.tokens[Math.max(first, at - 4)]!.start, end: head.end })
      .some((count) => count.high !== 1 && count.end <= head.end && (count.low ?? 2) >= 2)
    return counted ? [{ harm, patients: [at] }] : []
  },
  examples: [
    'Police in Dallas: «13» shot, «one» dead.',
    'At least 25 «fighters» were killed and at least «55» wounded in the raid.',
    'The charity said seven «patients» were killed.',
  ],
  counterExamples: [
    'He fired one shot, then two shots.',
    'The rebels killed 12 soldiers.',
    'Pirates have kidnapped ten seafarers.',
    'In 2014 killed was the word of the year.',
  ],
})
