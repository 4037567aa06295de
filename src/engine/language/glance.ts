import type { Token, Upos } from './parsed.ts'

const NUMBER = /^[\d.,:/-]*\d[\d.,:/-]*$/
const WORD = /[\p{L}\p{N}]/u
const CAPITAL = /^\p{Lu}/u

/** What a word's spelling alone says of its kind, for sentences that are not read: a number, a mark, a name, or anything. */
export const kindBySpelling = (form: string, first: boolean, shouted: boolean): Pick<Token, 'xpos'> & { upos: Upos } => {
  if (NUMBER.test(form.slice(0, 40))) return { upos: 'NUM', xpos: 'CD' }
  if (!WORD.test(form)) return { upos: 'PUNCT', xpos: form.startsWith('.') || form === '!' || form === '?' ? '.' : ',' }
  if (CAPITAL.test(form) && !first && !shouted) return { upos: 'PROPN', xpos: 'NNP' }
  return { upos: 'X', xpos: 'FW' }
}
