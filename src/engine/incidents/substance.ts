import type { Cluster } from './cluster.ts'
import type { Happening } from './happening.ts'

const WEAK = /^(?:arrest|release|displace|damage|threaten|protest|stoppage|intercept|go-missing|capture|casualty)$/

const isTold = ({ times, places, agents, targets, casualties, weapons }: Happening): boolean =>
  times.length + places.length + agents.length + targets.length + casualties.length + weapons.length > 0

/**
 * Does a cluster tell of one event rather than of violence at large? A harm with its victims does; an act does when its words say
 * at least two of when, where, who, whom and with what, or when it is told of more than once.
 */
export const isSubstantial = ({ happenings }: Cluster): boolean => {
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
