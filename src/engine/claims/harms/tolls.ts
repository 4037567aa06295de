import { baseOf, objectsOf, obliques } from '../grammar.ts'
import type { View } from '../view.ts'
import { harmRule } from './reading.ts'
import { type Harm, TOLLS } from './words.ts'

/** What a number is said to be the number of: "the number of dead", "the count of the wounded". */
const NUMBERED: ReadonlyMap<string, Harm> = new Map(
  Object.entries({
    killed: 'dead death fatality victim killed martyr casualty slain',
    wounded: 'wounded injured injury hurt',
    missing: 'missing disappeared',
    captured: 'captive hostage abducted kidnapped abductee captured',
    displaced: 'displaced evacuee homeless',
  } as const).flatMap(([harm, list]) => list.split(' ').map((word) => [word, harm as Harm] as const)),
)
const BEFALLS: ReadonlyMap<string, Harm> = new Map(
  Object.entries({
    kill: 'killed',
    die: 'killed',
    wound: 'wounded',
    injure: 'wounded',
    displace: 'displaced',
    abduct: 'captured',
    kidnap: 'captured',
  } as const),
)
const TALLY = /^(?:number|count|tally|figure|total|estimate)$/
const GIVES = /^(?:put|place|set|estimate|give)$/

/** Do this sentence and the two before it speak of dead, and this one, up to an offset, not of wounded? */
export const isAboutTheDead = (view: View, sentence: number, until?: number): boolean => {
  const own = view.sentences[sentence]!
  const before = view.sentences[Math.max(0, sentence - 2)]!
  return (
    /\b(?:dead|killed|slain|died|deaths?|fallen|lost their lives|bodies|corpses|remains|toll)\b/i.test(
      view.text.slice(before.start, own.end).slice(-900),
    ) && !/\b(?:wounded|injured|hurt|missing)\b/i.test(view.text.slice(own.start, until ?? own.end))
  )
}

/** What the noun behind "the number of" says became of people. */
const harmOfNumbered = (view: View, i: number): Harm | undefined => {
  for (const { word, head } of obliques(view, i)) {
    if (word !== 'of') continue
    // "a total of four victims": of what, the sentences before say.
    const { lemma, lower, sentence } = view.tokens[head]!
    const own = lemma === 'victim' && !isAboutTheDead(view, sentence) ? undefined : (NUMBERED.get(lower) ?? NUMBERED.get(lemma))
    if (own) return own
    for (const child of [...view.children(head), ...view.children(i)]) {
      const token = view.tokens[child]!
      const harm = baseOf(token) === 'acl' ? BEFALLS.get(token.lemma) : baseOf(token) === 'amod' ? NUMBERED.get(token.lower) : undefined
      if (harm) return harm
    }
  }
  return undefined
}

/** What a word sums up, where it stands for a number of people who came to harm. */
const summedUp = (view: View, i: number): Harm | undefined => {
  const token = view.tokens[i]!
  const before = view.tokens[i - 1]
  const verb = token.head >= 0 ? view.tokens[token.head]! : undefined
  const isObject = verb !== undefined && GIVES.test(verb.lemma) && (objectsOf(view, verb.i).includes(i) || token.deprel === 'nsubj:pass')
  if (TOLLS.has(token.lemma) && (token.lemma === 'toll' || /^(?:death|casualty|fatality|body)$/.test(before?.lemma ?? ''))) return 'killed'
  if (TALLY.test(token.lemma)) {
    const harm = harmOfNumbered(view, i)
    if (harm) return harm
    // "A volunteer put the number at 31": of what was just spoken of, the dead.
    return isObject && isAboutTheDead(view, token.sentence) ? 'killed' : undefined
  }
  // "the army put it at nine"
  if (token.lower === 'it')
    return isObject && /^(?:put|place)$/.test(verb.lemma) && isAboutTheDead(view, token.sentence, token.end) ? 'killed' : undefined
  // "the dead numbered 14", "estimated the wounded at 60"
  const state = NUMBERED.get(token.lower)
  if (!state || before?.lower !== 'the') return undefined
  const next = view.tokens[i + 1]
  return isObject || (next?.lemma === 'number' && next.upos === 'VERB') || /^numbered$/.test(next?.lower ?? '') ? state : undefined
}

const TOLL_REACH = 22
const FAR_REACH = 60
const LEAD: ReadonlySet<string> = new Set(
  'least more than about nearly some around over approximately least up almost now currently already risen only the between roughly just'.split(
    ' ',
  ),
)
const MARKS =
  /^(?:to|at|of|from|is|was|stands|stood|reaches|reached|reaching|hits|hit|passes|passed|exceeds|exceeded|tops|topped|climbs|as|has|numbered|:)$/

/** "the death toll rose to 41", "a toll of 12 dead", "the number of people wounded … from 70 to 40". */
export const toll = harmRule({
  name: 'harm/toll',
  about: 'A toll or the number of those harmed, with its figure behind "to", "at", "of" or "is".',
  at: (view, i) => {
    const token = view.tokens[i]!
    const harm = summedUp(view, i)
    if (!harm) return []
    const patients: number[] = []
    // "gave 23 as the number of dead"
    const given = view.tokens[i - 2]?.lower === 'as' ? view.tokens[i - 3] : undefined
    if (given?.upos === 'NUM' && given.sentence === token.sentence && view.within('count', given).length > 0)
      return [{ harm, patients: [given.i] }]
    const { last } = view.sentences[token.sentence]!
    // Read off the words: in headlines and long noun phrases the parse of a toll is least to be trusted.
    for (let at = i + 1; at < Math.min(last, i + FAR_REACH); at++) {
      const number = view.tokens[at]!
      if (at > i + 3 && at - i < TOLL_REACH && TALLY.test(number.lemma) && harmOfNumbered(view, at)) break
      if (number.upos !== 'NUM' || view.within('count', number).length === 0) continue
      let mark = at - 1
      while (
        mark > i &&
        (LEAD.has(view.tokens[mark]!.lower) || (view.tokens[mark]!.lower === 'at' && view.tokens[mark + 1]!.lower === 'least'))
      )
        mark--
      const { lower, lemma } = view.tokens[mark]!
      // "…, up from 189 given earlier": the old figure may stand far behind.
      const isOld = lower === 'from' && /^(?:up|down|raised|lowered|revised|higher|lower)$/.test(view.tokens[mark - 1]?.lower ?? '')
      if (at - i >= TOLL_REACH && !isOld) continue
      if (isOld || MARKS.test(lower) || lemma === 'reach' || mark === i) patients.push(at)
    }
    return patients.length > 0 ? [{ harm, patients: [...new Set(patients)] }] : []
  },
  examples: [
    'The death toll rose to «41».',
    'Officials put the toll at «12».',
    'A doctor put the number of wounded at «60».',
    'The dead numbered «14».',
    'A hospital source gave «23» as the number of dead.',
    'The mayor said nine people were killed. The army put it at «seven».',
  ],
  counterExamples: [
    'The war took its toll.',
    'They paid the toll of five dollars.',
    'He put it at the door.',
    'The number of visitors rose to 40.',
  ],
})

const OFFERS = /^(?:claim|report|count|speak|give|cite|admit|acknowledge|say|mention|talk)$/

/** "Rebel radio claimed 22", "others speak of 60", "the police spoke of four dead, a radio station of nine": a number that leaves the dead out. */
export const elliptic = harmRule({
  name: 'harm/elliptic',
  about: 'A bare number that somebody gives right after the dead were spoken of.',
  at: (view, i) => {
    const token = view.tokens[i]!
    if (token.upos !== 'NUM' || view.within('count', token).length === 0 || view.within('time', token).length > 0) return []
    const next = view.tokens[i + 1]
    if (next && next.sentence === token.sentence && next.upos !== 'PUNCT' && next.upos !== 'CCONJ') return []
    // "no fewer than 60", "more than 60"
    const above = token.head >= 0 ? view.tokens[token.head]! : undefined
    const said = above && /^(?:fewer|less|more|least)$/.test(above.lower) ? above : token
    const verb = said.head >= 0 ? view.tokens[said.head]! : undefined
    if (verb?.upos !== 'VERB' || !OFFERS.test(verb.lemma) || verb.i > i || i - verb.i > 6) return []
    const relation = baseOf(said)
    const isOf = view.children(said.i).some((child) => view.tokens[child]!.lower === 'of')
    if (relation !== 'obj' && !(relation === 'obl' && isOf)) return []
    return isAboutTheDead(view, token.sentence) ? [{ harm: 'killed', patients: [i] }] : []
  },
  examples: [
    'The army said nine men were killed. Rebel radio claimed «22».',
    'The mayor said ten had died. Others speak of «60».',
    'The mayor said ten had died. The envoy prefers to speak of no fewer than «60».',
  ],
  counterExamples: ['He claimed 22 euros. He said 20.', 'Two men were killed. The court spoke of 20 years.'],
})
