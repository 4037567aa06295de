import type { PlaceMention, TimeMention } from '../../model/mention.ts'
import { type Span, span } from '../../model/span.ts'
import { caseOf } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { singular } from '../mentions/party/nouns.ts'
import { placesAgree } from './agree.ts'
import { headOf, isBounding, isOfSaying } from './attach.ts'
import type { Cluster } from './cluster.ts'
import type { Happening } from './happening.ts'
import { isAboutSomebody } from './happenings.ts'
import { listUnlisted, mintPlace } from './unlisted.ts'

/** How many of a story's first sentences say when and where, if its own words for the event do not. */
const LEAD = 3
/** The coarsest place that still says where something was. */
const PLACED = 5
/** Prepositions by which a place says where. */
const STANDS = /^(?:in|at|near|outside|on|around|inside|along|across|of|from)$/
/** People of a place, whose word for it tells where it was. */
const LOCALS =
  /^(?:resident|villager|witness|inhabitant|local|townspeople|townsfolk|mayor|neighbou?r|medic|doctor|police|sheriff|shopkeeper|trader|farmer|activist|hospital)$/
const HOUSE = /\b(?:hospital|clinic|ministry|department|command|directorate|office|institute)\b/i
const DATELINE_BEGINS = 3

const isPlaced = ({ places }: Happening): boolean => places.some(({ mention, role }) => mention.precision <= PLACED && role === 'hit')
const isDated = ({ times }: Happening): boolean => times.length > 0

/** The event a document is about: of those that happened, the one it says most of. */
const mainOf = (clusters: readonly Cluster[]): Cluster | undefined => {
  let main: Cluster | undefined
  let most = -1
  for (const cluster of clusters) {
    if (!cluster.happenings.some(({ manner }) => manner.status === 'happened')) continue
    const weight = cluster.happenings.reduce((sum, one) => sum + 1 + 2 * one.casualties.length + one.agents.length + one.targets.length, 0)
    if (weight > most) {
      most = weight
      main = cluster
    }
  }
  return main
}

const isDay = ({ type, value }: TimeMention): boolean =>
  (type === 'DATE' || type === 'TIME') && !/_REF$/.test(value ?? '') && value !== null

type Part = Readonly<{ kind: string; spans: readonly Span[] }>

/** Headline and standfirst, the first sentences of the story, and the datelines, each with its sentences. */
const partsOf = (view: View): Readonly<Record<'heads' | 'lead' | 'datelines', Part['spans']>> => {
  const heads: Span[] = []
  const lead: Span[] = []
  const datelines: Span[] = []
  for (const sentence of view.sentences) {
    const kind = view.passageOf(sentence.first)?.kind
    if (kind === 'dateline') datelines.push(sentence)
    else if (kind === 'headline' || kind === 'standfirst') heads.push(sentence)
    else if ((kind === 'paragraph' || kind === 'list-item') && lead.length < LEAD) lead.push(sentence)
    if (lead.length >= LEAD) break
  }
  return { heads, lead, datelines }
}

/** Gives the event a document is about the time of its lead, and the place of its headline, its lead, its witnesses or its dateline, where its own words give none. */
export const readOpening = (view: View, clusters: readonly Cluster[]): void => {
  const main = mainOf(clusters)
  if (!main) return
  const { heads, lead, datelines } = partsOf(view)
  const others = clusters.filter((cluster) => cluster !== main)
  const taken = new Set([
    ...others.flatMap(({ happenings }) => happenings.flatMap(({ times, places }) => [...times, ...places].map((x) => x.mention.id))),
    ...main.happenings.flatMap(({ places }) => places.filter(({ role }) => role !== 'hit').map(({ mention }) => mention.id)),
  ])
  if (!main.happenings.some(isDated)) {
    const mention = [...lead, ...heads]
      .flatMap((sentence) => view.within('time', sentence))
      .find((time) => {
        if (!isDay(time) || taken.has(time.id)) return false
        const head = headOf(view, time)
        return !isBounding(view, head) && !isOfSaying(view, head)
      })
    const first = main.happenings[0]!
    if (mention) main.happenings[0] = { ...first, times: [...first.times, { mention, rule: 'date/lead' }] }
  }
  const sources = new Set(view.context.statements.flatMap(({ source }) => (source ? [view.tokenAt(source.start)] : [])))
  const stands = (mention: PlaceMention): boolean => {
    const head = headOf(view, mention)
    return (
      mention.precision <= PLACED &&
      STANDS.test(caseOf(view, head)) &&
      !sources.has(head) &&
      !isOfSaying(view, head) &&
      !isAboutSomebody(view, mention, head)
    )
  }
  const ofLocals = (mention: PlaceMention): boolean => {
    const head = headOf(view, mention)
    const above = view.tokens[head]!.head
    return mention.precision <= PLACED && above >= 0 && LOCALS.test(singular(view.tokens[above]!.lemma.toLowerCase()))
  }
  const placesIn = (spans: readonly Span[]): readonly PlaceMention[] =>
    spans.flatMap((sentence) => view.within('place', sentence)).filter(({ id }) => !taken.has(id))
  const held = main.happenings.flatMap(({ places }) => places.map(({ mention }) => mention))
  const fits = (mention: PlaceMention): boolean =>
    held.every(({ country }) => country === null || mention.country === null || country === mention.country)
  const give = (mention: PlaceMention, rule: string): void => {
    const first = main.happenings[0]!
    main.happenings[0] = {
      ...first,
      places: [...first.places, { mention, span: span(mention.start, mention.end), relation: 'at', role: 'hit', rule }],
    }
  }
  if (main.happenings.some(isPlaced)) {
    // A headline's place goes with those the story gives, or says where the unlisted ones lie.
    const fine = held.filter(({ precision }) => precision <= PLACED)
    const isLocated = fine.some(({ lat }) => lat !== null)
    const mention = placesIn(heads)
      .filter((one) => stands(one) || (!isLocated && one.precision <= PLACED && !isAboutSomebody(view, one, headOf(view, one))))
      .find(
        (one) =>
          fits(one) &&
          !fine.some(({ name }) => name !== null && name === one.name) &&
          (!isLocated || fine.some((other) => placesAgree(one, other) > 0)),
      )
    if (mention) give(mention, 'place/headline')
    return
  }
  // "GENERAL HOSPITAL, NORTHPORT", over a bulletin: where the house stands.
  const telling = heads.filter(
    ({ start, end }) => view.within('act', { start, end }).length > 0 || !HOUSE.test(view.text.slice(start, end)),
  )
  const unlisted = (): readonly PlaceMention[] =>
    lead.flatMap(({ start }) => listUnlisted(view, view.tokens[view.tokenAt(start)]!.sentence)).map((one) => mintPlace(view, one))
  const choices: readonly (readonly [rule: string, list: () => readonly PlaceMention[]])[] = [
    ['place/headline', () => placesIn(telling).filter(({ precision }) => precision <= PLACED)],
    ['place/lead', () => placesIn(lead).filter(stands)],
    ['place/lead', unlisted],
    ['place/locals', () => placesIn(lead).filter(ofLocals)],
    ['place/dateline', () => placesIn(datelines).filter(({ precision }) => precision <= DATELINE_BEGINS)],
  ]
  for (const [rule, list] of choices) {
    const mention = list().find(fits)
    if (!mention) continue
    give(mention, rule)
    return
  }
}
