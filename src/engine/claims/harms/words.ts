import type { FigureAttribute } from '../../../model/claim.ts'

/** What happens to people: the attributes a predicate of harm can fill; `shot` is decided by what else is said of the victim. */
export type Harm = Exclude<FigureAttribute, 'quantity'> | 'shot'

/** A space-separated word list as a set. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

const table = (lists: Readonly<Partial<Record<Harm, string>>>): ReadonlyMap<string, Harm> =>
  new Map(Object.entries(lists).flatMap(([harm, list]) => [...words(list)].map((word) => [word, harm as Harm] as const)))

/** Verbs done to somebody: the object, or the subject of a passive, is harmed. Lemmas. */
export const DONE_TO = table({
  killed: `kill murder assassinate slay massacre slaughter behead decapitate lynch martyr martyrise martyrize butcher exterminate
    asphyxiate electrocute drown incinerate strangle gun euthanise`,
  wounded: 'wound injure hurt maim stab graze mutilate hospitalize hospitalise concuss disfigure lacerate bruise',
  shot: 'shoot gun-down',
  captured: 'capture kidnap abduct arrest detain apprehend imprison jail intern',
  displaced: 'displace uproot',
})

/** Verbs that harm people only when their object is people: "struck a boy", not "struck a deal". */
export const DONE_TO_PEOPLE = table({
  killed: 'fell execute eliminate liquidate neutralize neutralise bury',
  shot: 'strike hit spray',
  wounded: 'beat assault burn sicken slash wing',
  captured: 'seize hold snatch nab hijack ambush-capture',
  displaced: 'evacuate expel evict',
})

/** Verbs whose subject is harmed. */
export const UNDERGONE = table({
  killed: 'die perish succumb expire drown suffocate',
  missing: 'disappear vanish',
  displaced: 'flee',
})

/** Adjectives and participles said of people: "were dead", "25 dead", "left 3 dead", "the wounded". */
export const STATES = table({
  killed: 'dead deceased slain killed murdered martyred lifeless',
  wounded: 'wounded injured hurt hospitalized hospitalised maimed unconscious',
  missing: 'missing unaccounted',
  captured: 'captive hostage prisoner captured kidnapped abducted detained',
  displaced: 'displaced homeless',
})

/** Nouns for the harm itself: "the death of", "the killing of", "his murder". */
export const DEEDS = table({
  killed: `death killing murder assassination slaying execution massacre slaughter beheading lynching homicide manslaughter martyrdom
    suicide demise drowning murder-suicide butchery`,
  wounded: 'wounding injury maiming stabbing hospitalization hospitalisation wound',
  missing: 'disappearance',
  captured: 'kidnapping abduction capture arrest detention hostage-taking',
  displaced: 'displacement expulsion',
})

/** Nouns that count those harmed: "12 deaths", "three fatalities", "nine bodies", "24 martyrs", "six hostages". */
export const COUNTED = table({
  killed: 'death fatality body corpse martyr killing murder homicide slaying',
  wounded: 'injury wounded injured casualty',
  missing: 'missing disappearance',
  captured: 'hostage captive arrest detainee kidnapping abduction',
  displaced: 'displaced evacuee',
})

/** Nouns of people who were harmed, by themselves saying how: "four gunshot victims". */
export const TOLLS = words('toll tally count')

/** Nouns of a harm that somebody suffers or sustains, and verbs of doing so. */
export const SUFFER = words('suffer sustain receive incur endure nurse have')
export const SUFFERED = words(
  'wound injury burn gunshot laceration cut bruise fracture trauma graze shrapnel poisoning inhalation concussion amputation',
)

/** Nouns whose holders, claimed or lost, are lives: "claimed the lives of ten", "cost four lives". */
export const LIFE_VERBS = words('claim cost take lose end give sacrifice forfeit lay')

/** Words beside "shot", "wounded", "injured" that say the victim died: "fatally shot", "shot dead", "shot to death". */
export const DEADLY = words('fatally mortally lethally dead death fatal deadly')

/** Conditions of the living: whoever is "in critical condition" or "hospitalised" was hurt. */
export const CONDITIONS = words('condition hospital surgery')

/** What can die, be killed or be hurt without anybody being harmed. Lemmas. */
export const NOT_PEOPLE = words(`
  animal dog cat horse cow cattle sheep goat pig chicken bird fish elephant lion tiger bear deer wolf rabbit snake whale livestock pet puppy
  hope dream deal bill plan project idea proposal career battery engine phone peace process talk program programme show conversation
  chance feeling pride reputation economy market business trade price profit tourism industry sale relation tie interest image
  game season team party campaign record democracy freedom truth time light sound wind fire flame storm echo noise
  tree plant crop forest mosquito insect bee bacteria virus cell cancer germ weed ground vehicle car truck house home building window
  door wall street block crowd area arm leg head chest back stomach foot hand face neck shoulder torso abdomen thigh knee ear eye buttock hip
  wrist ankle finger toe jaw cheek hard road bridge ship boat plane aircraft helicopter tank bus it this that everything something nothing
  which what effect rest pain damage bullet round shot gun weapon car-bomb case charge night day morning evening today`)

const VERB_LISTS = [...DONE_TO.keys(), ...DONE_TO_PEOPLE.keys(), ...UNDERGONE.keys(), ...SUFFER, ...LIFE_VERBS]
const IRREGULAR: Readonly<Record<string, string>> = {
  fled: 'flee',
  slew: 'slay',
  slain: 'slay',
  shot: 'shoot',
  struck: 'strike',
  hit: 'hit',
  hurt: 'hurt',
  lost: 'lose',
  held: 'hold',
  beaten: 'beat',
  dying: 'die',
  fleeing: 'flee',
}

const formsOf = (verb: string): readonly string[] => {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(verb) && verb.length < 6 ? verb + verb.at(-1) : undefined
  const past = verb.endsWith('y') && !/[aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
  return [past, `${stem}ing`, `${verb}s`, ...(doubled ? [`${doubled}ed`, `${doubled}ing`] : [])]
}

/** The verb of an inflected form. The lemmatiser learns from a treebank, where some verbs of harm are rare. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ...VERB_LISTS.flatMap((verb) => formsOf(verb).map((form) => [form, verb] as const)),
  ...Object.entries(IRREGULAR),
])

export const lemmaOf = (token: Readonly<{ lower: string; lemma: string; upos: string }>): string =>
  token.upos === 'VERB' || token.upos === 'ADJ' || token.lower.endsWith('s') ? (FORMS.get(token.lower) ?? token.lemma) : token.lemma
