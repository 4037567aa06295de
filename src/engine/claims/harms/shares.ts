import { isCountedBy, phraseAfter } from '../chunks.ts'
import { conjuncts } from '../grammar.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { type Found, harmRule } from './reading.ts'
import type { Harm } from './words.ts'

/** Words that say what became of people, told before a share of them. */
const TOLD: ReadonlyMap<string, Harm> = new Map(
  Object.entries({
    killed:
      'killed dead died die dies deaths death toll bodies corpses fatalities martyrs remains slain massacred murdered executed shot-dead',
    wounded: 'wounded injured hurt injuries wounds injuring wounding casualties hospitalised hospitalized',
    missing: 'missing disappeared',
    captured: 'kidnapped abducted hostage hostages captured captives seized',
  } as const).flatMap(([harm, list]) => list.split(' ').map((word) => [word, harm as Harm] as const)),
)

/** How far back, in words and in sentences, those of whom a share is told may have been told of. */
const WORDS = 30
const SENTENCES = 1

/** What was last said to have become of people, before token `i`: in its sentence, else in the one before it. */
export const toldBefore = (view: View, i: number): Harm | undefined => {
  const { tokens } = view
  const { sentence } = tokens[i]!
  for (let at = i - 1; at >= 0 && i - at < WORDS; at--) {
    if (sentence - tokens[at]!.sentence > SENTENCES) return undefined
    const harm = TOLD.get(tokens[at]!.lower)
    if (harm && view.bears(at)) return harm
  }
  return undefined
}

const BEING = /^(?:were|was|are|is)$/
const THEM = /^(?:them|those|whom|these)$/
const OTHERS = /^(?:others?|rest|dead|wounded|injured|victims|missing)$/

/** The word behind "of them", "of the others" that follows token `i`; what follows `i` itself where nothing of the kind does. */
const behindOfThem = (view: View, i: number): number => {
  const { tokens } = view
  if (tokens[i + 1]?.lower !== 'of') return i + 1
  if (THEM.test(tokens[i + 2]?.lower ?? '')) return i + 3
  return tokens[i + 2]?.lower === 'the' && OTHERS.test(tokens[i + 3]?.lower ?? '') ? i + 4 : i + 1
}

const isNumber = (view: View, i: number): boolean => {
  const token = view.tokens[i]
  return token?.upos === 'NUM' && view.within('count', token).length > 0 && view.within('time', token).length === 0
}

/** "Ten of them were guards; the remaining seven were inmates", "and two were infants": what some of those counted were. */
export const wereOfThem = harmRule({
  name: 'harm/were-of-them',
  about:
    'A share of those told of before, by what they were: "ten of them were guards", "the other seven were inmates", "two were infants".',
  at: (view, i): readonly Found[] => {
    if (!isNumber(view, i)) return []
    const { tokens } = view
    const being = behindOfThem(view, i)
    if (!BEING.test(tokens[being]?.lower ?? '') || tokens[being]!.sentence !== tokens[i]!.sentence) return []
    const noun = phraseAfter(view, being)
    if (noun === undefined || tokens[noun]!.upos !== 'NOUN' || meansPeople(view, noun) !== true) return []
    // "two were soldiers wounded earlier" stands; "two were wounded" says itself what became of them.
    const next = tokens[being + 1]!
    const harm = TOLD.has(next.lower) || next.upos === 'VERB' ? undefined : toldBefore(view, i)
    return harm ? [{ harm, patients: [i], part: true }] : []
  },
  examples: [
    'He said 17 people had died. «Ten» of them were guards; the remaining «seven» were inmates.',
    'Nine people were killed in the blast. «Three» were children.',
  ],
  counterExamples: ['Two were arrested after nine people were killed.', 'Nine people were killed. Police said two men were suspects.'],
})

/** "64 wounded, of whom fifteen were flown out", "the number of injured as 56, of whom two are foreigners". */
export const ofWhom = harmRule({
  name: 'harm/of-whom',
  about: 'A share of those just counted, behind "of whom".',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    if (tokens[i]!.lower !== 'whom' || tokens[i - 1]?.lower !== 'of') return []
    let number = i + 1
    while (number < i + 4 && tokens[number]?.upos !== 'NUM') number++
    if (!isNumber(view, number) || tokens[number]!.sentence !== tokens[i]!.sentence) return []
    // "of whom two died" is read for itself.
    const verbs = tokens.slice(number + 1, number + 4)
    if (verbs.some(({ lower }) => TOLD.has(lower))) return []
    const harm = toldBefore(view, i)
    return harm ? [{ harm, patients: [number], part: true }] : []
  },
  examples: ['Officials reported 64 wounded, of whom «fifteen» were flown to the coast.'],
  counterExamples: ['He has four sons, of whom two live abroad.'],
})

const GRAVELY = /^(?:seriously|critically|severely|badly|gravely|slightly|lightly)$/
const BY = /^(?:by|with|from)$/
const CAUSES =
  /^(?:fire|bullet|bullets|shrapnel|gunfire|gunshot|shot|rubber|round|rounds|wound|wounds|burns|injury|injuries|knife|knives|ammunition|beating|beatings)$/

/** "Twelve were injured, three by live fire", "30 hurt, five critically". */
export const gravely = harmRule({
  name: 'harm/gravely',
  about:
    'Of those just said to be wounded, how many how badly or by what: ", five critically", ", three by live fire", "two of them seriously".',
  at: (view, i): readonly Found[] => {
    if (!isNumber(view, i) || toldBefore(view, i) !== 'wounded') return []
    const { tokens } = view
    const start = view.tokenAt(view.within('count', tokens[i]!)[0]!.start)
    if (!/^(?:,|and|;|\(|–|—)$/.test(tokens[start - 1]?.text ?? '')) return []
    const at = behindOfThem(view, i)
    const word = tokens[at]
    if (!word || word.sentence !== tokens[i]!.sentence) return []
    const isBadly = GRAVELY.test(word.lower) && tokens[at + 1]?.upos !== 'VERB'
    const isBy =
      BY.test(word.lower) && tokens.slice(at + 1, at + 5).some(({ lower, sentence }) => CAUSES.test(lower) && sentence === word.sentence)
    return isBadly || isBy ? [{ harm: 'wounded', patients: [i], part: true }] : []
  },
  examples: [
    'Twelve people were injured, «three» by live fire.',
    'Thirty were hurt, «five» critically.',
    'Six were wounded, «two» of them seriously.',
  ],
  counterExamples: ['Two were wounded, and five houses were badly damaged.', 'Nine were injured, police said at 5 by telephone.'],
})

const AMONG = /^among(?:st)?$/
const STATE_BEHIND = /^(?:killed|dead|wounded|injured|kidnapped|abducted|missing|slain|murdered)$/

/** "Five women were among seven pilgrims killed": of a number that is counted in the same breath. */
export const amongCounted = harmRule({
  name: 'harm/among-counted',
  about: 'Some of a number of people whose harm is told behind it: "two children were among nine people killed".',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    if (!AMONG.test(tokens[i]!.lower) || !BEING.test(tokens[i - 1]?.lower ?? '')) return []
    const noun = phraseAfter(view, i)
    if (noun === undefined) return []
    const behind = tokens.slice(noun, noun + 4).find(({ lower, sentence }) => STATE_BEHIND.test(lower) && sentence === tokens[i]!.sentence)
    const harm = behind && TOLD.get(behind.lower)
    const subject = i - 2
    if (!harm || !isCountedBy(view, noun) || !tokens[subject] || meansPeople(view, subject) !== true) return []
    return [{ harm, patients: conjuncts(view, subject), part: true }]
  },
  examples: ['Five «women» were among seven pilgrims killed when gunmen fired on a bus.'],
  counterExamples: ['The two men were among the guests.'],
})

/** "The minister named nine dead: three women, two men and four children", "15 were killed — six guards and nine visitors". */
export const listed = harmRule({
  name: 'harm/listed',
  about: 'A list behind a colon or a dash that parts those just counted, of two counted groups of people at least.',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    if (!/^(?::|—|–|--)$/.test(tokens[i]!.text)) return []
    const head = phraseAfter(view, i)
    if (head === undefined || meansPeople(view, head) !== true) return []
    const groups = conjuncts(view, head).filter((one) => meansPeople(view, one) === true && isCountedBy(view, one))
    const harm = groups.length >= 2 && groups[0] === head ? toldBefore(view, i) : undefined
    return harm ? [{ harm, patients: groups, part: true }] : []
  },
  examples: ['The strike killed nine foreigners, the minister said: three «women», two «men» and four «children».'],
  counterExamples: ['Nine people were killed: a bomb went off.', 'The jury has two parts: six men and six women.'],
})

export const SHARE_RULES = [wereOfThem, ofWhom, gravely, amongCounted, listed] as const
