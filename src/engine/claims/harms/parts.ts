import { isPassiveByWords, phraseAfter, phraseBefore } from '../chunks.ts'
import { conjuncts, dependents, objectsOf, obliques, subjectOf } from '../grammar.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { type Found, harmRule } from './reading.ts'
import { isAboutTheDead } from './tolls.ts'
import { type Harm, STATES } from './words.ts'

const AMONG: ReadonlySet<string> = new Set(['among', 'amongst'])
const HELD: ReadonlySet<string> = new Set([
  'killed',
  'wounded',
  'injured',
  'dead',
  'hurt',
  'kidnapped',
  'abducted',
  'missing',
  'slain',
  'captured',
  'detained',
  'arrested',
])

/** Words for the dead that do not say so themselves. */
const VICTIMS = /^(?:victims|bodies|corpses|fatalities|casualties|martyrs)$/

const SHARES = /^(?:several|many|some|most|half|dozens|thirds?|quarters?|fifths)$/
const NOMINAL_AFTER: ReadonlySet<string> = new Set(['NOUN', 'PROPN'])

/** "Four commanders were among the dead", "the dead included two children", "nine of the dead were soldiers". */
export const amongThem = harmRule({
  name: 'harm/among',
  about: 'Some of those already counted: "among the dead", "the dead included", "nine of the wounded".',
  at: (view, i): readonly Found[] => {
    const token = view.tokens[i]!
    const isVictims = VICTIMS.test(token.lower)
    const harm = isVictims ? 'killed' : (STATES.get(token.lower) ?? (token.lower === 'arrested' ? 'captured' : undefined))
    if (!harm || !(isVictims ? isAboutTheDead(view, token.sentence) : HELD.has(token.lower))) return []
    const before = view.tokens[i - 1]
    const isThe = (before?.lower === 'the' || before?.lower === 'those') && before.sentence === token.sentence
    const of = view.tokens[i - 2]
    const number = view.tokens[i - 3]
    // "Nine of the wounded", whatever the parse.
    if (
      isThe &&
      of?.lower === 'of' &&
      number &&
      number.sentence === token.sentence &&
      (number.upos === 'NUM' || SHARES.test(number.lower)) &&
      !NOMINAL_AFTER.has(view.tokens[i + 1]?.upos ?? '')
    )
      return [{ harm, patients: [number.i], part: true }]
    const including = view.tokens[i + 1]
    if (isThe && including?.lemma === 'include')
      return [{ harm, patients: objectsOf(view, including.i).filter((one) => meansPeople(view, one) !== false), part: true }]
    const marks = view.children(i).map((child) => view.tokens[child]!)
    const noun = marks.some(({ lower }) => lower === 'the' || lower === 'those') ? i : token.head
    const head = noun >= 0 ? view.tokens[noun]! : undefined
    if (!head) return []
    const words = view.children(noun).map((child) => view.tokens[child]!)
    const isThose = noun === i || head.lower === 'those' || head.lower === 'victims' || head.lower === 'people'
    if (!isThose) return []
    if (words.some(({ lower }) => AMONG.has(lower))) {
      const subject = subjectOf(view, noun) ?? (head.head >= 0 ? subjectOf(view, head.head) : undefined)
      return subject !== undefined ? [{ harm, patients: conjuncts(view, subject), part: true }] : []
    }
    if (words.some(({ lower }) => lower === 'of') && head.head >= 0) {
      const counted = view.tokens[head.head]!
      if (counted.upos === 'NUM' || SHARES.test(counted.lower)) return [{ harm, patients: [counted.i], part: true }]
    }
    if (head.deprel.startsWith('nsubj') && head.head >= 0) {
      const verb = view.tokens[head.head]!
      if (verb.lemma === 'include')
        return [
          {
            harm,
            patients: dependents(view, verb.i, 'obj')
              .flatMap((object) => conjuncts(view, object))
              .filter((one) => meansPeople(view, one) !== false),
            part: true,
          },
        ]
    }
    return []
  },
  examples: ['Four «commanders» were among the dead.', 'The dead included two «children».', '«Nine» of the wounded were soldiers.'],
  counterExamples: ['The dead were buried.', 'He was among the guests.'],
})

/** Found on the words for people, not on the harm: ", including three children". The harm is that of the noun they belong to. */
export const includedIn = (view: Parameters<typeof meansPeople>[0], head: number): readonly number[] => {
  const list: number[] = []
  for (const { word, head: included } of obliques(view, head))
    if (word === 'including' || word === 'among' || word === 'includes')
      list.push(...conjuncts(view, included).filter((one) => meansPeople(view, one) !== false))
  for (const child of view.children(head)) {
    const token = view.tokens[child]!
    if (token.lower === 'including')
      for (const grand of view.children(child)) if (meansPeople(view, grand) === true) list.push(...conjuncts(view, grand))
  }
  return [...new Set(list)].filter((one) => !/^(?:them|those|whom)$/.test(view.tokens[one]!.lower))
}

/** "Four people were shot, one fatally": of those shot. */
export const fatally = harmRule({
  name: 'harm/fatally',
  about: 'Of those just counted, how many died: ", one fatally", "two of them fatally".',
  at: (view, i): readonly Found[] => {
    const token = view.tokens[i]!
    if (token.lower !== 'fatally' && token.lower !== 'mortally') return []
    let at = i - 1
    if (/^(?:them|whom)$/.test(view.tokens[at]?.lower ?? '') && view.tokens[at - 1]?.lower === 'of') at -= 2
    const number = view.tokens[at]
    if (!number || number.sentence !== token.sentence || number.upos !== 'NUM' || view.tokens[i + 1]?.upos === 'VERB') return []
    return [{ harm: 'killed', patients: [at] }]
  },
  examples: ['Four people were shot, «one» fatally.'],
  counterExamples: ['He was fatally shot.'],
})

const BEFALLEN: ReadonlyMap<string, Harm> = new Map(
  Object.entries({
    killed: 'killed',
    dead: 'killed',
    died: 'killed',
    deaths: 'killed',
    wounded: 'wounded',
    injured: 'wounded',
    hurt: 'wounded',
    kidnapped: 'captured',
    abducted: 'captured',
    missing: 'missing',
  } as const),
)

/** Words before an aside that say what became of those counted. */
const TOLD: ReadonlyMap<string, Harm> = new Map([
  ...BEFALLEN,
  ...'toll bodies corpses fatalities martyrs remains killing kills kill dying slain'.split(' ').map((word) => [word, 'killed'] as const),
  ...'wounding wounds injuring injures injuries'.split(' ').map((word) => [word, 'wounded'] as const),
])

/** What was last said to have become of people, before token `i` of the same sentence. */
const befallenBefore = (view: View, i: number): Harm | undefined => {
  const { first } = view.sentences[view.tokens[i]!.sentence]!
  for (let at = i - 1; at >= first && i - at < 20; at--) {
    const harm = TOLD.get(view.tokens[at]!.lower)
    if (harm) return harm
  }
  return undefined
}

/** "Twelve people, two of them children, were killed": what is said behind the aside, of the noun before it. */
const befallenAround = (view: View, i: number): Harm | undefined => {
  const before = befallenBefore(view, i)
  if (before) return before
  const { last } = view.sentences[view.tokens[i]!.sentence]!
  // "one of whom was killed" says so itself.
  if (/^(?:AUX|VERB|ADV)$/.test(view.tokens[i + 3]?.upos ?? '')) return undefined
  for (let at = i + 2; at < last && at - i < 16; at++) {
    const { lower, upos } = view.tokens[at]!
    const harm = BEFALLEN.get(lower)
    if (harm) return isPassiveByWords(view, at) || upos === 'VERB' ? harm : undefined
    if (upos === 'VERB' || upos === 'SCONJ') return undefined
  }
  return undefined
}

/** The first token of the number that token `i` ends: "at" of "at least 21". */
const countStart = (view: View, i: number): number => view.tokenAt(view.within('count', view.tokens[i]!)[0]!.start)

const NUMBER = /^(?:\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|half|thirds?|quarters?|fifths)$/

/** "20 people had died, 14 of them civilians", "nine had died, among them two women", "13 were killed: nine civilians and four fighters". */
export const ofThem = harmRule({
  name: 'harm/of-them',
  about: 'A share of those just counted, told right behind: "14 of them civilians", "among them two women", a list behind a colon.',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    const token = tokens[i]!
    const before = tokens[i - 1]
    if (!before || before.sentence !== token.sentence) return []
    if (token.lower === 'them' || token.lower === 'whom') {
      const number = tokens[i - 2]
      if (before.lower === 'of' && number && NUMBER.test(number.lower)) {
        const harm = befallenAround(view, i - 2)
        if (!harm || BEFALLEN.has(tokens[i + 2]?.lower ?? '')) return []
        const part: Found = { harm, patients: [number.i], part: true }
        // "in which 184 people, 127 of them women, were killed": told of the noun before the aside, which the parse may lose.
        const counted = i - 4
        const isAside = befallenBefore(view, i - 2) === undefined && tokens[i - 3]?.text === ',' && meansPeople(view, counted) === true
        return isAside ? [{ harm, patients: [counted] }, part] : [part]
      }
      // "56 bodies were brought in, and ten soldiers were among them"
      if (/^among(?:st)?$/.test(before.lower) && /^(?:was|were|are|is)$/.test(tokens[i - 2]?.lower ?? '')) {
        const harm = befallenBefore(view, i - 2)
        const head = phraseBefore(view, i - 1)
        return harm && head !== undefined && meansPeople(view, head) === true ? [{ harm, patients: conjuncts(view, head), part: true }] : []
      }
      if (before.lower === 'among') {
        const harm = befallenAround(view, i - 1)
        const head = phraseAfter(view, i)
        if (!harm || head === undefined || meansPeople(view, head) !== true) return []
        const part: Found = { harm, patients: conjuncts(view, head), part: true }
        const isAside = befallenBefore(view, i - 1) === undefined && tokens[i - 2]?.text === ',' && meansPeople(view, i - 3) === true
        return isAside ? [{ harm, patients: [i - 3] }, part] : [part]
      }
    }
    // "Of the dead, 21 were burned in their homes"
    if (token.upos === 'NUM' && view.within('count', token).length > 0) {
      const comma = countStart(view, i) - 1
      const { first } = view.sentences[token.sentence]!
      const dead = tokens[comma - 1]
      const isOfThe = tokens[first]?.lower === 'of' && tokens[first + 1]?.lower === 'the' && comma - first < 6
      const harm =
        tokens[comma]?.text === ',' && isOfThe && dead
          ? (TOLD.get(dead.lower) ?? (VICTIMS.test(dead.lower) && isAboutTheDead(view, token.sentence) ? 'killed' : undefined))
          : undefined
      return harm && !/^(?:died|later|have|had|survived)$/.test(tokens[i + 1]?.lower ?? '') ? [{ harm, patients: [i], part: true }] : []
    }
    // "14 people, including four soldiers"
    if (token.lower === 'including') {
      const harm = befallenBefore(view, i)
      const head = harm && phraseAfter(view, i)
      return harm && head !== undefined && meansPeople(view, head) === true ? [{ harm, patients: conjuncts(view, head), part: true }] : []
    }
    // "Among the dead were 14 women and 20 children"
    if (
      BEFALLEN.has(token.lower) &&
      before.lower === 'the' &&
      /^among(?:st)?$/.test(tokens[i - 2]?.lower ?? '') &&
      /^(?:were|was|are|is)$/.test(tokens[i + 1]?.lower ?? '')
    ) {
      const head = phraseAfter(view, i + 1)
      return head !== undefined && meansPeople(view, head) === true
        ? [{ harm: BEFALLEN.get(token.lower)!, patients: conjuncts(view, head), part: true }]
        : []
    }
    if (token.text === ':' && BEFALLEN.has(before.lower)) {
      const head = phraseAfter(view, i)
      return head !== undefined && meansPeople(view, head) === true
        ? [{ harm: BEFALLEN.get(before.lower)!, patients: conjuncts(view, head), part: true }]
        : []
    }
    return []
  },
  examples: [
    'He said 20 people had died, «14» of them civilians.',
    'Nine people had died, among them two «women».',
    'A lorry blew up, killing five people, «two» of them officers, and hurting nine.',
    'A grenade went off, wounding nine people, «four» of them pupils.',
    'Twelve «people», «two» of them children, were killed in the strike.',
    'He put the toll at 89, including 31 «women».',
    'He said 56 bodies had been found and ten «soldiers» were among them.',
    'Of the dead, «21» were burned in their homes.',
    '13 were killed: nine «civilians» and four «fighters».',
  ],
  counterExamples: ['Two of them went home.', 'He was among them.'],
})

export const PART_RULES = [amongThem, fatally, ofThem] as const
