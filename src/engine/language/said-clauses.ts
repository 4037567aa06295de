import type { Token } from './parsed.ts'

type Open = { -readonly [K in keyof Token]: Token[K] }

const SAYING = /^(?:say|claim|report|allege|state|confirm|announce|add|tell|believe)$/
const HARMING =
  /^(?:kill|wound|injure|maim|behead|execute|shoot|stab|hit|strike|bomb|shell|burn|torch|destroy|damage|kidnap|abduct|die|explode)$/

/**
 * "The ministry said a drone struck a mosque and killed 12": the parser may join the second deed to "said". Who says does not do it,
 * unless a subject of its own says so: the deed is joined to the first one of what is said.
 */
export const joinDeedsToWhatIsSaid = (sentence: readonly Open[]): void => {
  const first = sentence[0]?.i ?? 0
  for (const token of sentence) {
    if (token.deprel !== 'conj' || token.upos !== 'VERB' || !HARMING.test(token.lemma)) continue
    const saying = sentence[token.head - first]
    if (!saying || !SAYING.test(saying.lemma) || sentence.some(({ head, deprel }) => head === token.i && deprel.startsWith('nsubj')))
      continue
    const said = sentence.find(({ head, deprel, i }) => head === saying.i && deprel === 'ccomp' && i > saying.i && i < token.i)
    if (said) token.head = said.i
  }
}
