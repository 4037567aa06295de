import type { Actor } from '../../model/actor.ts'

const MOST_STEPS = 6

const parentsOf = (actors: readonly Actor[], id: string): readonly string[] =>
  (actors.find((actor) => actor.id === id)?.ties ?? []).filter(({ type }) => type === 'part-of').map(({ to }) => to)

/** An actor and all that it is part of, step by step. */
const lineOf = (actors: readonly Actor[], id: string): ReadonlySet<string> => {
  const line = new Set([id])
  for (let step = 0; step < MOST_STEPS; step++) for (const one of [...line]) for (const to of parentsOf(actors, one)) line.add(to)
  return line
}

/**
 * Whether two actors speak and act for one: they are one, one is part of the other, or both are bodies of one state (the Pentagon and
 * the US military). A militia that is part of a state's forces is not so near to another of them.
 */
export const isRelated = (actors: readonly Actor[], a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return false
  if (lineOf(actors, a).has(b) || lineOf(actors, b).has(a)) return true
  const other = new Set(parentsOf(actors, b))
  return parentsOf(actors, a).some((id) => other.has(id) && actors.find((actor) => actor.id === id)?.type === 'geopolitical')
}
