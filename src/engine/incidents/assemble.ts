import type { Claim, Figure } from '../../model/claim.ts'
import { counter } from '../../model/id.ts'
import type { Aggregate, Incident, IncidentStatus, Relation } from '../../model/incident.ts'
import type { Mention, TimeMention } from '../../model/mention.ts'
import type { Analysis } from '../../model/reading.ts'
import { type Span, span } from '../../model/span.ts'
import { findBlame } from '../claims/blame.ts'
import { type Casualty, findCasualties } from '../claims/casualties.ts'
import { chainOf, sayerOf } from '../claims/chain.ts'
import { findCharacterisations, labelOf } from '../claims/characterisation.ts'
import { toCountIndex } from '../claims/counts.ts'
import { describe } from '../claims/describe.ts'
import { type Draft, draft } from '../claims/draft.ts'

import { withoutEchoes } from '../claims/echoes.ts'
import { findEvidence } from '../claims/evidence.ts'
import { findFigures } from '../claims/figures.ts'
import { findNamed } from '../claims/named.ts'
import { perpetratorsOf, targetsOf, victimsOf } from '../claims/parties.ts'
import { mintPerson, nameOf } from '../claims/person-name.ts'
import { findPositions } from '../claims/positions.ts'
import { quantitiesOf } from '../claims/quantities.ts'
import { damageOf, motiveOf, typesOf } from '../claims/texts.ts'
import type { View } from '../claims/view.ts'
import type { ActReading } from '../mentions/act/acts.ts'
import { type Domain, domainsOf } from '../mentions/act/domain.ts'
import { EXCLUSIONS } from '../mentions/act/figurative.ts'
import type { CountReading } from '../mentions/count/counts.ts'
import type { WeaponReading } from '../mentions/weapon/weapons.ts'
import { statementAt } from '../statements/statement-at.ts'
import { findAffiliations } from './affiliations.ts'
import { partAggregates } from './aggregates.ts'
import { daysOf, isBarePart } from './agree.ts'
import { partByPlaces } from './apart.ts'
import { weaponsOf } from './arms.ts'
import { headOf } from './attach.ts'
import { type Break, type Cluster, clusterGroups, type Group, groupSentence } from './cluster.ts'
import { doerAt } from './doers.ts'
import { attachEvidence } from './evidence.ts'
import type { Happening } from './happening.ts'
import { findHappenings } from './happenings.ts'
import { readLabels } from './labels.ts'
import { isInMishap, isMishap } from './mishaps.ts'
import { readOpening } from './opening.ts'
import { findResponses } from './responses.ts'
import { reviseByEntry } from './revisions.ts'
import { speakerFirst } from './self.ts'
import { isSubstantial } from './substance.ts'
import { lookAround, nameUnlisted } from './surroundings.ts'
import { partyAt, type Resolve, takingAt } from './takers.ts'
import { titleOf } from './title.ts'
import { type Typed, typeOf } from './types.ts'

/** `minted`: mentions that only these stages saw a need for. */
export type Found = Pick<Analysis, 'incidents' | 'claims' | 'relations' | 'affiliations' | 'aggregates'> &
  Readonly<{ minted: readonly Mention[] }>

export type Readings = Readonly<{
  counts: readonly CountReading[]
  acts: readonly ActReading[]
  weapons: readonly WeaponReading[]
  resolve: Resolve
}>

const STAGED =
  /\b(?:drills?|exercises?|simulat(?:ed|ion|ions)|scenario|script(?:ed)?|rehears(?:al|ed|als)|mock|role-?play(?:ers?|ed)?|played the|make-?up|extras|actors)\b/gi
const STAGED_TITLE = /\b(?:drill|exercise|simulation|mock|rehearsal|training)\b/i

/** Is what the document tells a rehearsal? Its headline says so, and its words do again and again. */
const isStaged = ({ document }: View): boolean =>
  document.title !== null && STAGED_TITLE.test(document.title) && (document.text.slice(0, 20_000).match(STAGED)?.length ?? 0) >= 3

/** Casualties in sport, films, traffic and illness are none of an incident's. */
const isReal = (view: View, { predicate, agents, head }: Casualty, domain: Domain): boolean => {
  const token = view.tokens[predicate]!
  const { parsed } = view.context
  const args = {
    passive: false,
    agents: agents.map((i) => view.tokens[i]!),
    patients: [view.tokens[head]!],
    instruments: [],
    light: undefined,
  }
  return !EXCLUSIONS.some((exclusion) => exclusion.applies({ parsed, token, act: 'die', arguments: args, domain }))
}

const STATUS_ORDER: readonly IncidentStatus[] = ['happened', 'attempted', 'threatened', 'planned', 'hypothetical']

const statusOf = ({ happenings }: Cluster): IncidentStatus =>
  STATUS_ORDER.find((status) => happenings.some(({ manner }) => manner.status === status)) ?? 'happened'

const datesOf = (view: View, happenings: readonly Happening[]): readonly Draft[] => {
  const drafts = new Map<string, Draft>()
  // "by the evening" of the day that other words give.
  const isDated = happenings.some(({ times }) => times.some(({ mention }) => !isBarePart(view, mention) && daysOf(mention) !== undefined))
  for (const happening of happenings)
    for (const { mention, rule } of happening.times) {
      if (isDated && isBarePart(view, mention)) continue
      const key = `${mention.value ?? view.text.slice(mention.start, mention.end)} ${sayerOf(happening.statement)}`
      if (drafts.has(key)) continue
      drafts.set(
        key,
        draft({
          attribute: 'date',
          value: { mention: mention.id },
          spans: [span(mention.start, mention.end)],
          statement: happening.statement,
          modality: happening.manner.modality,
          because: [rule, `act/${happening.act}`],
        }),
      )
    }
  return [...drafts.values()]
}

const placesOf = (view: View, happenings: readonly Happening[]): readonly Draft[] => {
  const drafts = new Map<string, Draft>()
  for (const happening of happenings)
    for (const { mention, span: own, relation, role, rule } of happening.places) {
      const key = `${mention.geonameId ?? view.text.slice(mention.start, mention.end)} ${role} ${sayerOf(happening.statement)}`
      if (drafts.has(key)) continue
      drafts.set(
        key,
        draft({
          attribute: 'place',
          value: { mention: mention.id, relation, role },
          spans: [own],
          statement: happening.statement,
          modality: happening.manner.modality,
          because: [rule, `act/${happening.act}`],
        }),
      )
    }
  return [...drafts.values()]
}

const figuresOf = (view: View, index: ReturnType<typeof toCountIndex>, happenings: readonly Happening[]): readonly Draft[] => {
  const found = findFigures(view, index, happenings)
  reviseByEntry(view, found)
  const drafts = new Map(
    found.map((figure) => {
      const one: Draft = {
        ...draft({
          attribute: figure.attribute,
          value: { ...figure.value, of: null },
          spans: figure.spans,
          statement: figure.statement,
          modality: figure.modality,
          because: figure.because,
        }),
        retracts: figure.retracts,
      }
      return [figure, one] as const
    }),
  )
  for (const [figure, one] of drafts) {
    one.of = figure.of ? (drafts.get(figure.of) ?? null) : null
    one.revises = figure.revises ? (drafts.get(figure.revises) ?? null) : null
  }
  return [...drafts.values()]
}

type Built = { readonly cluster: Cluster; drafts: Draft[]; readonly status: IncidentStatus }

const byStart = (a: Draft, b: Draft): number => a.spans[0].start - b.spans[0].start

const isFigure = (value: Claim['value']): value is Figure => 'extent' in value

const toClaims = (view: View, incident: string, drafts: readonly Draft[], nextId: () => string): readonly Claim[] => {
  const ids = new Map(drafts.map((one) => [one, nextId()]))
  return drafts.map((one) => {
    const value = isFigure(one.value) && one.of ? { ...one.value, of: ids.get(one.of) ?? null } : one.value
    return {
      id: ids.get(one)!,
      incident,
      attribute: one.attribute,
      value,
      spans: one.spans,
      statement: one.statement?.id ?? null,
      chain: chainOf(view, one.statement),
      modality: one.modality,
      evidence: one.evidence,
      revises: one.revises ? (ids.get(one.revises) ?? null) : null,
      ...(one.retracts ? { retracts: true as const } : {}),
      confidence: null,
      because: one.because,
    } as Claim
  })
}

/** Which cluster a word belongs to: its own, that of the nearest act in its sentence, else the one last spoken of. */
const locator = (view: View, built: readonly Built[]): ((i: number) => Built | undefined) => {
  const byTokenId = new Map<number, Built>()
  const bySentence = new Map<number, { token: number; built: Built }[]>()
  for (const one of built)
    for (const { token, sentence } of one.cluster.happenings) {
      byTokenId.set(token, one)
      const list = bySentence.get(sentence)
      if (list) list.push({ token, built: one })
      else bySentence.set(sentence, [{ token, built: one }])
    }
  return (i) => {
    const own = byTokenId.get(i)
    if (own) return own
    const { sentence } = view.tokens[i]!
    for (let at = sentence; at >= 0 && at > sentence - 8; at--) {
      const list = bySentence.get(at)
      if (!list) continue
      const real = list.filter(({ built: one }) => one.status === 'happened')
      return (real.length > 0 ? real : list).reduce((a, b) => (Math.abs(b.token - i) < Math.abs(a.token - i) ? b : a)).built
    }
    return built.find(({ status }) => status === 'happened') ?? built[0]
  }
}

const relationsOf = (
  breaks: readonly Break[],
  clusterOf: (happening: Happening) => string | undefined,
  seriesTargets: (series: Happening, from: Happening) => readonly string[],
  view: View,
): readonly Relation[] => {
  const relations: Relation[] = []
  const seen = new Set<string>()
  for (const { from, to, type, at } of breaks) {
    const source = clusterOf(from)
    const direct = clusterOf(to)
    const targets = direct ? [direct] : seriesTargets(to, from)
    for (const target of targets) {
      const key = `${source} ${target} ${type}`
      if (!source || source === target || seen.has(key)) continue
      seen.add(key)
      const [first, last] = at < to.token ? [at, to.token] : [to.token, at]
      relations.push({
        from: source,
        to: target,
        type,
        spans: [span(view.tokens[first]!.start, view.tokens[last]!.end)],
        statement: from.statement?.id ?? null,
      })
    }
  }
  return relations
}

/** Adds who is said to answer whom, in place of a mere "earlier" between the two. */
const withResponses = (
  view: View,
  relations: readonly Relation[],
  built: readonly Built[],
  clusterOf: (happening: Happening) => string | undefined,
): readonly Relation[] => {
  const known = built.map(({ cluster, status }) => ({ happenings: cluster.happenings, status }))
  const responses = findResponses(view, known).flatMap(({ from, to, at }): readonly Relation[] => {
    const [source, target] = [clusterOf(from), clusterOf(to)]
    const statement = statementAt(view.context.statements, at) ?? from.statement
    return source && target ? [{ from: source, to: target, type: 'in-response-to', spans: [at], statement: statement?.id ?? null }] : []
  })
  const isSaid = (list: readonly Relation[], { from, to }: Relation): boolean =>
    list.some((one) => one.type === 'in-response-to' && one.from === from && one.to === to)
  const fresh = responses.filter((one, index) => !isSaid(relations, one) && !isSaid(responses.slice(0, index), one))
  return [...relations.filter((one) => one.type !== 'earlier' || !isSaid(fresh, one)), ...fresh]
}

const UNITS: Readonly<Record<string, number>> = { D: 1, W: 7 }

const isDay = (days: readonly number[]): days is readonly [number, number] => days.length === 2 && days[0] === days[1]

/** Does somebody say, between the words for the time and the deed, that it was done? */
const isSaidBehind = (view: View, gap: Span, { start }: Happening): boolean =>
  view.context.statements.some(({ cue }) => cue !== null && cue.start >= gap.end && cue.end <= start)

/** "struck on Sunday, two days after a rocket attack": the attack was on Friday, though no word says so. */
const dateByGaps = (view: View, clusters: readonly Cluster[], breaks: readonly Break[]): void => {
  for (const { from, to, gap } of breaks) {
    if (!gap) continue
    const earlier = clusters.find(({ happenings }) => happenings.includes(to))
    const later = clusters.find(({ happenings }) => happenings.includes(from))
    if (!earlier || !later || earlier === later) continue
    const said = view.within('time', gap)[0]?.value ?? (/^a day\b/i.test(view.text.slice(gap.start, gap.end)) ? 'P1D' : '')
    const amount = /^P(\d+)([DW])$/.exec(said)
    const daysIn = (list: readonly Happening[]): readonly (readonly [number, number])[] =>
      list.flatMap(({ times }) => times.flatMap(({ mention }) => (isBarePart(view, mention) ? [] : [daysOf(mention) ?? []].filter(isDay))))
    const [here, all] = [daysIn(later.happenings.filter(({ sentence }) => sentence === from.sentence)), daysIn(later.happenings)]
    // "The strike came three days after …": on the one day that was told of it before; not "after the army said it had …".
    const told = !isSaidBehind(view, gap, to) && all.every(([first]) => first === all[0]![0]) ? all[0] : undefined
    const day = here[0] ?? told
    if (!amount || !day || earlier.happenings.some(({ times }) => times.some(({ mention }) => daysOf(mention) !== undefined))) continue
    const value = new Date((day[0] - Number(amount[1]) * UNITS[amount[2]!]!) * 86_400_000).toISOString().slice(0, 10)
    const mention = view.mint({
      id: '',
      kind: 'time',
      start: gap.start,
      end: gap.end,
      type: 'DATE',
      value,
      from: value,
      to: value,
      part: null,
      assumed: [],
    } as TimeMention)
    const at = earlier.happenings.indexOf(to)
    earlier.happenings[at] = { ...to, times: [...to.times, { mention, rule: 'date/so-long-before' }] }
  }
}

const SEVERAL: Readonly<Record<string, number>> = { both: 2, two: 2, three: 3, four: 4, five: 5 }

const severalOf = (view: View, i: number): number =>
  view.tokens[i]!.xpos === 'NNS' ? Math.max(0, ...view.children(i).map((child) => SEVERAL[view.tokens[child]!.lower] ?? 0)) : 0

/** "both attacks", "the three bombings". */
const isSeveral = (view: View, i: number): boolean => severalOf(view, i) > 1

/** The incidents last told of before "both attacks", as many as it says. */
const toldBefore = (built: readonly Built[], i: number, view: View): readonly Built[] => {
  const last = (one: Built): number => one.cluster.happenings.reduce((at, { token }) => (token < i && token > at ? token : at), -1)
  return built
    .filter((one) => one.status === 'happened' && last(one) >= 0)
    .sort((a, b) => last(b) - last(a))
    .slice(0, severalOf(view, i))
}

/** From the readings of a document to its incidents and to who claims what about them. */
export const assemble = (view: View, { counts, acts, weapons, resolve }: Readings): Found => {
  const index = toCountIndex(counts)
  const domainAt = domainsOf(view.context.parsed)
  const staged = isStaged(view)
  const affiliations = findAffiliations(view, resolve)
  const casualties = findCasualties(view, index).filter(
    (casualty) =>
      !staged &&
      view.bears(casualty.predicate) &&
      !isMishap(view, casualty.predicate) &&
      isReal(view, casualty, domainAt(view.tokens[casualty.predicate]!)),
  )
  const { aggregates, rest } = partAggregates(view, casualties)
  const totalled = new Set(casualties.filter((casualty) => !rest.includes(casualty)).map(({ predicate }) => predicate))
  const totalledIn = new Set([...totalled].map((i) => view.tokens[i]!.sentence))
  const told = findHappenings({
    view,
    acts: staged ? [] : acts.filter(({ token }) => !isInMishap(view, token)),
    casualties: rest,
    weapons,
    resolve,
  }).filter(
    ({ token, sentence, reference, casualties: own }) =>
      !totalled.has(token) &&
      !(totalledIn.has(sentence) && own.length === 0 && (reference === 'plural' || view.tokens[token]!.lemma === 'violence')),
  )
  const happenings = partByPlaces(view, nameUnlisted(view, told))
  const bySentence = new Map<number, Happening[]>()
  for (const happening of happenings) {
    const list = bySentence.get(happening.sentence)
    if (list) list.push(happening)
    else bySentence.set(happening.sentence, [happening])
  }
  const groups: Group[] = []
  const series: Group[] = []
  const breaks: Break[] = []
  for (const [, own] of bySentence) {
    const grouped = groupSentence(view, own)
    breaks.push(...grouped.breaks)
    for (const group of grouped.groups) (group.series ? series : groups).push(group)
  }
  const allTold = clusterGroups(view, groups, new Set(breaks.map(({ to }) => to)))
  readLabels(view, allTold)
  const clusters = allTold.filter((cluster) => isSubstantial(view, cluster))
  dateByGaps(view, clusters, breaks)
  lookAround(view, clusters)
  readOpening(view, clusters)
  const built: Built[] = clusters.map((cluster) => ({ cluster, drafts: [], status: statusOf(cluster) }))
  // Who came to harm goes by the fullest name the document has for them.
  const mentionAt = (i: number): string | undefined => {
    const own = partyAt(view, i)
    const fullest = own?.type === 'person' && own.named ? resolve(i) : undefined
    const best = fullest?.type === 'person' && fullest.named ? fullest : own
    return best ? nameOf(view, best).id : mintPerson(view, i)?.id
  }
  for (const { cluster, drafts } of built) {
    const own = cluster.happenings
    const sentences = new Set(own.map(({ sentence }) => sentence))
    drafts.push(
      ...typesOf(view, own),
      ...datesOf(view, own),
      ...placesOf(view, own),
      ...perpetratorsOf(view, own),
      ...targetsOf(view, own),
      ...victimsOf(view, own, mentionAt),
      ...weaponsOf(view, own),
      ...figuresOf(view, index, own),
      ...quantitiesOf(view, counts, sentences, own),
      ...damageOf(view, own),
      ...motiveOf(view, own),
    )
  }
  const locate = locator(view, built)
  for (const { party, at, of, alleged, statement, rule } of findBlame(view)) {
    const taking = doerAt(view, speakerFirst(view, statement, resolve), party, rule)
    const homes = of !== undefined && isSeveral(view, of) ? toldBefore(built, of, view) : [locate(of ?? at)]
    if (!taking || taking.mention.type === 'facility') continue
    const isKnown = (home: Built): boolean =>
      home.drafts.some(
        (one) =>
          one.attribute === 'perpetrator' &&
          'mention' in one.value &&
          one.value.mention === taking.mention.id &&
          one.statement === statement,
      )
    for (const home of homes)
      if (home && !isKnown(home))
        home.drafts.push(
          draft({
            attribute: 'perpetrator',
            value: { mention: taking.mention.id },
            spans: [taking.span],
            statement,
            modality: statement?.stance === 'denies' ? 'denied' : alleged ? 'alleged' : 'asserted',
            because: [rule],
          }),
        )
  }
  for (const one of built) one.drafts = withoutEchoes(view, one.drafts)
  for (const { mention, harm, at, statement, rule } of findNamed(view, rest)) {
    const home = locate(at)
    if (home?.status !== 'happened') continue
    const name = nameOf(view, mention)
    const said = (id: string): string => {
      const known = view.mention(id)
      return known ? view.text.slice(known.start, known.end).toLowerCase() : ''
    }
    const words = said(name.id)
    if (home.drafts.some(({ attribute, value }) => attribute === 'victim' && 'fate' in value && said(value.mention).endsWith(words)))
      continue
    const about = describe(view, headOf(view, name))
    home.drafts.push(
      draft({
        attribute: 'victim',
        value: {
          mention: name.id,
          age: about.years,
          band: about.band,
          sex: about.sex,
          status: about.status,
          occupation: about.role,
          fate: harm === 'shot' ? 'wounded' : harm === 'displaced' ? null : harm,
        },
        spans: [span(name.start, name.end)],
        statement,
        modality: 'asserted',
        because: [rule],
      }),
    )
  }
  for (const position of findPositions(view)) {
    // "We did not strike that convoy", "It denied any part": the speaker, whatever "we" and "it" stand for elsewhere.
    const isOwn = position.rule === 'position/plain-denial' || view.tokens[position.party]!.upos === 'PRON'
    const speaker = isOwn && position.statement?.speaker ? view.mention(position.statement.speaker) : undefined
    const taking = speaker?.kind === 'party' ? { mention: speaker } : takingAt(view, resolve, position.party, position.rule)
    const home = locate(position.at)
    if (!taking || !home || (position.answer === 'investigating' && taking.mention.type === 'person')) continue
    home.drafts.push(
      draft({
        attribute: 'position',
        value: { party: taking.mention.id, on: position.on, answer: position.answer },
        spans: [span(position.start, position.end)],
        statement: position.statement,
        modality: 'asserted',
        because: [position.rule],
      }),
    )
  }
  for (const one of findCharacterisations(view)) {
    const home = locate(one.of)
    if (!home) continue
    home.drafts.push(
      draft({
        attribute: 'characterisation',
        value: { text: labelOf(view, one) },
        spans: [span(one.start, one.end)],
        statement: one.statement,
        modality: one.manner.modality,
        because: [one.rule],
      }),
    )
  }
  attachEvidence(
    view,
    findEvidence(view),
    built.map(({ drafts }) => drafts),
    (i) => built.indexOf(locate(i)!),
  )
  built.sort((a, b) => a.cluster.happenings[0]!.token - b.cluster.happenings[0]!.token)
  const nextIncident = counter('i')
  const nextClaim = counter('k')
  const incidents: Incident[] = []
  const claims: Claim[] = []
  const idOf = new Map<Cluster, string>()
  let before: Typed | undefined
  for (const { cluster, drafts, status } of built) {
    drafts.sort(byStart)
    const id = nextIncident()
    idOf.set(cluster, id)
    const taken = new Set(built.flatMap((one) => (one.cluster === cluster ? [] : one.cluster.happenings.map(({ sentence }) => sentence))))
    const typed = typeOf(view, cluster.happenings, { taken, before })
    if (status === 'happened') before ??= typed
    incidents.push({ id, type: typed.type, subType: typed.subType, status, title: titleOf(view, typed, drafts) })
    claims.push(...toClaims(view, id, drafts, nextClaim))
  }
  const clusterOf = (happening: Happening): string | undefined => {
    const home = built.find(({ cluster }) => cluster.happenings.some(({ token }) => token === happening.token))
    return home && idOf.get(home.cluster)
  }
  const seriesTargets = (one: Happening, from: Happening): readonly string[] =>
    membersOf(one, from, built, series).flatMap((cluster) => idOf.get(cluster) ?? [])
  return {
    incidents,
    claims,
    relations: withResponses(view, relationsOf(breaks, clusterOf, seriesTargets, view), built, clusterOf),
    affiliations,
    aggregates: aggregates as readonly Aggregate[],
    minted: view.minted(),
  }
}

/** The events that a plural such as "repeated attacks" has in mind: those of the same doers, other than the one told of beside it. */
const membersOf = (one: Happening, from: Happening, built: readonly Built[], series: readonly Group[]): readonly Cluster[] => {
  void series
  const doers = new Set(one.agents.flatMap(({ mention }) => [mention.id, mention.actor ?? mention.id]))
  return built
    .filter(
      ({ cluster, status }) =>
        status === 'happened' &&
        !cluster.happenings.includes(from) &&
        cluster.happenings.some(({ agents }) =>
          agents.some(({ mention }) => doers.has(mention.id) || (mention.actor !== null && doers.has(mention.actor))),
        ),
    )
    .map(({ cluster }) => cluster)
}
