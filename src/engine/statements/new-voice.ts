import type { Tree } from './clause.ts'

/** How many words on the next speaker's verb may stand. Longer clauses are rather told by the one who speaks. */
const REACH = 16
/** Verbs with which somebody else speaks up or gives a figure. */
const SPEAKS = new Set(
  'say add tell deny insist put speak count report confirm admit acknowledge claim estimate record list give state announce'.split(' '),
)

/** "…; the army put it at nine", "…, while the opposition spoke of eleven dead": at this mark another speaker has the word. */
export const speaksAnew = (tree: Tree, i: number): boolean => {
  const { tokens, sentence } = tree
  const text = tokens[i]?.text
  if (text !== ';' && !(text === ',' && /^(?:while|whereas|but)$/.test(tokens[i + 1]?.lower ?? ''))) return false
  for (let at = i + 2; at < Math.min(sentence.last, i + REACH); at++) {
    const token = tokens[at]
    if (!token || token.text === ';') return false
    if (!['VBD', 'VBZ', 'VBP'].includes(token.xpos) || token.upos === 'AUX') continue
    const speaker = tree.children(token.i).find((child) => child.deprel === 'nsubj' && child.i > i && child.i < token.i)
    return speaker !== undefined && speaker.upos !== 'PRON' && SPEAKS.has(token.lemma)
  }
  return false
}
