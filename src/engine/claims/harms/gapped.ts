import { phraseAfter } from '../chunks.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { harmRule } from './reading.ts'
import type { Harm } from './words.ts'

const BEFALLEN: ReadonlyMap<string, Harm> = new Map(
  Object.entries({
    killed: 'killed killing kills kill dead died dying slain murdered perished fell deaths',
    wounded: 'wounded wounding wounds injured injuring injures hurt',
    missing: 'missing disappeared',
    captured: 'abducted kidnapped kidnapping seized captured arrested detained',
    shot: 'shot',
  } as const).flatMap(([harm, list]) => list.split(' ').map((word) => [word, harm as Harm] as const)),
)
const WHERE = /^(?:in|at|near|on|outside|inside|along|around|by|from)$/
const MORE = /^(?:more|others|other|people|further|additional)$/
const HEDGE = /^(?:at|least|about|around|another|some|nearly|almost|as|many|up|to|over|more|than|a|further|one)$/
const HEDGES = 5
const REACH = 24
const WORD = /^(?:dozens|scores|hundreds|several|one)$/

/** The last token of a number and the people it counts, where a place follows at once: "four in", "eight more in", "three soldiers in". */
const counted = (view: View, i: number): number | undefined => {
  const { tokens } = view
  for (let at = i + 1; at < i + 4; at++) {
    const token = tokens[at]
    if (!token || token.sentence !== tokens[i]!.sentence) return undefined
    if (WHERE.test(token.lower)) return at
    const isPeople = MORE.test(token.lower) || (token.upos === 'NOUN' && meansPeople(view, at) === true)
    if (!isPeople && token.upos !== 'ADJ') return undefined
  }
  return undefined
}

const isTime = (view: View, head: number | undefined): boolean =>
  head === undefined || view.tokens[head]!.upos === 'NUM' || view.within('time', view.tokens[head]!).length > 0

/** "in the second", "at the other": a place told by its order. */
const isOrdered = (view: View, where: number): boolean =>
  view.tokens[where + 1]?.lower === 'the' &&
  /^(?:first|second|third|fourth|fifth|other|latter|former)$/.test(view.tokens[where + 2]?.lower ?? '')

const QUOTE = /^["“”]$/

/** "The clinic spoke of 34 injured, the army of \"more than twenty\"": the number of whoever speaks next, by what the first one's were. */
const spokenNext = (view: View, i: number): Harm | undefined => {
  const { tokens } = view
  const { first } = view.sentences[tokens[i]!.sentence]!
  const next = tokens[QUOTE.test(tokens[i + 1]?.text ?? '') ? i + 2 : i + 1]
  if (next && next.sentence === tokens[i]!.sentence && next.upos !== 'PUNCT' && next.lower !== 'and') return undefined
  let of = i - 1
  for (let n = 0; n < HEDGES && (HEDGE.test(tokens[of]?.lower ?? '') || QUOTE.test(tokens[of]?.text ?? '')); n++) of--
  if (tokens[of]?.lower !== 'of' || of <= first) return undefined
  for (let at = of - 1; at > first + 1 && of - at < REACH; at--) {
    const harm = BEFALLEN.get(tokens[at]!.lower)
    if (!harm) continue
    const before = tokens.slice(Math.max(first, at - 8), at)
    return before.some(({ lower }, n) => /^sp(?:oke|eaks?)$/.test(lower) && before[n + 1]?.lower === 'of') ? harm : undefined
  }
  return undefined
}

/** The word that said what became of those counted first, with a place behind it and nothing else told in between. */
const saidBefore = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const { first } = view.sentences[tokens[i]!.sentence]!
  let placed = false
  for (let at = i - 1; at >= first && i - at < REACH; at--) {
    const token = tokens[at]!
    if (BEFALLEN.has(token.lower)) return placed ? at : undefined
    if (token.upos === 'VERB' || token.upos === 'SCONJ' || /^(?:;|but|while|who|which|that|said|including|among)$/.test(token.lower))
      return undefined
    if (WHERE.test(token.lower) && !isTime(view, phraseAfter(view, at))) placed = true
  }
  return undefined
}

/** "eight killed in Aleppo and four in Idlib", "38 died at the scene and 12 in hospital": the verb is left out the second time. */
export const gapped = harmRule({
  name: 'harm/gapped',
  about: 'A second number at a second place, its verb left out: "eight were killed in Aleppo and four in Idlib".',
  at: (view, i) => {
    const { tokens } = view
    const token = tokens[i]!
    if (!(token.upos === 'NUM' || WORD.test(token.lower)) || view.within('count', token).length === 0) return []
    const spoken = spokenNext(view, i)
    if (spoken) return [{ harm: spoken, patients: [i] }]
    const where = counted(view, i)
    if (where === undefined || view.within('time', token).length > 0) return []
    if (!isOrdered(view, where) && isTime(view, phraseAfter(view, where))) return []
    let before = i - 1
    for (let n = 0; n < HEDGES && HEDGE.test(tokens[before]?.lower ?? ''); n++) before--
    if (!/^(?:and|,)$/.test(tokens[before]?.lower ?? '') || tokens[before]!.sentence !== token.sentence) return []
    const said = saidBefore(view, before)
    if (said === undefined) return []
    const noun = [where - 1, i].find((at) => at === i || (tokens[at]!.upos === 'NOUN' && meansPeople(view, at) === true))!
    return [{ harm: BEFALLEN.get(tokens[said]!.lower)!, patients: [noun], predicate: said }]
  },
  examples: [
    'Eight people were killed in Aleppo and «four» in Idlib.',
    'Thirty-eight died at the scene and «12» in hospital.',
    'Nine were killed at the checkpoint, «11» at the market and «one» in a taxi.',
    'Gunmen killed six farmers in Kuba and «eight» more in Tirsa.',
    'Eighteen died in the first explosion and «22» in the second.',
    'The clinic spoke of 34 injured, the army of “more than «twenty»”.',
    'The police speak of 12 dead, the residents of at least «30».',
  ],
  counterExamples: [
    'The clinic spoke of 34 injured, the army of two bridges.',
    'Eight people were killed in 2019 and four in 2020.',
    'Eight people were killed and four in the car fled.',
    'The court sentenced eight men in Aleppo and four in Idlib.',
  ],
})
