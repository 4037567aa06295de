/**
 * Verbs of reports on violence that are rare or absent in the treebanks, where the lemmatiser's endings go wrong ("shelled",
 * "beheaded", "fled"). Regular ones are listed by lemma, irregular forms by form.
 */
const REGULAR = `abduct airlift ambush annihilate arrest assassinate assault attack batter behead besiege blast bludgeon bomb bombard butcher
  capture clash collapse decapitate demolish detain detonate devastate displace down dynamite encircle evacuate execute exchange explode
  extort fire firebomb flatten graze harm hijack hospitalize hospitalise hurl incinerate injure intercept invade jail kidnap kill launch level
  liquidate loot lynch maim massacre martyr mine mortar murder mutilate neutralize neutralise obliterate perish pillage plunder pound pummel
  raid ram ransack rape ravage raze recapture repel repulse retaliate riot rob rocket sabotage seize shell shoot slash slaughter smash snatch
  stab starve storm strafe strangle target terrorize topple torch torture trap uproot vandalize whip wound`
const IRREGULAR: Readonly<Record<string, string>> = {
  struck: 'strike',
  striking: 'strike',
  slew: 'slay',
  slain: 'slay',
  slaying: 'slay',
  shot: 'shoot',
  shooting: 'shoot',
  fled: 'flee',
  fleeing: 'flee',
  hit: 'hit',
  hitting: 'hit',
  hurt: 'hurt',
  hurting: 'hurt',
  blew: 'blow',
  blown: 'blow',
  overran: 'overrun',
  overrun: 'overrun',
  fought: 'fight',
  beat: 'beat',
  beaten: 'beat',
  died: 'die',
  dying: 'die',
}

const DOUBLING = /^(?:stab|rob|ram|kidnap|trap|repel|whip|down|raid)$/

const formsOf = (verb: string): readonly string[] => {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  const base = DOUBLING.test(verb) && /[^aeiou][aeiou][bdglmnprt]$/.test(verb) ? verb + verb.at(-1) : stem
  return [`${base}ed`, `${base}ing`, /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`]
}

/** The lemma of a verb form of violence; undefined for all other words. */
export const VERBS_OF_VIOLENCE: ReadonlyMap<string, string> = new Map([
  ...REGULAR.split(/\s+/).flatMap((verb) => formsOf(verb).map((form) => [form, verb] as const)),
  ...Object.entries(IRREGULAR),
])
