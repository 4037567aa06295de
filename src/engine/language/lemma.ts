import { VERBS_OF_VIOLENCE } from './verbs-of-violence.ts'

/**
 * Lemmas: exceptions by word and tag; then, for regular endings, the commonest known word that the form may come from ("shelled":
 * shell, not shel or shelle); then the longest suffix rule of the tag ("JJR ier" → "y"); else the word itself.
 */
export type Lemmatiser = Readonly<{
  exceptions: ReadonlyMap<string, string>
  rules: ReadonlyMap<string, string>
  /** A word's place in a list by frequency, the commonest first. */
  rankOf: (word: string) => number | undefined
  /** Lemmas found before, by tag and word; never more than REMEMBERED for a tag. */
  found: Map<string, Map<string, string>>
}>

const REMEMBERED = 5000

type Kept = Readonly<{ exceptions: Readonly<Record<string, string>>; rules: Readonly<Record<string, string>> }>

/** Longest ending a rule looks at. */
export const LONGEST_ENDING = 5

export const readLemmatiser = (bytes: Uint8Array, rankOf: Lemmatiser['rankOf']): Lemmatiser => {
  const kept = JSON.parse(new TextDecoder().decode(bytes)) as Kept
  return { exceptions: new Map(Object.entries(kept.exceptions)), rules: new Map(Object.entries(kept.rules)), rankOf, found: new Map() }
}

/** The lemma of a word with a Penn tag. Names keep their spelling; a word in a text all in capitals is read in small letters. */
export const findLemma = (lemmatiser: Lemmatiser, form: string, lower: string, upos: string, xpos: string): string => {
  if (xpos === 'NNP' || upos === 'X' || upos === 'SYM' || upos === 'NUM') return form
  if (xpos === 'NNPS') return form.replace(/s$/i, '')
  const key = upos === 'VERB' ? `v${xpos}` : xpos
  let known = lemmatiser.found.get(key)
  if (known === undefined || known.size >= REMEMBERED) {
    known = new Map()
    lemmatiser.found.set(key, known)
  }
  let lemma = known.get(lower)
  if (lemma === undefined) {
    lemma = workOut(lemmatiser, lower.replace('’', "'"), upos, xpos)
    known.set(lower, lemma)
  }
  return lemma
}

const workOut = (lemmatiser: Lemmatiser, straight: string, upos: string, xpos: string): string => {
  const known = upos === 'VERB' ? VERBS_OF_VIOLENCE.get(straight) : undefined
  if (known !== undefined) return known
  const exception = lemmatiser.exceptions.get(`${xpos} ${straight}`)
  if (exception !== undefined) return exception
  const regular = findRegular(lemmatiser, straight, xpos)
  if (regular !== undefined) return regular
  for (let length = Math.min(LONGEST_ENDING, straight.length - 1); length >= 0; length -= 1) {
    const ending = straight.slice(straight.length - length)
    const rule = lemmatiser.rules.get(`${xpos} ${ending}`)
    if (rule !== undefined) return straight.slice(0, straight.length - length) + rule
  }
  return straight
}

const DOUBLED = /([bdgklmnprtz])\1$/

/** What a form with a regular ending may come from. */
const listOrigins = (form: string, xpos: string): readonly string[] => {
  const without = (count: number): string => form.slice(0, form.length - count)
  if ((xpos === 'VBD' || xpos === 'VBN') && form.endsWith('ied')) return [`${without(3)}y`, without(1)]
  if ((xpos === 'VBD' || xpos === 'VBN') && form.endsWith('ed')) return withStem(without(2))
  if (xpos === 'VBG' && form.endsWith('ing')) return withStem(without(3))
  if ((xpos === 'VBZ' || xpos === 'NNS') && form.endsWith('ies')) return [`${without(3)}y`, without(1)]
  if ((xpos === 'VBZ' || xpos === 'NNS') && form.endsWith('es')) return [without(1), without(2)]
  return []
}

const withStem = (stem: string): readonly string[] => (DOUBLED.test(stem) ? [`${stem}e`, stem, stem.slice(0, -1)] : [`${stem}e`, stem])

const findRegular = ({ rankOf }: Lemmatiser, form: string, xpos: string): string | undefined => {
  let found: string | undefined
  let best = Number.POSITIVE_INFINITY
  for (const origin of listOrigins(form, xpos)) {
    const rank = origin.length < 2 ? undefined : rankOf(origin)
    if (rank === undefined || rank >= best) continue
    best = rank
    found = origin
  }
  return found
}
