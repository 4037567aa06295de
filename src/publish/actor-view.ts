import type { Actor, ActorTie } from '../model/actor.ts'
import type { SaidTie } from '../model/record.ts'

/** An actor's tie to another on a day, and who says so. `holds`: null where no end of it is dated, so that nobody can say. */
export type TieView = Readonly<{
  type: ActorTie['type']
  other: Readonly<{ id: string; name: string }>
  from: string | null
  until: string | null
  holds: boolean | null
  saidBy: string
  /** How far up the line: 1 is what it belongs to, 2 what that belongs to. */
  step: number
}>

export type ActorLine = Readonly<{ id: string; name: string; type: Actor['type']; kind: Actor['kind']; country: string | null }>

/** An actor of the register, with what it belongs to on a day, what belongs to it, and what documents say of either. */
export type ActorView = ActorLine &
  Readonly<{
    aliases: readonly string[]
    source: string
    /** The day asked for; null: any day. */
    on: string | null
    parents: readonly TieView[]
    members: readonly TieView[]
    said: readonly SaidTie[]
  }>

export type ActorListView = Readonly<{ actors: readonly ActorLine[]; next: string | null }>

export const toActorLine = ({ id, name, type, kind, country }: Actor): ActorLine => ({ id, name, type, kind, country })

/** Whether a tie held on a day. A date is as precise as known: a tie "from 2014" holds on every day of 2014. */
const holdsOn = ({ from, until }: Pick<ActorTie, 'from' | 'until'>, on: string | null): boolean | null => {
  if (from === null && until === null) return null
  if (on === null) return until === null
  return (from === null || from <= on) && (until === null || on.slice(0, until.length) <= until)
}

/** Longer lines of "part of" than this say nothing more, and a register may hold a circle. */
const MOST_STEPS = 6

/** Everything an actor belongs to, is backed by or became, step by step up the line. */
export const listParents = (actors: ReadonlyMap<string, Actor>, actor: Actor, on: string | null): readonly TieView[] => {
  const ties: TieView[] = []
  const seen = new Set([actor.id])
  let next = [actor]
  for (let step = 1; step <= MOST_STEPS && next.length > 0; step++)
    next = next.flatMap((one) =>
      one.ties.flatMap(({ to, type, from, until, source }) => {
        const other = actors.get(to)
        if (!other || seen.has(to)) return []
        const holds = holdsOn({ from, until }, on)
        ties.push({ type, other: { id: to, name: other.name }, from, until, holds, saidBy: source, step })
        if (holds === false || type !== 'part-of') return []
        seen.add(to)
        return [other]
      }),
    )
  return ties
}

const listMembers = (actors: ReadonlyMap<string, Actor>, { id }: Actor, on: string | null): readonly TieView[] =>
  [...actors.values()].flatMap((one) =>
    one.ties
      .filter(({ to }) => to === id)
      .map(({ type, from, until, source }) => ({
        type,
        other: { id: one.id, name: one.name },
        from,
        until,
        holds: holdsOn({ from, until }, on),
        saidBy: source,
        step: 1,
      })),
  )

/** An actor's page. Says who says so, never that it is so. */
export const toActorView = (
  actors: ReadonlyMap<string, Actor>,
  actor: Actor,
  { on, said }: Readonly<{ on: string | null; said: readonly SaidTie[] }>,
): ActorView => ({
  ...toActorLine(actor),
  aliases: actor.aliases,
  source: actor.source,
  on,
  parents: listParents(actors, actor, on),
  members: listMembers(actors, actor, on),
  said,
})
