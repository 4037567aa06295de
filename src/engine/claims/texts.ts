import { type Span, span } from '../../model/span.ts'
import type { Happening } from '../incidents/happening.ts'
import { phraseOf } from './describe.ts'
import { type Draft, draft } from './draft.ts'
import { baseOf, caseOf, objectsOf, subjectOf } from './grammar.ts'
import type { View } from './view.ts'

const MOST = 110

const clip = (view: View, from: number, to: number): Span => {
  const start = view.tokens[from]!.start
  let last = to
  while (last > from && view.tokens[last]!.end - start > MOST) last--
  return span(start, view.tokens[last]!.end)
}

/** As far as fits in whole phrases: "in response to repeated attacks", never "in response to repeated". */
const clipToPhrase = (view: View, from: number, to: number): Span => {
  const whole = clip(view, from, to)
  const { tokens } = view
  let depth = 0
  let last = -1
  for (let i = from; tokens[i]?.sentence === tokens[from]!.sentence && tokens[i]!.end - whole.start <= MOST; i++) {
    if (tokens[i]!.text === '(') depth++
    if (tokens[i]!.text === ')') depth--
    if (depth > 0 || !endsPhrase(view, i)) continue
    last = i
    // Behind the last word that belongs to it, the first end.
    if (i >= to) break
  }
  return last > from ? span(whole.start, tokens[last]!.end) : whole
}

/** A noun or a verb behind which a preposition, a clause or a mark follows, or nothing. */
const endsPhrase = ({ tokens }: View, i: number): boolean => {
  const [token, next] = [tokens[i]!, tokens[i + 1]]
  if (!/^(?:NOUN|PROPN|PRON|NUM|VERB|ADV|ADJ)$/.test(token.upos) && token.text !== ')') return false
  if (!next || next.sentence !== token.sentence) return true
  if (token.upos === 'ADJ' || token.xpos === 'VBG') return next.upos === 'PUNCT' && next.text !== '(' && !/^["“‘'-]$/.test(next.text)
  return /^(?:ADP|SCONJ|CCONJ)$/.test(next.upos) || /^(?:who|which|that|where)$/.test(next.lower) || /^[,;:.–—]$/.test(next.text)
}

const DAMAGING = /^(?:destroy|damage|burn|loot)$/
const THINGS = /^(?:people|person|man|woman|child|soldier|fighter|who|they|he|she)$/

/** What was destroyed or damaged. */
export const damageOf = (view: View, happenings: readonly Happening[]): readonly Draft[] => {
  const drafts: Draft[] = []
  const seen = new Set<string>()
  for (const happening of happenings) {
    if (!DAMAGING.test(happening.act)) continue
    const objects = [...objectsOf(view, happening.token), ...happening.targets.map(({ token }) => token)]
    const subject = subjectOf(view, happening.token)
    const thing =
      objects[0] ??
      (view.tokens[happening.token]!.xpos === 'VBN' || /^(?:collapse)$/.test(view.tokens[happening.token]!.lemma) ? subject : undefined)
    if (thing !== undefined && THINGS.test(view.tokens[thing]!.lemma)) continue
    const [first, last] = thing === undefined ? [happening.token, happening.token] : phraseOf(view, thing)
    const own = clip(view, Math.min(first, happening.token), Math.max(last, happening.token))
    const text = view.text.slice(own.start, own.end)
    if (seen.has(text.toLowerCase())) continue
    seen.add(text.toLowerCase())
    drafts.push(
      draft({
        attribute: 'damage',
        value: { text },
        spans: [own],
        statement: happening.statement,
        modality: happening.manner.modality,
        because: [`act/${happening.act}`, 'damage/what'],
      }),
    )
  }
  return drafts
}

const MOTIVE =
  /^(?:response|retaliation|revenge|reprisal|dispute|row|argument|quarrel|feud|robbery|land|ransom|motive|grudge|jealousy|reasons)$/
const MOTIVE_CASE = /^(?:in|over|for|because of|due to|out of|after|during|following)$/

/** Why it was done, as somebody says. */
export const motiveOf = (view: View, happenings: readonly Happening[]): readonly Draft[] => {
  const drafts: Draft[] = []
  const seen = new Set<number>()
  for (const happening of happenings)
    for (const child of [
      ...view.children(happening.token),
      ...(view.tokens[happening.token]!.head >= 0 ? view.children(view.tokens[happening.token]!.head) : []),
    ]) {
      const token = view.tokens[child]!
      if (seen.has(child) || token.sentence !== happening.sentence) continue
      const relation = baseOf(token)
      const byNoun = (relation === 'obl' || relation === 'nmod') && MOTIVE.test(token.lemma) && MOTIVE_CASE.test(caseOf(view, child))
      const byClause =
        relation === 'advcl' &&
        view
          .children(child)
          .some(
            (mark) =>
              view.tokens[mark]!.lower === 'because' ||
              (view.tokens[mark]!.lower === 'to' && /^(?:avenge|retaliate|protest|pressure|punish|intimidate|silence)$/.test(token.lemma)),
          )
      if (!byNoun && !byClause) continue
      seen.add(child)
      const marks = view.children(child).filter((mark) => mark < child)
      const first = Math.min(child, ...marks)
      let last = child
      for (let at = child; at < view.tokens.length && view.tokens[at]!.sentence === token.sentence && at < child + 20; at++) {
        let up = at
        for (let n = 0; n < 6 && up !== child && up >= 0; n++) up = view.tokens[up]!.head
        if (up === child && view.tokens[at]!.upos !== 'PUNCT') last = at
      }
      const own = clipToPhrase(view, first, last)
      drafts.push(
        draft({
          attribute: 'motive',
          value: { text: view.text.slice(own.start, own.end) },
          spans: [own],
          statement: happening.statement,
          modality: happening.manner.modality,
          because: ['motive/why'],
        }),
      )
    }
  return drafts
}

/** What the happening is called: the fullest name for each speaker. */
export const typesOf = (view: View, happenings: readonly Happening[]): readonly Draft[] => {
  const drafts = new Map<string, Draft>()
  const isDeedTold = happenings.some(({ family }) => family !== 'outcome')
  const isAsserted = happenings.some(({ manner }) => manner.modality === 'asserted')
  for (const happening of happenings) {
    if (happening.family === 'outcome' && isDeedTold) continue
    if (happening.manner.modality === 'denied' && isAsserted) continue
    const [first, last] = happening.nominal ? nameOf(view, happening.token) : [happening.token, happening.token]
    const own = clip(view, first, last)
    const key = `${happening.statement?.speaker ?? happening.statement?.id ?? ''} ${happening.act}`
    if (drafts.has(key)) continue
    drafts.set(
      key,
      draft({
        attribute: 'type',
        value: { text: view.text.slice(own.start, own.end) },
        spans: [own],
        statement: happening.statement,
        modality: happening.manner.modality,
        because: [`act/${happening.act}`],
      }),
    )
  }
  return [...drafts.values()]
}

/** The noun with the nouns before it: "rocket artillery attack". */
const nameOf = (view: View, i: number): readonly [number, number] => {
  let first = i
  while (
    first > 0 &&
    view.tokens[first - 1]!.sentence === view.tokens[i]!.sentence &&
    baseOf(view.tokens[first - 1]!) === 'compound' &&
    view.tokens[first - 1]!.upos === 'NOUN' &&
    i - first < 4
  )
    first--
  return [first, i]
}
