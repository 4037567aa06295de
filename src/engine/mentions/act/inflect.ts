const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    shot: 'shoot',
    slain: 'slay',
    slew: 'slay',
    beaten: 'beat',
    struck: 'strike',
    stricken: 'strike',
    blew: 'blow',
    blown: 'blow',
    took: 'take',
    taken: 'take',
    left: 'leave',
    fought: 'fight',
    hung: 'hang',
    hanged: 'hang',
    fled: 'flee',
    overran: 'overrun',
    threw: 'throw',
    thrown: 'throw',
    lost: 'lose',
    burnt: 'burn',
    went: 'go',
    gone: 'go',
    held: 'hold',
    hid: 'hide',
    hidden: 'hide',
    laid: 'lay',
    dying: 'die',
    retook: 'retake',
    retaken: 'retake',
  }),
)
const STEM_ENDINGS = ['ing', 'ed', 'en', 'es', 's'] as const

/**
 * The base form of a verb among those that a lexicon knows: the language core's lemma where it is known, else what the word's
 * ending allows. Rare verbs ("kidnapping", "torched") are often missing from the core's tables.
 */
export const findBaseForm = (word: string, lemma: string, isKnown: (base: string) => boolean): string | undefined => {
  if (isKnown(lemma)) return lemma
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return isKnown(irregular) ? irregular : undefined
  if (isKnown(word)) return word
  for (const ending of STEM_ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    const stem = word.slice(0, -ending.length)
    if (isKnown(stem)) return stem
    if (isKnown(`${stem}e`)) return `${stem}e`
    if (stem.at(-1) === stem.at(-2) && isKnown(stem.slice(0, -1))) return stem.slice(0, -1)
    if (stem.endsWith('i') && isKnown(`${stem.slice(0, -1)}y`)) return `${stem.slice(0, -1)}y`
  }
  return undefined
}
