import type { IncidentStatus } from '../../model/incident.ts'
import { type Span, span } from '../../model/span.ts'
import type { View } from '../claims/view.ts'
import type { Happening } from './happening.ts'

/** One incident said to answer another. `at`: the words that say so. */
export type Response = Readonly<{ from: Happening; to: Happening; at: Span }>

type Known = Readonly<{ happenings: readonly Happening[]; status: IncidentStatus }>

/** The words, up to where what is answered begins. Bounded, plain alternatives. */
const ANSWERING =
  /\b(?:in (?:direct |apparent )?(?:response|retaliation|revenge|reprisal|reply|retribution|answer|vengeance)(?: (?:to|for|against))?|(?:as|its|their|his|our|the|an?|was|were) (?:\w+ )?(?:response|retaliation|revenge|reprisal|answer|reply) (?:to|for)|(?:revenge|retaliatory|reprisal) (?:attack|mission|raid|strike|operation|killing|shooting|bombing)s?|to (?:avenge|retaliate for|answer)|avenging|retaliat(?:ed|ing|ory)(?: (?:for|against))?)\b/gi

/** The answer itself comes behind the words, and what it answers was told before them: "responded by shelling the town". */
const ANSWERS_WITH = /\b(?:responded|retaliated|answered|replied|hit back|struck back|avenged (?:\w+ ){1,4}?(?:\w+ )?)\s*(?:by|with)\b/i

/** "In retaliation" alone, "a revenge mission": what was told just before. */
const BARE =
  /(?:(?:response|retaliation|revenge|reprisal|reply|retribution|answer|vengeance|retaliated|retaliating)|(?:revenge|retaliatory|reprisal) \w+)$/i

const REACH = 130
/** How many happenings back or of one place are looked at. */
const NEAR = 30

/** "This is our answer to …", "The strike may be the answer to …": what was told before answers. */
const POINTING =
  /^(?:this|that|it|these|those|(?:the|our) (?:strike|attack|raid|action|operation|assault|bombing|shelling|killing|blast|ambush)s?) (?:is|was|were|are|came(?: as)?|(?:may|might|could|must|would|can) (?:well )?(?:be|have been))(?: (?:also|only|perhaps|probably|likely|apparently))?\s*$/i

type Homed = Readonly<{ happening: Happening; home: Known }>

/** Do words that open a sentence point at what was told before it? */
export const isPointingBack = (words: string): boolean => words.length < 80 && POINTING.test(words)

const lastBefore = (all: readonly Homed[], until: number, test: (one: Homed) => boolean): Homed | undefined =>
  all.slice(Math.max(0, until - NEAR), until).findLast(test)

/** Which incidents are said to answer which, in document order. */
export const findResponses = (view: View, incidents: readonly Known[]): readonly Response[] => {
  const real = incidents.filter(({ status }) => status === 'happened' || status === 'attempted')
  if (real.length < 2) return []
  const all = real
    .flatMap((home) => home.happenings.map((happening) => ({ happening, home })))
    .sort((a, b) => a.happening.token - b.happening.token)
  const bySentence = new Map<number, Homed[]>()
  const byPlace = new Map<string, Homed[]>()
  const index = new Map(all.map((one, at) => [one, at]))
  const push = <K>(map: Map<K, Homed[]>, key: K, one: Homed): void => {
    const list = map.get(key)
    if (list) list.push(one)
    else map.set(key, [one])
  }
  for (const one of all) {
    push(bySentence, one.happening.sentence, one)
    for (const name of new Set(one.happening.places.map(({ mention }) => mention.name))) if (name !== null) push(byPlace, name, one)
  }
  const found: Response[] = []
  for (const sentence of view.sentences) {
    if (!view.bears(sentence.first)) continue
    const words = view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1200))
    const own = bySentence.get(sentence.i) ?? []
    if (own.length === 0) continue
    const countering = ANSWERS_WITH.exec(words)
    if (countering) {
      const start = sentence.start + countering.index
      const end = start + countering[0].length
      const answer = own.find(({ happening }) => happening.start >= end && happening.start < end + REACH)
      const cause = answer && lastBefore(all, index.get(answer)!, ({ happening, home }) => home !== answer.home && happening.start < start)
      if (answer && cause) found.push({ from: answer.happening, to: cause.happening, at: span(start, answer.happening.end) })
      continue
    }
    for (const match of words.matchAll(ANSWERING)) {
      const start = sentence.start + match.index
      const end = start + match[0].length
      const before = own.filter(({ happening }) => happening.start < start)
      const behind = own.filter(({ happening }) => happening.start >= end && happening.start < end + REACH)
      // "This is our answer to the massacre": what was told before. "In reply to the raid the army shelled the camp": the answer may stand last.
      const isPointing = before.length === 0 && isPointingBack(view.text.slice(sentence.start, start))
      const first = isPointing
        ? lastBefore(all, index.get(own[0]!)!, ({ home }) => home !== behind[0]?.home)
        : (before.at(-1) ?? behind.at(-1))
      if (!first) continue
      const named = behind.find(({ home }) => home !== first.home)
      const place = view.within('place', span(end, Math.min(sentence.end, end + 40)))[0]
      const there = place?.name
        ? byPlace
            .get(place.name)
            ?.slice(0, NEAR)
            .find(({ home }) => home !== first.home)
        : undefined
      const until = index.get(before[0] ?? first) ?? 0
      const last = BARE.test(match[0]) ? lastBefore(all, until, ({ home }) => home !== first.home) : undefined
      const target = named ?? there ?? last
      if (target)
        found.push({
          from: first.happening,
          to: target.happening,
          at: span(
            start,
            Math.min(
              sentence.end,
              Math.max(end, target.happening.start >= end && target.happening.start < end + REACH ? target.happening.end : end),
            ),
          ),
        })
      break
    }
  }
  return found
}
