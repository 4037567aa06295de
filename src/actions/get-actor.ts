import { loadActors } from '../assets/actors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { listSaidTies } from '../ledger/said-ties.ts'
import { CasusError } from '../model/problem.ts'
import { type ActorView, toActorView } from '../publish/actor-view.ts'

/** An actor with what it belongs to on a day, and who says so: the register, and documents of the ledger. Throws `ledger/not-found`. */
export const getActor = async ({ db, collection }: Ledger, id: string, on: string | null): Promise<ActorView> => {
  const { actors } = loadActors()
  const actor = actors.get(id)
  if (!actor) throw new CasusError('ledger/not-found', `The register holds no actor ${id}.`)
  return toActorView(actors, actor, { on, said: await listSaidTies({ db, collection }, id) })
}
