import type { View } from '../claims/view.ts'

/** Traffic, water, weather, earth and works. Bounded, plain alternatives. */
const MISHAP =
  /\b(?:crash(?:ed|es)?|collisions?|collided|plung(?:ed|es)|ravine|overturned|derail(?:ed|ment)|capsiz(?:ed|ing)|sank|shipwreck|drown(?:ed|ing)?|earthquake|quake|tremor|aftershock|floods?|flooding|landslide|mudslide|avalanche|stampede|cyclone|typhoon|hurricane|tornado|tsunami|(?:tropical|snow|dust|hail)[ -]?storm|storm'?s?|heatwave|lightning|electrocuted|accidents?|level crossing|grade crossing|skidded|fog|lost control|firedamp|(?:roof|wall|bridge|building|scaffolding|shaft|stand) (?:\w+ )?collapsed|collapse of (?:a|the) (?:\w+ )?(?:roof|wall|bridge|building|scaffolding|shaft|stand|mine))\b/i
/** "A regional train struck a lorry", "hit by a train". */
const COLLISION =
  /\b(?:train|tram|bus|coach|lorry|truck|minibus|ferry|barge|freighter) (?:hits?|struck|strikes|rammed|(?:slammed|ran|plough?ed|plows?|smashed) into) (?:an? |the |another )?(?:[\w-]+ ){0,2}?(?:train|tram|bus|coach|lorry|truck|minibus|taxi|car|van|motorcycle|motorbike|tractor|tree|wall|pole|embankment|bridge|ferry|boat|barge)\b|\b(?:hit|struck|run over|knocked down) by (?:an? |the )?(?:[\w-]+ ){0,2}?(?:train|tram|bus|lorry|truck|minibus)\b/i
/** "Police ruled out sabotage", "under attack by rust". */
const NO_DEED =
  /\b(?:rul(?:ed?|es|ing) out|no (?:sign|evidence|indication|suggestion)|not (?:an?|being treated as an?) (?:\w+ )?(?:attack|bombing|deed|act))\b/i
/** What blows up of itself. */
const WORKS =
  /\b(?:boiler|gas|methane|firedamp|(?:gas|oxygen) cylinder|furnace|transformer|ammonia|fireworks?|grain dust|coal dust) (?:\w+ ){0,2}?(?:explo(?:sions?|ded|des)|blast|leak|went off|burst)\b|\b(?:blast|explosion) (?:of firedamp|(?:deep )?(?:in|at) (?:a|the) (?:\w+ ){0,2}?(?:mine|pit|colliery|boiler|fireworks|furnace))\b|\b(?:blast|explosion)\b[^.;]{0,30}\b(?:fireworks?|firecrackers?|crackers?) (?:unit|factory|plant|works|depot|store|shop)\b/i
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
/** How many of a story's first sentences say what it reports. */
const LEAD = 2

type Topic = 'mishap' | 'violence' | undefined

const topicOf = (view: View, sentence: number): Topic => {
  const { start, end } = view.sentences[sentence]!
  const words = view.text.slice(start, Math.min(end, start + SENTENCE)).replace(SIMILE, ' ')
  if (VIOLENT.test(words)) return NO_DEED.test(words) ? undefined : 'violence'
  if (WORKS.test(words)) return 'mishap'
  if (BLASTS.test(words)) return 'violence'
  return MISHAP.test(words) || COLLISION.test(words) ? 'mishap' : undefined
}

const REPORTS = new WeakMap<View, boolean>()

/** Is a mishap what the document reports: do headline and lead speak of one, and of no arms? */
const isReport = (view: View): boolean => {
  const known = REPORTS.get(view)
  if (known !== undefined) return known
  const kindOf = (first: number): string | undefined => view.passageOf(first)?.kind
  const heads = view.sentences.filter(({ first }) => kindOf(first) === 'headline' || kindOf(first) === 'standfirst')
  const lead = view.sentences.filter(({ first }) => kindOf(first) === 'paragraph').slice(0, LEAD)
  const topics = [...heads, ...lead].map(({ i }) => topicOf(view, i))
  const is = topics.includes('mishap') && !topics.includes('violence')
  REPORTS.set(view, is)
  return is
}

/** The topic last told of in the passage of a sentence, the sentence itself included. */
const topicAround = (view: View, sentence: number): Topic => {
  const { passage } = view.sentences[sentence]!
  for (let at = sentence; at >= 0 && view.sentences[at]!.passage === passage; at -= 1) {
    const topic = topicOf(view, at)
    if (topic !== undefined) return topic
  }
  return undefined
}

/** In the report of a mishap: a word that stands where no violence is told. */
export const isInMishap = (view: View, i: number): boolean => isReport(view) && topicAround(view, view.tokens[i]!.sentence) !== 'violence'

/**
 * Deaths by traffic, water, weather and works, at the word `predicate`. Its own sentence speaks of a mishap and of no arms; or it speaks of
 * neither and goes on from one that does, or points back ("the injured", "two more") to a mishap that was told last before it; or the
 * document reports a mishap and the passage tells of no violence.
 */
export const isMishap = (view: View, predicate: number): boolean => {
  const { i, start, end } = view.sentences[view.tokens[predicate]!.sentence]!
  const own = topicOf(view, i)
  if (own !== undefined) return own === 'mishap'
  const before = view.sentences[i - 1]
  if (before?.passage === view.sentences[i]!.passage && topicOf(view, i - 1) === 'mishap') return true
  if (isInMishap(view, predicate)) return true
  if (!SAME_AS_BEFORE.test(view.text.slice(start, Math.min(end, start + SENTENCE)))) return false
  for (let at = i - 1; at >= Math.max(0, i - BACK); at -= 1) {
    const topic = topicOf(view, at)
    if (topic !== undefined) return topic === 'mishap'
  }
  return false
}
