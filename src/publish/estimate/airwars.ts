import { standingValue } from '../../model/judgement.ts'
import { type Account, toEstimate } from '../figures/account.ts'
import { combine } from '../figures/combine.ts'
import type { Estimate, Label, PolicyView } from '../figures/estimate.ts'
import { isRelated } from '../figures/kinship.ts'
import type { OriginFigure } from '../figures/origin-figures.ts'
import { figuresOf, type Whom } from '../figures/people-figures.ts'
import type { Pool } from '../figures/pools.ts'
import type { Said } from '../said.ts'

const isCurrent = ({ standing, claim }: Said): boolean =>
  standing === 'current' && (claim.modality === 'asserted' || claim.modality === 'alleged')

const actorOf = ({ record }: Said): string | null => (record.mention?.mention.kind === 'party' ? record.mention.mention.actor : null)

/** "Our forces": whoever puts the document out says that it was they. */
const isFirstPerson = ({ record, origin }: Said): boolean =>
  origin.own && origin.kind === 'party-to-conflict' && /^(?:our|we|us)\b/i.test(record.mention?.words ?? '')

/** Claims by which whoever carried it out says so. */
const declarations = ({ said, record }: Account): readonly Said[] =>
  said.filter((each) => {
    if (!isCurrent(each)) return false
    const { claim, origin } = each
    if (claim.attribute === 'position')
      return claim.value.on === 'carrying-out' && (claim.value.answer === 'accepts' || claim.value.answer === 'claims-credit')
    if (claim.attribute !== 'perpetrator') return false
    return isFirstPerson(each) || isRelated(record.actors, origin.actor, actorOf(each))
  })

/** Parties that are blamed, or say that it was they; those that belong together once. */
const blamed = ({ said, record }: Account): readonly string[] => {
  const actors = said.flatMap((each) =>
    each.claim.attribute === 'perpetrator' && isCurrent(each) && !isFirstPerson(each) ? (actorOf(each) ?? []) : [],
  )
  const apart: string[] = []
  for (const actor of actors) if (!apart.some((other) => isRelated(record.actors, actor, other))) apart.push(actor)
  return apart
}

const nameOf = ({ record }: Account, actor: string): string => record.actors.find(({ id }) => id === actor)?.name ?? actor

/** Whether somebody says that it was they, several are blamed, several blame one, or one does. */
const strikeStatus = (account: Account): Label => {
  const declared = declarations(account)
  const name = 'strike status'
  if (declared.length > 0) {
    const who = [...new Set(declared.map(({ origin }) => origin.name))]
    return { name, value: 'Declared', why: who.slice(0, 3).map((one) => `${one} says who carried it out: themselves`) }
  }
  const parties = blamed(account)
  if (parties.length > 1) return { name, value: 'Contested', why: [`blamed: ${parties.map((actor) => nameOf(account, actor)).join('; ')}`] }
  const blamers = account.said.filter((each) => each.claim.attribute === 'perpetrator' && isCurrent(each))
  const origins = [...new Map(blamers.map((each) => [each.origin.key, each])).values()]
  const { low } = account.independent(origins.map(({ origin }) => ({ origin, ends: NO_ENDS, said: [], addedUp: false })))
  if (low >= 2) return { name, value: 'Likely', why: [`${low} or more independent origins name the same party`] }
  if (origins.length > 0)
    return { name, value: 'Single source claim', why: [`only ${origins.map(({ origin }) => origin.name).join('; ')}`] }
  return { name, value: 'not stated', why: ['nobody says who carried it out'] }
}

const NO_ENDS: OriginFigure['ends'] = { low: null, high: null, approximate: false, words: null }

/** Whether anybody says that civilians came to harm. */
const isHarmAlleged = ({ said }: Account): boolean =>
  said.some((each) => {
    if (!isCurrent(each)) return false
    const { claim } = each
    if (claim.attribute === 'victim')
      return (claim.value.status === 'civilian' || claim.value.band === 'child') && claim.value.fate !== null
    return 'people' in claim.value && claim.value.people.status === 'civilian' && (claim.value.high ?? claim.value.low ?? 0) > 0
  })

/** The grade is a person's: whether a source is credible and an attacker near, no machine can say. */
const toGrade = ({ record, ...account }: Account): Label => {
  const name = 'grade'
  if (!isHarmAlleged({ record, ...account })) return { name, value: 'not graded', why: ['no civilian harm reported'] }
  const judged = standingValue(record.judgements, 'grade', ({ target }) => target === record.id)
  if (!judged) return { name, value: 'pending', why: ['whether the sources are credible is for a person to judge'] }
  const { by, why } = judged.judgement
  return { name, value: judged.value.grade, why: [`${by} judged so${why ? `: ${why}` : ''}`] }
}

/** Origins that carried it out themselves: whom they say that they hit moves no range of civilians. */
const isAttacker = (account: Account): ((figure: OriginFigure) => boolean) => {
  const keys = new Set(declarations(account).map(({ origin }) => origin.key))
  const parties = blamed(account)
  return ({ origin }) => keys.has(origin.key) || parties.some((actor) => isRelated(account.record.actors, origin.actor, actor))
}

const ofPool = (account: Account, pool: Pool): readonly Estimate[] => {
  const attacks = isAttacker(account)
  const byWhom = new Map<Whom, readonly OriginFigure[]>()
  for (const whom of ['civilian', 'combatant'] as const)
    byWhom.set(
      whom,
      figuresOf(account, pool, whom).figures.filter((figure) => !attacks(figure)),
    )
  const disputed = (byWhom.get('civilian') ?? []).length > 0 && (byWhom.get('combatant') ?? []).length > 0 && isDisputed(byWhom)
  return (['civilian', 'combatant'] as const).flatMap((whom): readonly Estimate[] => {
    const figures = byWhom.get(whom) ?? []
    if (figures.length === 0) return []
    const { whyOf } = figuresOf(account, pool, whom)
    const common = toEstimate(account, pool, figures, (each) =>
      attacks({ origin: each.origin, ends: NO_ENDS, said: [], addedUp: false }) ? 'said by the attacker of those it hit' : whyOf(each),
    )
    const range = combine(figures)
    const words = disputed ? `0–${range.highest}${range.high === null ? '+' : ''}` : range.words
    const reasons = disputed ? [...common.reasons, 'whether the dead were civilians is disputed: the low end is 0'] : common.reasons
    return [
      { policy: 'airwars', people: whom, state: 'value', best: null, ...common, ...range, low: disputed ? 0 : range.low, words, reasons },
    ]
  })
}

/** One origin calls all the dead civilians whom another calls fighters: both count the same people. */
const isDisputed = (byWhom: ReadonlyMap<Whom, readonly OriginFigure[]>): boolean => {
  const keys = new Set((byWhom.get('civilian') ?? []).map(({ origin }) => origin.key))
  return (byWhom.get('combatant') ?? []).some(({ origin }) => !keys.has(origin.key))
}

/** A stand that a party takes, as a block of its own. */
const toPositions = ({ said }: Account): readonly Label[] => {
  const labels = new Map<string, Label>()
  for (const { claim, record, origin, standing } of said)
    if (claim.attribute === 'position' && standing === 'current') {
      const party = record.mention?.words ?? origin.name
      const value = `${claim.value.answer} ${claim.value.on}`
      labels.set(`${party} ${value}`, { name: `position of ${party}`, value, why: [`says ${origin.name}`] })
    }
  return [...labels.values()]
}

/**
 * The policy `airwars`: who is said to have carried it out, a grade where civilian harm is alleged and a person has judged, and the
 * ranges of civilians and of fighters, by whom each speaker says that the dead were.
 */
export const airwars = (account: Account): PolicyView => {
  const estimates = account.pools('killed').flatMap((pool) => ofPool(account, pool))
  const harm = isHarmAlleged(account)
  const labels = [strikeStatus(account), toGrade(account), ...toPositions(account)]
  return { policy: 'airwars', row: harm, why: harm ? [] : ['no civilian harm reported, not graded'], labels, estimates }
}
