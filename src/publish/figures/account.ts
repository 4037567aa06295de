import type { FigureAttribute } from '../../model/claim.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { creditPassages } from '../copied-passages.ts'
import { compareOrigins, type Independence, type OriginPair, toIndependence } from '../independence.ts'
import { joinOrigins } from '../judged-origins.ts'
import { listSaid, type Said } from '../said.ts'
import { type Counted, whyOutOf } from './enter.ts'
import type { Estimate } from './estimate.ts'
import { type OriginFigure, originFigures, toChecked, toLeftOut, toUsed } from './origin-figures.ts'
import { type Pool, poolsOf } from './pools.ts'

/** What a policy is made from: an incident with its claims, and which of them count. */
export type Account = Readonly<{
  record: IncidentRecord
  said: readonly Said[]
  counted: Counted
  pools: (attribute: FigureAttribute) => readonly Pool[]
  independent: (figures: readonly OriginFigure[]) => Independence
}>

/** An incident as policies see it. `counted`: `accepted` leaves out whatever no person has accepted. */
export const toAccount = (record: IncidentRecord, said: readonly Said[] = listSaid(record), counted: Counted = 'unchecked'): Account => {
  const joined = joinOrigins(creditPassages(said), record.judgements)
  const known = new Map<string, OriginPair>()
  const pools = new Map<FigureAttribute, readonly Pool[]>()
  return {
    record,
    said: joined,
    counted,
    pools: (attribute) => {
      const made = pools.get(attribute) ?? poolsOf(record, attribute, joined)
      pools.set(attribute, made)
      return made
    },
    independent: (figures) => {
      const origins = [...new Map(figures.map(({ origin }) => [origin.key, origin])).values()]
      return toIndependence(origins, compareOrigins(origins, record, known))
    },
  }
}

/** Why each claim of a pool stays out; null: it enters. A repeat is one whatever the scope of what it repeats. */
export const whyOutOfPool = ({ said, counted }: Pick<Account, 'said' | 'counted'>, { attribute }: Pool): ReadonlyMap<Said, string | null> =>
  whyOutOf(
    said.filter(({ claim }) => claim.attribute === attribute),
    counted,
  )

/** Of one pool: the figures that enter, one for each origin, and why each other claim stays out. */
export const entering = (
  account: Pick<Account, 'said' | 'counted'>,
  pool: Pool,
): Readonly<{ figures: readonly OriginFigure[]; whyOf: (each: Said) => string }> => {
  const why = whyOutOfPool(account, pool)
  const figures = originFigures(pool.said.filter((each) => why.get(each) === null))
  return { figures, whyOf: (each) => why.get(each) ?? 'its speaker gives a total, which is used' }
}

/** What every policy's estimate has in common: its scope, what was used and left out, and how independent the origins are. */
export const toEstimate = (
  account: Account,
  pool: Pool,
  figures: readonly OriginFigure[],
  whyOf: (each: Said) => string,
): Omit<Estimate, 'policy' | 'state' | 'low' | 'high' | 'highest' | 'best' | 'words' | 'people'> => {
  const used = new Set(figures.flatMap((each) => each.said))
  return {
    attribute: pool.attribute,
    scopeKey: pool.scopeKey,
    scope: pool.scope,
    reasons: pool.reasons,
    used: toUsed(figures),
    leftOut: toLeftOut(
      pool.said.filter((each) => !used.has(each)),
      whyOf,
    ),
    independent: account.independent(figures),
    sources: toSources([...used]),
    review: toChecked([...used]),
  }
}

/** Where some claims stand: documents, the outlets that put these out, and texts, copies counted once. */
const toSources = (said: readonly Said[]): Estimate['sources'] => {
  const documents = new Map(said.map((each) => [each.record.document, each.document]))
  const outlets = new Set([...documents.values()].flatMap(({ issuer }) => issuer.name?.toLowerCase() ?? []))
  return {
    documents: documents.size,
    outlets: outlets.size,
    unstated: [...documents.values()].filter(({ issuer }) => issuer.name === null).length,
    texts: new Set([...documents.values()].map(({ copyGroup }) => copyGroup)).size,
  }
}
