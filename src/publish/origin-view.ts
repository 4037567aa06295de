import { pairTarget } from '../model/judgement.ts'
import type { IncidentRecord } from '../model/record.ts'
import { groupBy } from './group.ts'
import { compareOrigins, type OriginPair } from './independence.ts'
import type { Said } from './said.ts'

/** Somebody whom figures come from, with the documents that give their word. */
export type OriginView = Readonly<{
  /** By which a judgement names it. */
  key: string
  name: string
  kind: string
  /** False: a description, which need not be the same people twice. */
  named: boolean
  /** The document's own voice. */
  own: boolean
  documents: readonly number[]
  outlets: readonly string[]
}>

/** How two of them stand to each other, and who says so. */
export type OriginPairView = OriginPair & Readonly<{ pair: readonly [string, string]; names: readonly [string, string] }>

const FIGURES: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured', 'displaced'])

/** More origins than this give thousands of pairs, which nobody reads. */
const MOST_PAIRED = 24

/** Those whom the figures of an incident come from, and each pair of them. */
export const originViews = (
  record: IncidentRecord,
  said: readonly Said[],
): Readonly<{ origins: readonly OriginView[]; pairs: readonly OriginPairView[] }> => {
  const counted = said.filter(({ claim, standing }) => FIGURES.has(claim.attribute) && standing !== 'rejected')
  const groups = groupBy(counted, ({ origin }) => origin.key).slice(0, MOST_PAIRED)
  const origins = groups.map((same): OriginView => {
    const { key, name, kind, named, own } = same[0].origin
    const outlets = new Set(same.flatMap(({ document }) => document.issuer.name ?? []))
    return { key, name, kind, named, own, documents: [...new Set(same.map(({ n }) => n))].sort((a, b) => a - b), outlets: [...outlets] }
  })
  const compared = compareOrigins(
    groups.map(([first]) => first.origin),
    record,
  )
  const pairs = origins.flatMap((a, i) =>
    origins.slice(i + 1).flatMap((b): readonly OriginPairView[] => {
      const pair = compared.get(pairTarget(a.key, b.key))
      return pair ? [{ ...pair, pair: [a.key, b.key], names: [a.name, b.name] }] : []
    }),
  )
  return { origins, pairs }
}
