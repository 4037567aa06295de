import type { ParsedText, Sentence, Token, Upos } from './parsed.ts'

/**
 * A parsed text written by hand, for examples and tests: one sentence to a line, words as `form/XPOS/head/relation`, where head
 * is the number of a word in the line, from 1, and 0 the root: `Gunmen/NNS/2/nsubj fled/VBD/0/root`.
 */
export const toParsedText = (lines: readonly string[]): ParsedText => {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let text = ''
  for (const line of lines) {
    const first = tokens.length
    const words = line.split(' ').map((word) => word.split('/') as [string, string, string, string])
    for (const [form, xpos, head, deprel] of words) {
      if (text !== '') text += ' '
      const start = text.length
      text += form
      tokens.push({
        start,
        end: text.length,
        i: tokens.length,
        text: form,
        lower: form.toLowerCase(),
        lemma: form.toLowerCase(),
        upos: uposOf(xpos, deprel),
        xpos,
        head: head === '0' ? -1 : first + Number(head) - 1,
        deprel,
        name: 'O',
        sentence: sentences.length,
      })
    }
    const last = tokens.length
    sentences.push({ i: sentences.length, start: tokens[first]!.start, end: text.length, first, last, passage: 'p1' })
  }
  return { text, tokens, sentences }
}

const KINDS: readonly (readonly [RegExp, Upos])[] = [
  [/^NNP/, 'PROPN'],
  [/^NN/, 'NOUN'],
  [/^MD/, 'AUX'],
  [/^VB/, 'VERB'],
  [/^JJ/, 'ADJ'],
  [/^RB/, 'ADV'],
  [/^(?:PRP\$?|WP\$?|WDT)$/, 'PRON'],
  [/^DT/, 'DET'],
  [/^IN/, 'ADP'],
  [/^TO/, 'PART'],
  [/^CC/, 'CCONJ'],
  [/^CD/, 'NUM'],
]

const uposOf = (xpos: string, deprel: string): Upos => {
  if (/^(?:aux|cop)/.test(deprel)) return 'AUX'
  if (deprel === 'mark' && xpos === 'IN') return 'SCONJ'
  return KINDS.find(([pattern]) => pattern.test(xpos))?.[1] ?? 'PUNCT'
}
