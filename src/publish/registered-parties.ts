import type { Actor } from '../model/actor.ts'
import { listParents, type TieView } from './actor-view.ts'
import type { Said } from './said.ts'

/** A party or speaker of an incident that stands in the register, with what it belonged to on the incident's day, as sources of the register say. */
export type RegisteredParty = Readonly<{ id: string; name: string; parents: readonly TieView[] }>

const actorsOf = ({ record: { mention, speaker } }: Said): readonly string[] => [
  ...(mention?.mention.kind === 'party' && mention.mention.actor ? [mention.mention.actor] : []),
  ...(speaker.actor ? [speaker.actor] : []),
]

/** Those whom standing claims name or come from, first named first; only those with ties that held on the day, or that nobody dates. */
export const registeredParties = (actors: readonly Actor[], said: readonly Said[], on: string | null): readonly RegisteredParty[] => {
  const register = new Map(actors.map((actor) => [actor.id, actor]))
  const named = new Set(said.filter(({ standing }) => standing !== 'rejected').flatMap(actorsOf))
  return [...named].flatMap((id) => {
    const actor = register.get(id)
    const parents = actor ? listParents(register, actor, on).filter(({ holds }) => holds !== false) : []
    return actor && parents.length > 0 ? [{ id, name: actor.name, parents }] : []
  })
}
