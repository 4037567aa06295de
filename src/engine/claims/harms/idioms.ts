import { phraseAfter, phraseBefore } from '../chunks.ts'
import { conjuncts, dependents, joinedWith, modifiedBy, subjectOf } from '../grammar.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { type Found, harmRule } from './reading.ts'
import { patientsOf } from './verbs.ts'

const onlyPeople = (view: View, heads: readonly number[]): readonly number[] => heads.filter((head) => meansPeople(view, head) === true)

/** A name that no list knows for people, as armies give it to their enemies. */
const isNamedOrCounted = (view: View, head: number): boolean =>
  /^(?:PROPN|NUM)$/.test(view.tokens[head]!.upos) && meansPeople(view, head) !== false

const joined = (view: View, head: number | undefined): readonly number[] => (head === undefined ? [] : joinedWith(view, head))

/** "cut the throats of seven herders", "43 labourers had their throats cut". */
const throatsCut = (view: View, i: number, verb: number | undefined): readonly Found[] => {
  const { tokens } = view
  if (verb === undefined) return []
  // "had their throats cut"
  const had = tokens[verb]!.lemma === 'have' || tokens[verb]!.lemma === 'get' ? verb : undefined
  if (had !== undefined && tokens.slice(i + 1, i + 4).some(({ lower }) => /^(?:cut|slit|slashed)$/.test(lower)))
    return onlyPeople(view, joined(view, subjectOf(view, had))).map((patient) => ({ harm: 'killed', patients: [patient] }))
  if (!/^(?:cut|slit|slash)$/.test(tokens[verb]!.lemma)) return []
  const of = view.children(i).filter((child) => child > i && view.children(child).some((mark) => tokens[mark]!.lower === 'of'))
  const owners = dependents(view, i, 'nmod').filter((child) => tokens[child]!.deprel === 'nmod:poss')
  const people = onlyPeople(
    view,
    [...of, ...owners].flatMap((head) => conjuncts(view, head)),
  )
  return people.length > 0 ? [{ harm: 'killed', patients: people, predicate: verb }] : []
}

/** "cut the throats of seven herders", "two soldiers embraced martyrdom", "nine rebels were sent to hell". */
export const deathsTold = harmRule({
  name: 'harm/told-as-death',
  about: 'Words that stand for a killing or a death: a throat is cut, somebody embraces martyrdom or is sent to hell, cannot be saved.',
  at: (view, i): readonly Found[] => {
    const token = view.tokens[i]!
    const verb = token.head >= 0 ? view.tokens[token.head]! : undefined
    if (token.lemma === 'throat') return throatsCut(view, i, verb?.i)
    if (/^(?:martyrdom|shahadat|shahada)$/.test(token.lower) && verb && /^(?:embrace|attain|achieve)$/.test(verb.lemma))
      return onlyPeople(view, joined(view, subjectOf(view, verb.i))).map((patient) => ({
        harm: 'killed',
        patients: [patient],
        predicate: verb.i,
      }))
    if (/^(?:hell|jahannam)$/.test(token.lower) && verb?.lemma === 'send') {
      const sent = patientsOf(view, verb.i).patients.filter((head) => meansPeople(view, head) === true || isNamedOrCounted(view, head))
      return sent.length > 0 ? [{ harm: 'killed', patients: sent, predicate: verb.i }] : []
    }
    if (/^(?:survive)$/.test(token.lemma) && token.upos === 'VERB' && isNegated(view, i))
      return onlyPeople(view, joined(view, subjectOf(view, i) ?? modifiedBy(view, i))).map((patient) => ({
        harm: 'killed',
        patients: [patient],
      }))
    return []
  },
  examples: [
    'They cut the throats of seven «herders».',
    'At least 43 «labourers» had their throats cut.',
    'Two «soldiers» embraced martyrdom.',
    'Nine «rebels» were sent to hell.',
    'Two «children» did not survive.',
  ],
  counterExamples: [
    'He cleared his throat.',
    'The poet praised martyrdom.',
    'Two letters were sent to hell and back.',
    'The bill did not survive.',
  ],
})

const isNegated = (view: View, i: number): boolean =>
  view.children(i).some((child) => /^(?:not|n['’]t|never)$/.test(view.tokens[child]!.lower))

/** Verbs whose subject dies "to death". */
const DYING = /^(?:bleed|burn|freeze|starve|choke|fall|plunge|suffocate|roast)$/
/** Nobody dies of these. */
const FIGURATIVE = /^(?:sentence|condemn|scare|frighten|bore|worry|love|tickle|doom|lead|come|go|bring|close|next|drive|put|do)$/

/** "beat to death two young men", "hacked to death", "bled to death", "burnt alive". */
export const toDeath = harmRule({
  name: 'harm/to-death',
  about: 'Somebody is beaten, hacked, trampled or burnt to death, or alive, or bleeds or starves to death.',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    const token = tokens[i]!
    const isDeath = token.lower === 'death' && tokens[i - 1]?.lower === 'to'
    const isAlive = token.lower === 'alive' && /^(?:burn|burned|burnt|burning|roasted)$/.test(tokens[i - 1]?.lower ?? '')
    if (!isDeath && !isAlive) return []
    let verb = i - 2
    if (isAlive) verb = i - 1
    // "stoned her to death": the verb may stand before its object.
    for (let n = 0; n < 6 && tokens[verb] && !/^VB/.test(tokens[verb]!.xpos); n++) verb--
    const word = tokens[verb]
    if (!word || word.sentence !== token.sentence || word.upos !== 'VERB' || FIGURATIVE.test(word.lemma)) return []
    const behind = /^(?:NUM|NOUN|DET|ADJ|PROPN)$/.test(tokens[i + 1]?.upos ?? '') ? phraseAfter(view, i) : undefined
    if (behind !== undefined && meansPeople(view, behind) === true && word.xpos !== 'VBN')
      return [{ harm: 'killed', patients: conjuncts(view, behind), predicate: verb }]
    const { patients, agents } = patientsOf(view, verb)
    const dying =
      DYING.test(word.lemma) && patients.length === 0 ? joined(view, subjectOf(view, verb) ?? phraseBefore(view, verb)) : patients
    const people = onlyPeople(view, dying)
    return people.length > 0 ? [{ harm: 'killed', patients: people, predicate: verb, agents }] : []
  },
  examples: [
    'A mob beat to death two young «men» in the market.',
    'Five «villagers» were hacked to death.',
    '«One» of the women bled to death.',
    'Two «herders» were burnt alive.',
  ],
  counterExamples: ['A court sentenced seven men to death.', 'The film bored the critics to death.', 'He is still alive.'],
})

/** "8 KIA, 21 WIA": the short forms of armies, with their number before them. */
const SHORT: Readonly<Record<string, 'killed' | 'wounded'>> = { KIA: 'killed', WIA: 'wounded' }
const SHORT_REACH = 4

export const shortForms = harmRule({
  name: 'harm/short-form',
  about: 'The short forms KIA and WIA with the number they count: "six army KIA", "3 WIA".',
  at: (view, i): readonly Found[] => {
    const harm = SHORT[view.tokens[i]!.text]
    if (!harm) return []
    for (let at = i - 1; at >= 0 && i - at <= SHORT_REACH && view.tokens[at]!.sentence === view.tokens[i]!.sentence; at--) {
      const { upos } = view.tokens[at]!
      if (upos === 'NUM') return view.within('count', view.tokens[at]!).length > 0 ? [{ harm, patients: [at] }] : []
      if (/^(?:PUNCT|VERB|AUX|DET|CCONJ)$/.test(upos)) return []
    }
    return []
  },
  examples: ['The accounts allege «six» army KIA.', 'Result: «8» KIA, «21» WIA.'],
  counterExamples: ['He drives a KIA.', 'Six cars and a KIA were sold.'],
})

const LOST_LIFE = /^(?:loss|taking|sacrifice)$/

/** "the loss of three civilian lives": the lives stand for those who lost them. */
export const livesLost = harmRule({
  name: 'harm/lives-lost',
  about: 'The loss of a number of lives.',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    const token = tokens[i]!
    if (!LOST_LIFE.test(token.lemma) || tokens[i + 1]?.lower !== 'of') return []
    const lives = tokens.slice(i + 2, i + 8).find(({ lower, sentence }) => lower === 'lives' && sentence === token.sentence)
    const number = lives && tokens.slice(i + 2, lives.i).find((word) => word.upos === 'NUM' || view.within('count', word).length > 0)
    return lives && number ? [{ harm: 'killed', patients: [lives.i] }] : []
  },
  examples: ['We regret the loss of three civilian «lives».', 'The mayor mourned the loss of 12 «lives».'],
  counterExamples: ['The loss of lives is a pity.', 'The loss of two bridges cut off the town.'],
})

export const IDIOM_RULES = [livesLost, deathsTold, toDeath, shortForms] as const
