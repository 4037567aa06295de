import { singular } from '../../mentions/party/nouns.ts'
import { phraseAfter, phraseBefore } from '../chunks.ts'
import { baseOf, caseOf, conjuncts, dependents, governors, hasDependent, modifiedBy, objectsOf, obliques, subjectOf } from '../grammar.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { gapped } from './gapped.ts'
import { type Found, harmRule } from './reading.ts'
import { elliptic, toll } from './tolls.ts'
import { COUNTED, DEADLY, DEEDS, DONE_TO, DONE_TO_PEOPLE, lemmaOf, UNDERGONE } from './words.ts'

const isCounted = (view: View, i: number): boolean =>
  hasDependent(
    view,
    i,
    (child) =>
      child.deprel.startsWith('nummod') ||
      (child.i < i && /^(?:several|dozens|scores|hundreds|thousands|many|multiple)$/.test(child.lower)),
  )

const isAttempted = (view: View, i: number): boolean =>
  hasDependent(view, i, ({ lower }) => /^(?:attempted|foiled|planned|failed|would-be)$/.test(lower))

/** "the death of two men", "the man's murder", "the shooting death of a boy". */
export const deed = harmRule({
  name: 'harm/deed',
  about: 'A noun for the harm, with those harmed behind "of" or before it as owners.',
  at: (view, i): readonly Found[] => {
    const token = view.tokens[i]!
    if (token.upos !== 'NOUN') return []
    if (isAttempted(view, i)) return []
    const isShooting = token.lemma === 'shooting'
    const harm = isShooting ? 'shot' : DEEDS.get(token.lemma)
    if (!harm) return []
    // "ruled the shooting death of a girl was an accident": read off the words where the parse loses them.
    const behind =
      view.tokens[i + 1]?.lower === 'of' && !obliques(view, i).some(({ word }) => word === 'of') ? phraseAfter(view, i + 1) : undefined
    const of = obliques(view, i)
      .filter(({ word }) => word === 'of')
      .flatMap(({ head }) => conjuncts(view, head))
      .concat(behind ?? [])
      .filter(
        (head) =>
          meansPeople(view, head) === true || (!isShooting && meansPeople(view, head) === undefined && view.tokens[head]!.upos === 'PROPN'),
      )
    // "injuries to five other people"
    const isHurt = (token.lemma === 'injury' || token.lemma === 'wound') && view.tokens[i + 1]?.lower === 'to'
    const hurt = isHurt ? phraseAfter(view, i + 1) : undefined
    const others = hurt === undefined ? [] : conjuncts(view, hurt).filter((head) => meansPeople(view, head) === true)
    if (others.length > 0) return [{ harm: 'wounded', patients: others }]
    const fatal = isShooting && view.children(i).some((child) => DEADLY.has(view.tokens[child]!.lower))
    const agents = obliques(view, i)
      .filter(({ word }) => word === 'by')
      .flatMap(({ head }) => conjuncts(view, head))
    if (of.length > 0) return [{ harm: fatal ? 'killed' : harm, patients: of, agents }]
    if (isShooting || token.lemma === 'wound' || token.lemma === 'injury') return []
    const owners = dependents(view, i, 'nmod')
      .filter((child) => view.tokens[child]!.deprel === 'nmod:poss')
      .filter((child) => meansPeople(view, child) === true)
    // "the army's killing" is what the army did; "his murder" is what was done to him.
    if (/^(?:killing|massacre|slaughter|execution|capture|arrest|murder-suicide|expulsion)$/.test(token.lemma)) return []
    return owners.length > 0 ? [{ harm, patients: owners }] : []
  },
  examples: [
    'It resulted in the death of a «citizen».',
    'Police are investigating the fatal shooting of a «man».',
    'They condemned the murder of two «priests».',
    'The shooting resulted in injuries to five «people».',
  ],
  counterExamples: ['The killing of the bill surprised nobody.', 'The death of cinema was announced again.'],
})

const NEUTRAL: ReadonlySet<string> = new Set(['wounded', 'injured', 'missing', 'displaced', 'dead', 'killed'])

/** "29 detainees died": counted as dead, not as taken. */
const isHarmedOtherwise = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  const verb = token.head >= 0 && /^(?:nsubj|obj)/.test(token.deprel) ? lemmaOf(view.tokens[token.head]!) : ''
  const harm = UNDERGONE.get(verb) ?? DONE_TO.get(verb) ?? DONE_TO_PEOPLE.get(verb)
  return harm !== undefined && harm !== 'captured'
}

/** "20 charred bodies", and not "three party bodies", "two governing bodies". */
const isOfCorpses = (view: View, i: number): boolean =>
  view
    .children(i)
    .filter((child) => child < i && /^(?:NOUN|PROPN|ADJ|VERB)$/.test(view.tokens[child]!.upos) && view.tokens[child]!.deprel !== 'nummod')
    .every((child) =>
      /^(?:charred|burned|burnt|decomposed|decomposing|headless|decapitated|mutilated|dead|lifeless|severed|riddled|bullet-riddled|tortured|unidentified|unclaimed|identified|more|other|human|male|female|child|additional|further|dismembered|many|several|dozen|hundred|least|bloodied|battered|bound|naked|\S*ed)$/.test(
        view.tokens[child]!.lower,
      ),
    )

/** "12 deaths", "nine bodies", "24 martyrs". */
export const counted = harmRule({
  name: 'harm/counted',
  about: 'A number of deaths, bodies, injuries, martyrs or hostages.',
  at: (view, i) => {
    const token = view.tokens[i]!
    const isRemains = token.lower === 'remains' && token.upos === 'NOUN'
    const harm = isRemains ? 'killed' : (COUNTED.get(token.lemma) ?? COUNTED.get(singular(token.lower)))
    if (!harm || token.lemma === 'casualty') return []
    if (token.upos !== 'NOUN' && !(NEUTRAL.has(token.lower) && isCounted(view, i))) return []
    const isBody = isRemains || token.lemma === 'body' || singular(token.lower) === 'corpse'
    if (isBody) {
      const of = obliques(view, i)
        .filter(({ word }) => word === 'of')
        .flatMap(({ head }) => conjuncts(view, head))
      const people = of.filter((head) => meansPeople(view, head) === true)
      if (people.length > 0) return [{ harm, patients: people }]
      if (of.length > 0) return []
      // "left behind 20 bodies": a number of bodies, and of no organisation.
      if (token.xpos === 'NNS' && isCounted(view, i) && !isRemains) return isOfCorpses(view, i) ? [{ harm, patients: [i] }] : []
      const verb = token.head >= 0 ? view.tokens[token.head]! : undefined
      const handled =
        verb &&
        /^(?:find|recover|retrieve|pull|carry|discover|count|bring|bury|receive|see|extract|transfer|dig|locate|arrive|collect|identify|register|document|log|admit)$/.test(
          verb.lemma,
        )
      // "took in 54 bodies".
      const takenIn = verb?.lemma === 'take' && view.tokens[verb.i + 1]?.lower === 'in'
      return (handled || takenIn) && (isCounted(view, i) || view.children(i).some((child) => /^an?$/.test(view.tokens[child]!.lower)))
        ? [{ harm, patients: [i] }]
        : []
    }
    if (!isCounted(view, i) || isAttempted(view, i)) return []
    // "two murder suspects", "three arrest warrants".
    if (baseOf(token) === 'compound') return []
    if (harm === 'captured' && isHarmedOtherwise(view, i)) return []
    return [{ harm, patients: [i] }]
  },
  examples: [
    'The province counted 212 «deaths».',
    'He helped carry nine «bodies».',
    'Hospitals received 24 «martyrs».',
    'The morgue took in 54 «bodies».',
    'Three «hostages» were still inside.',
    'They left behind 20 «bodies».',
  ],
  counterExamples: [
    'Nine party bodies met.',
    'They took three bodies of water in turn.',
    'In May 29 detainees died in a lock-up.',
    'Gunmen shot two hostages dead.',
    'He was on death row.',
    'The body of evidence grew.',
  ],
})

const CARRY: ReadonlySet<string> = new Set('take rush transport airlift fly bring hospitalize carry admit transfer treat'.split(' '))

/** "68 people were being treated" of wounds, where the sentence or the one before it tells of a hospital or of wounded. */
const isAboutWounds = (view: View, i: number): boolean => {
  const own = view.sentences[view.tokens[i]!.sentence]!
  const before = view.sentences[Math.max(0, own.i - 1)]!
  return /\b(?:hospitals?|wound(?:s|ed)?|injur(?:y|ies|ed)|clinic|medics?|doctors?|burns?)\b/i.test(
    view.text.slice(before.start, own.end).slice(-800),
  )
}

/** "Thirty-eight died at the scene and 12 in hospital": where they died. */
const diedBefore = (view: View, i: number): boolean => gapped.at(view, i).some(({ harm }) => harm === 'killed')

/** In "was taken to hospital", "is in critical condition", "was treated for a wound" somebody was hurt. */
export const cared = harmRule({
  name: 'harm/cared-for',
  about: 'Somebody is taken to hospital, treated for wounds, or in a condition that a hospital reports.',
  at: (view, i) => {
    const token = view.tokens[i]!
    if (
      token.lemma === 'condition' &&
      hasDependent(view, i, ({ lower }) => /^(?:critical|serious|stable|grave|fair|guarded|good)$/.test(lower)) &&
      caseOf(view, i) === 'in'
    ) {
      const subject =
        subjectOf(view, i) ?? (token.head >= 0 ? (objectsOf(view, token.head)[0] ?? subjectOf(view, token.head) ?? token.head) : undefined)
      return subject !== undefined && meansPeople(view, subject) === true ? [{ harm: 'wounded', patients: conjuncts(view, subject) }] : []
    }
    if (token.lemma === 'treatment' && token.upos === 'NOUN' && /^(?:under|undergoing|receiving)$/.test(view.tokens[i - 1]?.lower ?? '')) {
      const subject = subjectOf(view, i) ?? (token.head >= 0 ? subjectOf(view, token.head) : undefined)
      return subject !== undefined && meansPeople(view, subject) === true ? [{ harm: 'wounded', patients: conjuncts(view, subject) }] : []
    }
    // "…, with 56 in hospital"
    if (
      token.upos === 'NUM' &&
      view.tokens[i + 1]?.lower === 'in' &&
      /^hospitals?$/.test(view.tokens[i + 2]?.lower ?? '') &&
      !diedBefore(view, i)
    )
      return [{ harm: 'wounded', patients: [i] }]
    // "Eight others are still in hospital"
    const into = view.tokens[i - 1]?.lower === 'the' ? i - 2 : i - 1
    if (/^hospitals?$/.test(token.lower) && view.tokens[into]?.lower === 'in') {
      const remains = /^remain(?:s|ed)?$/.test(view.tokens[into - 1]?.lower ?? '') ? into - 1 : into
      const being = phraseBefore(view, remains)
      const isSaid =
        being !== undefined &&
        view.tokens.slice(being + 1, into).some(({ lower }) => /^(?:is|are|was|were|remain|remained|remains)$/.test(lower))
      return isSaid && meansPeople(view, being) === true ? [{ harm: 'wounded', patients: [being] }] : []
    }
    // "The hospital had admitted 38 people"
    if (token.upos === 'VERB' && /^(?:admit|treat|receive)$/.test(token.lemma)) {
      const subject = subjectOf(view, i)
      const isClinic =
        subject !== undefined && /^(?:hospital|clinic|ward|surgeon|medic|doctor|infirmary|unit)$/.test(view.tokens[subject]!.lemma)
      const own = objectsOf(view, i)
      const behind = own.length === 0 ? phraseAfter(view, i) : undefined
      const admitted = isClinic
        ? own
            .concat(behind ?? [])
            .filter((head) => meansPeople(view, head) === true && isCounted(view, head) && !COUNTED.has(view.tokens[head]!.lemma))
        : []
      if (admitted.length > 0) return [{ harm: 'wounded', patients: admitted }]
    }
    if (token.upos === 'VERB' && CARRY.has(token.lemma) && view.tokens[i]!.xpos === 'VBN') {
      const medical =
        view
          .children(i)
          .some(
            (child) =>
              /^(?:hospital|wound|injury|burn)$/.test(view.tokens[child]!.lemma) ||
              hasDependent(view, child, ({ lemma }) => lemma === 'hospital' || lemma === 'gunshot'),
          ) ||
        (token.lemma === 'treat' && isAboutWounds(view, i))
      const subject = medical ? (subjectOf(view, i) ?? modifiedBy(view, i)) : undefined
      return subject !== undefined && meansPeople(view, subject) === true ? [{ harm: 'wounded', patients: conjuncts(view, subject) }] : []
    }
    return []
  },
  examples: [
    'A «teenager» is in critical condition.',
    'Two «men» were taken to a hospital.',
    'Two «troopers» are under treatment.',
    'Eight «others» are in hospital.',
    'The hospital admitted 38 «people».',
  ],
  counterExamples: ['The road is in good condition.', 'The files were taken to the court.'],
})

const DETERMINERS: ReadonlySet<string> = new Set(['no', 'without', 'any'])

/** "no casualties", "nobody was hurt". */
export const none = harmRule({
  name: 'harm/none',
  about: 'A statement that nobody was killed, hurt or missing.',
  at: (view, i): readonly Found[] => {
    const token = view.tokens[i]!
    const no = hasDependent(
      view,
      i,
      ({ lower, deprel }) => DETERMINERS.has(lower) && lower !== 'any' && (deprel === 'det' || deprel === 'case'),
    )
    if (no) {
      if (token.lemma === 'casualty' || token.lemma === 'victim')
        return [
          { harm: 'killed', patients: [i], none: true },
          { harm: 'wounded', patients: [i], none: true },
        ]
      const harm = COUNTED.get(token.lemma)
      if (harm && harm !== 'captured' && token.lemma !== 'body') return [{ harm, patients: [i], none: true }]
    }
    return []
  },
  examples: ['There were no «casualties».', 'No «injuries» were reported.'],
  counterExamples: ['There were casualties.', 'No group claimed the attack.'],
})

export const isNoOne = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  if (/^(?:nobody|none|no-one)$/.test(token.lower)) return true
  return hasDependent(view, i, ({ lower, deprel }) => lower === 'no' && deprel === 'det')
}

export const NOUN_RULES = [deed, counted, toll, elliptic, cared, none] as const
export const above = governors
