import type { Casualty } from '../claims/casualties.ts'
import type { View } from '../claims/view.ts'

/** Traffic, water, weather, earth and works. Bounded, plain alternatives. */
const MISHAP =
  /\b(?:crash(?:ed|es)?|collisions?|collided|plung(?:ed|es)|ravine|overturned|derail(?:ed|ment)|capsiz(?:ed|ing)|sank|shipwreck|drown(?:ed|ing)?|earthquake|quake|tremor|aftershock|floods?|flooding|landslide|mudslide|avalanche|stampede|cyclone|typhoon|hurricane|tornado|tsunami|(?:tropical|snow|dust|hail)[ -]?storm|storm'?s?|heatwave|lightning|electrocuted|accidents?|level crossing|grade crossing|skidded|fog|lost control|firedamp|(?:roof|wall|bridge|building|scaffolding|shaft|stand) (?:\w+ )?collapsed|collapse of (?:a|the) (?:\w+ )?(?:roof|wall|bridge|building|scaffolding|shaft|stand|mine))\b/i
/** "A regional train struck a lorry", "hit by a train". */
const COLLISION =
  /\b(?:train|tram|bus|coach|lorry|truck|minibus|ferry|barge|freighter) (?:hits?|struck|strikes|rammed|(?:slammed|ran|plough?ed|plows?|smashed) into) (?:an? |the |another )?(?:[\w-]+ ){0,2}?(?:train|tram|bus|coach|lorry|truck|minibus|taxi|car|van|motorcycle|motorbike|tractor|tree|wall|pole|embankment|bridge|ferry|boat|barge)\b|\b(?:hit|struck|run over|knocked down) by (?:an? |the )?(?:[\w-]+ ){0,2}?(?:train|tram|bus|lorry|truck|minibus)\b/i
/** What blows up of itself. */
const WORKS =
  /\b(?:boiler|gas|methane|firedamp|(?:gas|oxygen) cylinder|furnace|transformer|ammonia|fireworks?|grain dust|coal dust) (?:\w+ ){0,2}?(?:explo(?:sions?|ded|des)|blast|leak|went off|burst)\b|\b(?:blast|explosion) (?:of firedamp|(?:deep )?(?:in|at) (?:a|the) (?:\w+ ){0,2}?(?:mine|pit|colliery|boiler|fireworks|furnace))\b/i
const VIOLENT =
  /\b(?:bomb(?:s|ed|ing|ings)?|shot|shoot(?:ing|out)?|gunm[ae]n|gunfire|gunshots?|opened fire|open fire|missiles?|rockets?|shell(?:ed|ing|s)?|strike|airstrike|attack(?:ed|ers?|s)?|ambush(?:ed)?|militants?|rebels?|insurgents?|bandits|stabb(?:ed|ing)|troops|soldiers|fighters|drones?|grenades?|murder(?:ed)?|beaten|lynched|hacked|beheaded|executed|kidnapp(?:ed|ers)|clash(?:es|ed)?|arson|torched)\b/i
/** An explosion is a deed unless something says that works blew up. */
const BLASTS = /\b(?:explosions?|blasts?)\b/i
/** "Like a rocket", "as if a bomb had gone off" tell of no arms. */
const SIMILE = /\b(?:like|as if|as though) (?:an? |the )?\w+/gi
/** Those harmed in what was told before: "the injured", "two more", "the death toll". */
const SAME_AS_BEFORE =
  /\b(?:the (?:injured|wounded|dead|deceased|victims|toll|death toll|bodies|survivors)|more|others?|another|at first|initially|earlier|previously|originally)\b/i

const SENTENCE = 600
/** Sentences that speak of neither are passed over, so many at most. */
const BACK = 6

type Topic = 'mishap' | 'violence' | undefined

const topicOf = (view: View, sentence: number): Topic => {
  const { start, end } = view.sentences[sentence]!
  const words = view.text.slice(start, Math.min(end, start + SENTENCE)).replace(SIMILE, ' ')
  if (VIOLENT.test(words)) return 'violence'
  if (WORKS.test(words)) return 'mishap'
  if (BLASTS.test(words)) return 'violence'
  return MISHAP.test(words) || COLLISION.test(words) ? 'mishap' : undefined
}

const ONLY_MISHAPS = new WeakMap<View, readonly boolean[]>()

/** Of each sentence: do those up to it tell of mishaps, and none of arms? */
const onlyMishaps = (view: View): readonly boolean[] => {
  const known = ONLY_MISHAPS.get(view)
  if (known) return known
  let told: Topic
  const only = view.sentences.map(({ i }) => {
    if (told !== 'violence') told = topicOf(view, i) ?? told
    return told === 'mishap'
  })
  ONLY_MISHAPS.set(view, only)
  return only
}

/**
 * Deaths by traffic, water, weather and works. The casualty's own sentence speaks of a mishap and of no arms; or it speaks of neither
 * and goes on from one that does, points back ("the injured", "two more") to a mishap that was told last before it, or stands in a
 * document that has told of nothing but mishaps so far.
 */
export const isMishap = (view: View, { predicate }: Casualty): boolean => {
  const { i, start, end } = view.sentences[view.tokens[predicate]!.sentence]!
  const own = topicOf(view, i)
  if (own !== undefined) return own === 'mishap'
  if (onlyMishaps(view)[i]) return true
  const before = view.sentences[i - 1]
  if (before?.passage === view.sentences[i]!.passage && topicOf(view, i - 1) === 'mishap') return true
  if (!SAME_AS_BEFORE.test(view.text.slice(start, Math.min(end, start + SENTENCE)))) return false
  for (let at = i - 1; at >= Math.max(0, i - BACK); at -= 1) {
    const topic = topicOf(view, at)
    if (topic !== undefined) return topic === 'mishap'
  }
  return false
}
