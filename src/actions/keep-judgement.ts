import { newId } from '../ledger/id.ts'
import { insertRows } from '../ledger/insert.ts'
import { dropLease } from '../ledger/leases.ts'
import { toStorable } from '../ledger/text.ts'
import type { Writer } from '../ledger/write.ts'
import type { Judgement, JudgementKind } from '../model/judgement.ts'
import { CasusError } from '../model/problem.ts'

/** Who decides and why. */
export type Decided = Readonly<{ by: string; why?: string | null }>

/** What a judgement did: its row, and the incidents that read differently now; one that a split made stands last. */
export type Judged = Readonly<{ judgement: Judgement; incidents: readonly string[] }>

/** Who decides. Nothing is decided by nobody. Throws `request/invalid`. */
export const toPerson = (by: string): string => {
  const person = toStorable(by).trim()
  if (person === '') throw new CasusError('request/invalid', 'by must say who decides.')
  return person
}

type New = Decided &
  Readonly<{ kind: JudgementKind; target: string; value: unknown; id?: string; more?: Readonly<Record<string, unknown>> }>

/** Writes a judgement and puts it into the history; `more` is what else the history should say of it. */
export const keepJudgement = async ({ trx, collection, at, record }: Writer, request: New): Promise<Judgement> => {
  const { kind, target, value, more = {}, id = newId('j') } = request
  const by = toPerson(request.by)
  const why = request.why ? toStorable(request.why) : null
  await insertRows(trx, { judgements: [{ collection, id, kind, target, value, by, why, at }] })
  await dropLease({ db: trx, collection }, target)
  await record({ kind: 'judged', subject: target, by, payload: { judgement: id, kind, target, value, why, ...more } })
  return { id, kind, target, value, by, at, why, withdrawn: null }
}
