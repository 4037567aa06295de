import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import { baseOf, caseOf } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { classOfNoun, singular } from '../mentions/party/nouns.ts'

const EVENTIVE: ReadonlySet<string> = new Set(
  'occur happen take come begin start last unfold erupt break end continue target be carry launch conduct follow result leave make stage mount report'.split(
    ' ',
  ),
)
const LIMIT = 10

/** What answers something told of before. */
export const RESPONSE = /^(?:response|retaliation|revenge|reprisal|vengeance|reaction|answer|reply)$/

/** The token of a mention on which the others depend. */
export const headOf = (view: View, mention: Readonly<{ start: number; end: number }>): number => {
  const first = view.tokenAt(mention.start)
  let last = first
  while (last + 1 < view.tokens.length && view.tokens[last + 1]!.start < mention.end) last++
  for (let i = first; i <= last; i++) {
    const token = view.tokens[i]!
    if (token.upos === 'PUNCT') continue
    if (token.head < first || token.head > last) return i
  }
  return last
}

/** How a time or a place hangs on a word for an act: the word, and the first step of the way there. */
export type Hold = Readonly<{ trigger: number; first: number; through: readonly number[] }>

type Told = Readonly<{ content: readonly Span[] }>
const TOLD = new WeakMap<View, ReadonlyMap<number, readonly Told[]>>()

/** What each word of saying tells, by the word's token. */
const toldBy = (view: View): ReadonlyMap<number, readonly Told[]> => {
  const known = TOLD.get(view)
  if (known) return known
  const map = new Map<number, Told[]>()
  for (const { cue, content } of view.context.statements) {
    if (!cue) continue
    const at = view.tokenAt(cue.start)
    map.set(at, [...(map.get(at) ?? []), { content }])
  }
  TOLD.set(view, map)
  return map
}

/** "… said the jets struck on Friday": the stretch of what was told that the word stands in, although the parse hangs it on the saying. */
const toldAround = (view: View, cue: number, i: number): Span | undefined => {
  const token = view.tokens[i]!
  for (const { content } of toldBy(view).get(cue) ?? [])
    for (const piece of content) if (piece.start < token.start && token.end <= piece.end) return piece
  return undefined
}

const VERB_BETWEEN = 14

/** The word for an act right before `i` in a stretch of what was told, with no other clause between. */
const actBefore = (view: View, { start }: Span, i: number, isTrigger: (i: number) => boolean): number | undefined => {
  const { tokens } = view
  for (let at = i - 1; at >= 0 && i - at <= VERB_BETWEEN * 2 && tokens[at]!.end > start; at--) {
    if (isTrigger(at)) return at
    if (tokens[at]!.text === ';' || tokens[at]!.sentence !== tokens[i]!.sentence) return undefined
  }
  return undefined
}

/** "In the town of Samarra, gunmen killed four, police said": the first word for an act behind what opens the stretch told. */
const actAfter = (view: View, { start, end }: Span, i: number, isTrigger: (i: number) => boolean): number | undefined => {
  const { tokens } = view
  if (view.tokens.slice(view.tokenAt(start), i).some((token) => isTrigger(token.i) || token.upos === 'VERB')) return undefined
  for (let at = i + 1; at < tokens.length && at - i <= VERB_BETWEEN && tokens[at]!.start < end; at++) {
    if (isTrigger(at)) return at
    if (tokens[at]!.text === ';' || tokens[at]!.sentence !== tokens[i]!.sentence) return undefined
  }
  return undefined
}

/** "said in Geneva on Monday": where and when it was said, not what happened. */
export const isOfSaying = (view: View, head: number): boolean => {
  const cues = toldBy(view)
  let at = head
  for (let n = 0; n < 4; n++) {
    const token = view.tokens[at]!
    if (token.head < 0 || !/^(?:obl|nmod|advmod|compound|flat|appos)$/.test(baseOf(token))) return false
    at = token.head
    if (cues.has(at)) return toldAround(view, at, head) === undefined
  }
  return false
}

/** The first word for an act that goes along with a verb: beside it, behind its colon, or in a clause that nothing sets apart ("…, killing four"). */
const actAlong = (view: View, verb: number, from: number, isTrigger: (i: number) => boolean): number | undefined =>
  view
    .children(verb)
    .find(
      (child) =>
        child !== from &&
        isTrigger(child) &&
        /^(?:conj|parataxis|advcl)/.test(view.tokens[child]!.deprel) &&
        !view.children(child).some((one) => view.tokens[one]!.deprel === 'mark'),
    )

/** Times that bound a stretch ("since Monday", "as of noon") are no time of a deed. */
const BOUNDING = /^(?:since|until|till|as of|through|up to)$/

const PRINTED = /\b(?:posted|published|updated|modified)\b[^.\n]{0,50}$/i

/** "since Monday", "Posted: Friday, …": a time of no deed. */
export const isBounding = (view: View, head: number): boolean => {
  const { start } = view.tokens[head]!
  return BOUNDING.test(caseOf(view, head)) || PRINTED.test(view.text.slice(Math.max(0, start - 60), start))
}

/** "last month's coup", "the 2014 truce": the time of something that is no deed told of here. */
const isOfAnother = (view: View, i: number, isTrigger: (i: number) => boolean): boolean => {
  const token = view.tokens[i]!
  if (token.head < 0 || !(token.deprel === 'nmod:poss' || baseOf(token) === 'compound')) return false
  const noun = view.tokens[token.head]!
  if (isTrigger(noun.i) || (noun.upos !== 'NOUN' && noun.upos !== 'PROPN')) return false
  const word = caseOf(view, noun.i)
  return token.deprel === 'nmod:poss' ? /^(?:against|about|over|for|of|from|since|to|with|on)$/.test(word) : BOUNDING.test(word)
}

/**
 * The word for an act that a time or a place belongs to by the parse: the nearest above it, or the one that a verb such as "took
 * place" has as its subject. A verb of saying ends the way: "said on Sunday" dates the saying.
 */
export const holderOf = (
  view: View,
  head: number,
  isTrigger: (i: number) => boolean,
  isCue: (i: number) => boolean,
  whose: 'time' | 'place',
): Hold | undefined => {
  const { tokens } = view
  const through: number[] = []
  if (whose === 'time' && (isBounding(view, head) || isOfAnother(view, head, isTrigger))) return undefined
  let at = head
  for (let n = 0; n < LIMIT; n++) {
    if (at !== head && isTrigger(at)) return { trigger: at, first: head, through }
    const token = tokens[at]!
    if (at !== head) {
      through.push(at)
      // "the strikes on Kharkiv were the answer to Belgorod": where the other was.
      if (whose === 'place' && RESPONSE.test(token.lemma) && caseOf(view, through.length > 1 ? through.at(-2)! : head) === 'to')
        return undefined
      if (isCue(at)) {
        const told = toldAround(view, at, head)
        const own = told && (actBefore(view, told, head, isTrigger) ?? actAfter(view, told, head, isTrigger))
        return own === undefined ? undefined : { trigger: own, first: head, through }
      }
      if (
        token.upos === 'VERB' ||
        token.upos === 'AUX' ||
        token.upos === 'ADJ' ||
        view.children(at).some((child) => tokens[child]!.deprel === 'cop')
      ) {
        const below = view
          .children(at)
          .filter((child) => isTrigger(child) && /^(?:nsubj|obj|obl|xcomp|advcl)/.test(tokens[child]!.deprel) && child !== head)
        const subject =
          below.find((child) => tokens[child]!.deprel.startsWith('nsubj')) ??
          below.find((child) => tokens[child]!.deprel.startsWith('obj')) ??
          below[0]
        if (
          subject !== undefined &&
          (EVENTIVE.has(token.lemma) ||
            tokens[subject]!.deprel.startsWith('nsubj') ||
            tokens[subject]!.deprel.startsWith('obj') ||
            tokens[subject]!.deprel === 'xcomp')
        )
          return { trigger: subject, first: head, through }
        // "On May 23 a man was dragged from his shop and killed", "In Mosul a bomber walked into a cafe: five dead".
        const along = actAlong(view, at, head, isTrigger)
        if (along !== undefined) return { trigger: along, first: head, through }
        if (baseOf(token) === 'acl' && !isTrigger(token.head)) return undefined
      }
      const noun = whose === 'place' && token.upos === 'NOUN' ? classOfNoun(singular(token.lemma)) : undefined
      // "a resident of Aleppo", "the man from Ohio": where somebody is from.
      if (noun === 'person' && n > 0 && /^(?:of|from)$/.test(caseOf(view, through.length > 1 ? through.at(-2)! : head))) return undefined
      // "fuel lorries from Libya".
      if (noun === 'vehicle' && n > 0 && caseOf(view, through.length > 1 ? through.at(-2)! : head) === 'from') return undefined
      if (noun === 'organisation' && n > 0 && token.lemma !== 'community') return undefined
    }
    if (token.head < 0) return undefined
    // "When" and "after" clauses tell of something else than their main clause, unless that has no act of its own.
    at = token.head
  }
  return undefined
}

/** The nearest word for an act to one that the parse connects with nothing. */
export const nearestIn = (triggers: readonly number[], head: number): number | undefined => {
  let best: number | undefined
  for (const trigger of triggers) if (best === undefined || Math.abs(trigger - head) < Math.abs(best - head)) best = trigger
  return best
}

export const byToken = <M extends Mention>(view: View, mentions: readonly M[]): ReadonlyMap<number, readonly M[]> => {
  const map = new Map<number, M[]>()
  for (const mention of mentions) {
    const sentence = view.tokens[view.tokenAt(mention.start)]?.sentence
    if (sentence === undefined) continue
    const list = map.get(sentence)
    if (list) list.push(mention)
    else map.set(sentence, [mention])
  }
  return map
}
