import { phraseAfter, phraseBefore } from '../chunks.ts'
import { baseOf, caseOf, dependents, joinedWith, modifiedBy, objectsOf, subjectOf } from '../grammar.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { type Found, harmRule } from './reading.ts'
import { lemmaOf } from './words.ts'

const onlyPeople = (view: View, heads: readonly number[]): readonly number[] => heads.filter((head) => meansPeople(view, head) === true)

const joined = (view: View, head: number | undefined): readonly number[] => (head === undefined ? [] : joinedWith(view, head))

/** Each of those who were hurt by itself, as other rules read them. */
const hurt = (view: View, heads: readonly number[]): readonly Found[] =>
  onlyPeople(view, heads).map((patient) => ({ harm: 'wounded', patients: [patient] }))

const BREAKING = /^(?:break|fracture|dislocate|crack|sprain|crush|shatter)$/
const BONE =
  /^(?:ankle|wrist|arm|leg|hand|foot|finger|toe|rib|nose|jaw|collarbone|shoulder|hip|pelvis|neck|back|skull|thigh|knee|elbow|bone|spine|limb|vertebra)$/

/** "A carer broke her wrist", "two men fractured their ribs": one's own bones. */
export const brokeBones = harmRule({
  name: 'harm/broke-bones',
  about: 'Somebody breaks or fractures a bone or limb of his own.',
  at: (view, i): readonly Found[] => {
    const token = view.tokens[i]!
    if (token.upos !== 'VERB' || !BREAKING.test(lemmaOf(token))) return []
    const bone = objectsOf(view, i).find((head) => BONE.test(view.tokens[head]!.lemma))
    if (bone === undefined) return []
    const owner = view.tokens.slice(i + 1, bone).find(({ xpos }) => xpos === 'PRP$')
    const isOwn = owner === undefined || /^(?:his|her|their)$/.test(owner.lower)
    return isOwn ? hurt(view, joined(view, subjectOf(view, i) ?? modifiedBy(view, i))) : []
  },
  examples: ['A «teacher» broke her wrist in the escape.', 'Two «men» have fractured their ribs.'],
  counterExamples: ['The thief broke a window.', 'The team broke its record.'],
})

const WOUNDS = /^(?:wound|injury|burn|gunshot|laceration|fracture|bruise|cut|concussion|shrapnel)$/
/** Whoever is found, comes or gets away with wounds has them; those described by their job do not. */
const ARRIVING =
  /^(?:find|locate|discover|arrive|admit|bring|take|escape|survive|leave|flee|get|turn|present|come|hospitalise|hospitalize|count|see|report|rush|receive|treat|transport|return|be|end)$/
const DEAD = /^(?:dead|deceased|body|bodies|corpse|corpses|died|lifeless|killed|death|remains)$/

/** "a man with a gunshot wound to the foot", "escaped with minor injuries", "forty people with burns". */
export const withWounds = harmRule({
  name: 'harm/with-wounds',
  about: 'Somebody is found, arrives or gets away with wounds: "a man with a gunshot wound", "escaped with minor injuries".',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    const token = tokens[i]!
    if (token.upos !== 'NOUN' || !WOUNDS.test(token.lemma) || WOUNDS.test(tokens[i + 1]?.lemma ?? '')) return []
    // "with" stands before the wounds and what tells of them: "with an apparent gunshot wound".
    let mark = i - 1
    while (mark >= 0 && i - mark < 7 && /^(?:ADJ|DET|NOUN|NUM|ADV|CCONJ)$/.test(tokens[mark]!.upos)) mark--
    const from = tokens[mark]
    const isFrom = from?.lower === 'from' && /^suffer(?:ing|ed|s)?$/.test(tokens[mark - 1]?.lower ?? '')
    if (!from || from.sentence !== token.sentence || (from.lower !== 'with' && !isFrom)) return []
    if (tokens.slice(Math.max(0, mark - 14), i + 10).some(({ lower, sentence }) => sentence === token.sentence && DEAD.test(lower)))
      return []
    const before = phraseBefore(view, isFrom ? mark - 1 : mark)
    if (before !== undefined && meansPeople(view, before) === true && isOpen(view, before)) return hurt(view, joinedWith(view, before))
    const verb = verbAbove(view, i)
    if (verb === undefined || !ARRIVING.test(tokens[verb]!.lemma)) return []
    return hurt(view, joined(view, subjectOf(view, verb) ?? modifiedBy(view, verb)))
  },
  examples: [
    'Officers found a «man» with a gunshot wound to the foot.',
    'The front counted some forty «people» with gunshot wounds.',
    'The «doctor» and his «assistant» escaped with minor injuries.',
    'Crews located three «men» suffering from apparent gunshot wounds.',
  ],
  counterExamples: [
    'Police found a man dead with gunshot wounds.',
    'She works with burns.',
    'He helps people with wounds of war in his prayers.',
  ],
})

/** The verb that a noun hangs on, through the nouns between. */
const verbAbove = (view: View, i: number): number | undefined => {
  for (let at = i, n = 0; n < 4; n++) {
    const up = view.tokens[at]!.head
    if (up < 0) return undefined
    if (view.tokens[up]!.upos === 'VERB') return up
    at = up
  }
  return undefined
}

const OPENING = /^(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|dozens|some|many|another)$/

/** "a man with …", "forty people with …": counted or told of for the first time, not a kind of people. */
const isOpen = (view: View, head: number): boolean => {
  const token = view.tokens[head]!
  return view.tokens
    .slice(Math.max(0, head - 5), head + 1)
    .some(
      ({ lower, upos, sentence, head: up, i }) =>
        sentence === token.sentence && (up === head || i === head) && (OPENING.test(lower) || upos === 'NUM'),
    )
}

const NURSING = /^(?:nursing|nurse|nurses|nursed)$/

/** "is nursing bullet wounds", where the parse takes it for a noun before the wounds. */
export const nursing = harmRule({
  name: 'harm/nursing',
  about: 'Somebody is nursing wounds.',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    if (!NURSING.test(tokens[i]!.lower)) return []
    const wound = phraseAfter(view, i)
    if (wound === undefined || !WOUNDS.test(tokens[wound]!.lemma)) return []
    const subject = subjectOf(view, i) ?? subjectOf(view, wound) ?? phraseBefore(view, i)
    return hurt(view, joined(view, subject))
  },
  examples: ['A «woman» from the village is nursing bullet wounds.', 'Two «boys» are nursing injuries.'],
  counterExamples: ['She is nursing a baby.', 'The club is nursing its wounds.'],
})

const GRAVE = /^(?:serious|critical|grave|stable|severe|unconscious)$/
const PLIGHT = /^(?:coma|surgery|intensive|critical|serious|grave|stable|danger)$/
const BEING = /^(?:is|are|was|were|remain|remains|remained)$/
/** How far back, in sentences, those wounded may have been told of. */
const REACH = 2

const woundedBefore = (view: View, i: number): boolean => {
  const own = view.sentences[view.tokens[i]!.sentence]!
  const before = view.sentences[Math.max(0, own.i - REACH)]!
  return /\b(?:wounded|injured|hurt|injuries|wounds)\b/i.test(view.text.slice(before.start, view.tokens[i]!.start).slice(-600))
}

/** "Four were wounded. One is serious", "two are in a coma": some of the wounded, by how they are. */
export const plight = harmRule({
  name: 'harm/plight',
  about: 'Some of the wounded, by how they are: "one is serious", "two are in a coma".',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    const token = tokens[i]!
    if (!BEING.test(token.lower) || tokens[i - 1]?.upos !== 'NUM' || !tokens[i - 1] || !woundedBefore(view, i)) return []
    const [next, after] = [tokens[i + 1], tokens[i + 2]]
    const isGrave = next !== undefined && GRAVE.test(next.lower) && after?.upos !== 'NOUN'
    const isIn =
      next?.lower === 'in' && tokens.slice(i + 2, i + 5).some(({ lower, sentence }) => sentence === token.sentence && PLIGHT.test(lower))
    return isGrave || isIn ? [{ harm: 'wounded', patients: [i - 1], part: true }] : []
  },
  examples: ['Four men were wounded. «One» is serious.', 'Six were injured in the blast. «Two» are in a coma.'],
  counterExamples: ['Two are in Paris.', 'One is serious about it.'],
})

const LOSING = /^(?:cost|loss)$/
const OWN = /^(?:own|man|soldier|fighter|troop|militant|member|officer|guerrilla|rebel|comrade|policeman|serviceman|marine|life|one)$/

/** "at the cost of one of their own", "with the loss of two men". */
export const atTheCost = harmRule({
  name: 'harm/at-the-cost',
  about: 'What a deed cost those who did it: "at the cost of two men", "the loss of three soldiers".',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    if (tokens[i]!.upos !== 'NOUN' || !LOSING.test(tokens[i]!.lemma) || tokens[i + 1]?.lower !== 'of') return []
    const [first] = dependents(view, i, 'nmod').filter((head) => caseOf(view, head) === 'of')
    const head = first ?? phraseAfter(view, i + 1)
    if (head === undefined) return []
    const isCounted = view.within('count', { start: tokens[i + 2]!.start, end: tokens[head]!.end }).some(({ low }) => low !== null)
    const isOwn = OWN.test(tokens[head]!.lemma) || tokens.slice(head, head + 4).some(({ lower }) => lower === 'own')
    return isCounted && isOwn && baseOf(tokens[head]!) !== 'compound' ? [{ harm: 'killed', patients: [head] }] : []
  },
  examples: ['They sank a boat, at the cost of «one» of their own.', 'The army took the hill with the loss of two «men».'],
  counterExamples: ['It was built at a cost of two million.', 'The loss of two points hurt the club.'],
})

export const BODILY_RULES = [brokeBones, withWounds, nursing, plight, atTheCost] as const
