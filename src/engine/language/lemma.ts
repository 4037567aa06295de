import { VERBS_OF_VIOLENCE } from './verbs-of-violence.ts'

/** Lemmas: exceptions by word and tag, then the longest suffix rule of the tag ("VBD ied" → "y"), else the word itself. */
export type Lemmatiser = Readonly<{ exceptions: ReadonlyMap<string, string>; rules: ReadonlyMap<string, string> }>

type Kept = Readonly<{ exceptions: Readonly<Record<string, string>>; rules: Readonly<Record<string, string>> }>

/** Longest ending a rule looks at. */
export const LONGEST_ENDING = 5

export const readLemmatiser = (bytes: Uint8Array): Lemmatiser => {
  const kept = JSON.parse(new TextDecoder().decode(bytes)) as Kept
  return { exceptions: new Map(Object.entries(kept.exceptions)), rules: new Map(Object.entries(kept.rules)) }
}

/** The lemma of a word with a Penn tag. Names keep their spelling; a word in a text all in capitals is read in small letters. */
export const findLemma = (lemmatiser: Lemmatiser, form: string, lower: string, upos: string, xpos: string): string => {
  if (xpos === 'NNP' || upos === 'X' || upos === 'SYM' || upos === 'NUM') return form
  if (xpos === 'NNPS') return form.replace(/s$/i, '')
  const straight = lower.replace('’', "'")
  const known = upos === 'VERB' ? VERBS_OF_VIOLENCE.get(straight) : undefined
  if (known !== undefined) return known
  const exception = lemmatiser.exceptions.get(`${xpos} ${straight}`)
  if (exception !== undefined) return exception
  for (let length = Math.min(LONGEST_ENDING, straight.length - 1); length >= 0; length -= 1) {
    const ending = straight.slice(straight.length - length)
    const rule = lemmatiser.rules.get(`${xpos} ${ending}`)
    if (rule !== undefined) return straight.slice(0, straight.length - length) + rule
  }
  return straight
}
