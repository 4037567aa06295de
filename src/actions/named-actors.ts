import { loadActors } from '../assets/actors.ts'
import type { Actor } from '../model/actor.ts'
import type { ClaimRecord, MentionRecord } from '../model/record.ts'

/** Longer lines of "part of" than this say nothing more, and a register may hold a circle. */
const MOST_STEPS = 8

/** The actors of the register that some claims and mentions name, with all that these belong to or are backed by. */
export const namedActors = (mentions: readonly MentionRecord[], claims: readonly ClaimRecord[]): readonly Actor[] => {
  const { actors } = loadActors()
  const found = new Map<string, Actor>()
  let next = [
    ...mentions.flatMap(({ mention }) => (mention.kind === 'party' && mention.actor ? [mention.actor] : [])),
    ...claims.flatMap(({ speaker }) => speaker.actor ?? []),
  ]
  for (let step = 0; step < MOST_STEPS && next.length > 0; step++)
    next = next.flatMap((id) => {
      const actor = actors.get(id)
      if (!actor || found.has(id)) return []
      found.set(id, actor)
      return actor.ties.map(({ to }) => to)
    })
  return [...found.values()]
}
