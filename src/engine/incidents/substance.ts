import type { View } from '../claims/view.ts'
import type { Cluster } from './cluster.ts'
import type { Happening } from './happening.ts'

const WEAK = /^(?:arrest|release|displace|damage|threaten|protest|stoppage|intercept|go-missing|capture|casualty)$/

const isTold = ({ times, places, agents, targets, casualties, weapons }: Happening): boolean =>
  times.length + places.length + agents.length + targets.length + casualties.length + weapons.length > 0

const LAW = /\b(?:police|army|military|troops|soldiers|forces|gendarmes?|authorities|government|carabineros|battalion|brigade|units?)\b/i

/** "The army launched an operation in the south": a search or a march by those in office, with nobody hurt. */
const isOperation = (view: View, { act, token, nominal, agents, casualties }: Happening): boolean =>
  act === 'raid' &&
  nominal &&
  view.tokens[token]!.lemma === 'operation' &&
  casualties.length === 0 &&
  (agents.length === 0 || agents.every(({ span }) => LAW.test(view.text.slice(span.start, span.end))))

/** "Police raided a flat and two offices": a search by those in office, with nobody hurt. */
const isSearch = (view: View, { act, agents, targets, casualties }: Happening): boolean =>
  act === 'raid' &&
  casualties.length === 0 &&
  agents.length > 0 &&
  agents.every(({ span }) => LAW.test(view.text.slice(span.start, span.end))) &&
  targets.every(({ token }) => PREMISES.test(view.tokens[token]!.lemma))
const PREMISES =
  /^(?:house|home|residence|flat|apartment|office|farm|ranch|estate|property|premise|warehouse|laboratory|lab|workshop|hideout|store|shop|bar|restaurant|hotel|villa|building|place|site|headquarters|area|neighborhood|neighbourhood|center|centre)s?$/i

/** "many soldiers have been killed", "countless people have been murdered": a toll of nobody knows how many events. */
const isVague = (view: View, { casualties, times, places }: Happening): boolean =>
  times.length + places.length === 0 &&
  casualties.length > 0 &&
  casualties.every(
    ({ amount, about }) =>
      amount !== null &&
      amount.high === null &&
      (amount.low ?? 0) >= 2 &&
      about.name.length === 0 &&
      MANY.test(view.text.slice(about.span.start, about.span.end)),
  )
const MANY = /^(?:many|countless|innumerable|numerous|thousands|hundreds|dozens|scores|so many|tens|millions|\p{L}+s)\b/iu

/** "the assassinated senator": known from elsewhere, and not told of here. */
const isAside = (view: View, { token, times, places, agents }: Happening): boolean =>
  view.tokens[token]!.deprel === 'amod' && times.length + places.length + agents.length === 0

/** "Bombs explode, shots are heard": what goes on, and no event. */
const isHabit = (view: View, { token, times, places, nominal }: Happening): boolean =>
  !nominal && view.tokens[token]!.xpos === 'VBP' && view.passageOf(token)?.kind === 'paragraph' && times.length + places.length === 0

/** Nobody's single event, unless its words say where or in which month. */
const MASS = 500
const isDated = ({ times }: Happening): boolean => times.some(({ mention }) => /^\d{4}-(?:\d\d|W\d\d)/.test(mention.value ?? ''))
const isSited = ({ places }: Happening): boolean => places.some(({ mention, role }) => mention.precision <= 3 && role === 'hit')

/** "a war that has killed 70,000 people", "thousands have died": what it has cost since it began. */
const isWarToll = (happening: Happening): boolean =>
  happening.family === 'outcome' &&
  happening.casualties.length > 0 &&
  happening.casualties.every(({ amount }) => (amount?.low ?? 0) >= MASS) &&
  !isDated(happening) &&
  !isSited(happening)

/** "the offensive against smuggling", "the fight goes on", "attacks on the press": what lasts, unless a day or a place is told. */
const isLasting = (view: View, happening: Happening): boolean =>
  LASTING.test(view.tokens[happening.token]!.lower) && happening.casualties.length === 0 && !isDated(happening) && !isSited(happening)
const LASTING =
  /^(?:offensives?|operations|fighting|fights?|fought|battles?|battling|combat|aggressions?|attacks|invasion|invaded|invading|confrontations?|bombings|kidnappings|murders|assassinations|killings|torture)$/

/**
 * Does a cluster tell of one event rather than of violence at large? A harm with its victims does; an act does when its words say
 * at least two of when, where, who, whom and with what, or when it is told of more than once.
 */
export const isSubstantial = (view: View, { happenings: all }: Cluster): boolean => {
  if (all.every((one) => isVague(view, one) || isAside(view, one) || isHabit(view, one) || isWarToll(one) || isLasting(view, one)))
    return false
  const happenings = all.filter((one) => !isOperation(view, one) && !isSearch(view, one))
  const harmed = happenings.some(
    ({ casualties, manner }) =>
      manner.status === 'happened' && casualties.some(({ none, amount, about }) => !none && (amount !== null || about.definite)),
  )
  if (harmed) return true
  const acts = happenings.filter(({ family, act }) => family !== 'outcome' && !WEAK.test(act))
  const facts = new Set<string>()
  for (const { times, places, agents, targets, weapons } of happenings) {
    if (times.length > 0) facts.add('when')
    if (places.some(({ mention }) => mention.precision < 6)) facts.add('where')
    if (agents.length > 0) facts.add('who')
    if (targets.length > 0) facts.add('whom')
    if (weapons.length > 0) facts.add('with')
  }
  if (acts.length === 0)
    return happenings.some(({ act }) => act === 'destroy' || act === 'arrest' || act === 'protest' || act === 'damage') && facts.size >= 3
  const real = happenings.some(({ manner }) => manner.status === 'happened' || manner.status === 'attempted')
  if (!real) return facts.size >= 2 && happenings.some(({ times, places }) => times.length + places.length > 0) && acts.some(isTold)
  return facts.size >= 2 || (facts.size >= 1 && acts.length >= 2)
}
