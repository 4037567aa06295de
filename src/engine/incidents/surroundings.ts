import type { PlaceMention, TimeMention } from '../../model/mention.ts'
import { span } from '../../model/span.ts'
import { caseOf } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { daysOf } from './agree.ts'
import { headOf, holderOf, isBounding, isOfSaying, nearestIn } from './attach.ts'
import type { Cluster } from './cluster.ts'
import type { Happening, Placed } from './happening.ts'
import { isAboutSomebody, roleOf } from './happenings.ts'
import { listUnlisted, mintPlace, type Unlisted } from './unlisted.ts'

/** Sentences that tell where and when without naming the deed: "Officers were called to …", "It happened about 6 p.m. at …". */
const SCENE =
  /\b(?:called to|responded to|dispatched to|arrived at|sent to|rushed to|happened|occurred|took place|the scene|unfolded|reported at|broke out)\b/i
const STANDS = /^(?:in|at|near|outside|on|around|inside|of|between|along|across|north of|south of|east of|west of|to)$/

/** How fine a place must be to say where. */
const FINE = 3
/** How far behind its event a sentence about the scene may stand. */
const REACH = 3

const isHeld = ({ places }: Happening): boolean => places.some(({ mention, role }) => mention.precision <= FINE && role === 'hit')

const toPlaced = (view: View, unlisted: Unlisted, through: readonly number[]): Placed => {
  const mention = mintPlace(view, unlisted)
  const near = /\b(?:near|outside|around|outskirts of)\s(?:the\s)?$/i.exec(view.text.slice(Math.max(0, mention.start - 30), mention.start))
  const relation = near ? (/^out/i.test(near[0]) ? 'outside' : 'near') : 'at'
  return {
    mention,
    span: span(mention.start, mention.end),
    relation,
    role: roleOf(view, through, unlisted.head),
    rule: 'place/unlisted',
  }
}

/** Places no gazetteer lists, by the words around their names: each goes to the word for a deed it hangs on. */
export const nameUnlisted = (view: View, happenings: readonly Happening[]): readonly Happening[] => {
  const isCue = isCueIn(view)
  const byToken = new Map(happenings.map((one) => [one.token, one]))
  const found = new Map<number, Placed[]>()
  for (const sentence of new Set(happenings.map((one) => one.sentence)))
    for (const unlisted of listUnlisted(view, sentence)) {
      const hold = holderOf(view, unlisted.head, (i) => byToken.has(i), isCue, 'place')
      if (!hold) continue
      const list = found.get(hold.trigger)
      const placed = toPlaced(view, unlisted, hold.through)
      if (list) list.push(placed)
      else found.set(hold.trigger, [placed])
    }
  return happenings.map((one) => {
    const own = found.get(one.token)
    return own ? { ...one, places: [...one.places, ...own] } : one
  })
}

/** What no word for a deed holds goes to the one event its sentence tells of, where that has no place yet. */
const giveUnlisted = (view: View, clusters: readonly Cluster[]): void => {
  const tellers = new Map<number, Set<Cluster>>()
  const named = new Set<number>()
  for (const cluster of clusters)
    for (const { sentence, places } of cluster.happenings.slice(0, 60)) {
      tellers.set(sentence, (tellers.get(sentence) ?? new Set()).add(cluster))
      for (const { mention } of places) named.add(mention.start)
    }
  for (const [sentence, own] of tellers) {
    const only = own.size === 1 ? [...own][0]! : undefined
    if (!only || only.happenings.some(isHeld)) continue
    const unlisted = listUnlisted(view, sentence).find((one) => !named.has(one.span.start))
    if (!unlisted) continue
    const at = only.happenings.findIndex((one) => one.sentence === sentence)
    const happening = only.happenings[at]!
    only.happenings[at] = { ...happening, places: [...happening.places, toPlaced(view, unlisted, [])] }
  }
}

const isCueIn = (view: View): ((i: number) => boolean) => {
  const cues = new Set(view.context.statements.flatMap(({ cue }) => (cue ? [view.tokenAt(cue.start)] : [])))
  return (i) => cues.has(i)
}

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7 }

/** "Schools were shut on Friday, a day after bombers killed 43": the day of what came before, counted back from the day said. */
const countBack = (view: View, clusters: readonly Cluster[], held: Set<string>): void => {
  for (const { happenings } of clusters) {
    if (happenings.some(({ times }) => times.length > 0)) continue
    for (const [at, happening] of happenings.slice(0, 12).entries()) {
      const times = view.within('time', view.sentences[happening.sentence]!)
      const gap = times.find(
        ({ type, end, value }) =>
          type === 'DURATION' &&
          /^P\d+[DW]$/.test(value ?? '') &&
          view.tokens[view.tokenAt(end)]?.lower === 'after' &&
          view.tokenAt(end) < happening.token &&
          happening.token - view.tokenAt(end) < 25,
      )
      const day =
        gap &&
        times
          .filter(({ id, start }) => id !== gap.id && start < happening.start)
          .map(daysOf)
          .find((days) => days && days[0] === days[1])
      const amount = gap && /^P(\d+)([DW])$/.exec(gap.value ?? '')
      if (!gap || !day || !amount) continue
      const value = new Date((day[0] - Number(amount[1]) * DAYS[amount[2]!]!) * 86_400_000).toISOString().slice(0, 10)
      const mention = view.mint({
        ...gap,
        id: '',
        end: view.tokens[view.tokenAt(gap.end)]!.end,
        type: 'DATE',
        value,
        from: value,
        to: value,
      } as TimeMention)
      held.add(mention.id)
      happenings[at] = { ...happening, times: [{ mention, rule: 'date/counted-back' }] }
      break
    }
  }
}

const SITE =
  /^(?:base|camp|outpost|post|barracks|prison|jail|airport|airbase|airfield|port|village|town|city|hospital|school|checkpoint|border|province|district|hotel|market|mosque|church|facility|refinery|oilfield|port)$/

/** "at an Iraqi base", in a document whose deeds lie in Iraq: the country, where an event has no other place. */
const placeByOwner = (view: View, clusters: readonly Cluster[]): void => {
  const countries = new Set(
    clusters.flatMap(({ happenings }) => happenings.flatMap(({ places }) => places.flatMap(({ mention }) => mention.country ?? []))),
  )
  const all = clusters.flatMap(({ happenings }) => happenings.map(({ token }) => token)).sort((a, b) => a - b)
  for (const { happenings } of clusters) {
    if (happenings.some(({ places }) => places.some(({ role }) => role === 'hit'))) continue
    const tokens = new Set(happenings.map(({ token }) => token))
    for (const [at, happening] of happenings.slice(0, 12).entries()) {
      const { first, last } = view.sentences[happening.sentence]!
      const owner = view.tokens
        .slice(first, last)
        .filter(
          ({ i, lemma }) =>
            SITE.test(lemma) && /^(?:at|in|on|near|inside|outside)$/.test(caseOf(view, i)) && tokens.has(nearestIn(all, i) ?? -1),
        )
        .flatMap(({ i }) => view.children(i).filter((child) => child < i))
        .flatMap((child) => view.within('party', view.tokens[child]!))
        .find(({ type, actor }) => type === 'geopolitical' && actor !== null && countries.has(actor.toUpperCase()))
      if (!owner) continue
      const mention = view.mint({
        id: '',
        kind: 'place',
        start: owner.start,
        end: owner.end,
        lat: null,
        lon: null,
        name: null,
        country: owner.actor!.toUpperCase(),
        precision: 6,
        radiusM: null,
      } as PlaceMention)
      const placed: Placed = { mention, span: span(owner.start, owner.end), relation: 'at', role: 'hit', rule: 'place/of-the-land' }
      happenings[at] = { ...happening, places: [...happening.places, placed] }
      break
    }
  }
}

/** Gives an event the place and the time that stand in its own sentences, or in one about the scene right behind, where its own words give none. */
export const lookAround = (view: View, clusters: readonly Cluster[]): void => {
  const taken = new Set(clusters.flatMap(({ happenings }) => happenings.map(({ sentence }) => sentence)))
  const sources = new Set(view.context.statements.flatMap(({ source }) => (source ? [view.tokenAt(source.start)] : [])))
  // What another event's own words hold, or say of hospitals and launch sites, is not this one's.
  const elsewhere = new Set(
    clusters.flatMap(({ happenings }) => happenings.flatMap(({ places }) => places.map(({ mention }) => mention.id))),
  )
  const within = (sentence: number): readonly PlaceMention[] =>
    view.within('place', view.sentences[sentence]!).filter((mention) => {
      const head = headOf(view, mention)
      return (
        !elsewhere.has(mention.id) &&
        !isOfSaying(view, head) &&
        mention.precision <= FINE &&
        STANDS.test(caseOf(view, head)) &&
        !sources.has(head) &&
        !isAboutSomebody(view, mention, head)
      )
    })
  const held = new Set(clusters.flatMap(({ happenings }) => happenings.flatMap(({ times }) => times.map(({ mention }) => mention.id))))
  const timesIn = (sentence: number): readonly TimeMention[] =>
    view.within('time', view.sentences[sentence]!).filter((mention) => {
      if (mention.type !== 'DATE' && mention.type !== 'TIME') return false
      if (/_REF$/.test(mention.value ?? '') || held.has(mention.id)) return false
      const head = headOf(view, mention)
      return !isBounding(view, head) && !isOfSaying(view, head)
    })
  const give = (cluster: Cluster, at: number, places: readonly PlaceMention[], times: readonly TimeMention[], rule: string): void => {
    const happening = cluster.happenings[at]!
    cluster.happenings[at] = {
      ...happening,
      places: [
        ...happening.places,
        ...places.map((mention) => ({
          mention,
          span: span(mention.start, mention.end),
          relation: 'at' as const,
          role: 'hit' as const,
          rule: `place/${rule}`,
        })),
      ],
      times: [...happening.times, ...times.map((mention) => ({ mention, rule: `date/${rule}` }))],
    }
  }
  const wordsOf = ({ start, end }: PlaceMention): string => view.text.slice(start, end).toLowerCase()
  giveUnlisted(view, clusters)
  countBack(view, clusters, held)
  for (const cluster of clusters) {
    const { happenings } = cluster
    if (!happenings.some(({ manner }) => manner.status === 'happened')) continue
    if (!happenings.some(isHeld))
      for (let at = 0; at < happenings.length && at < 12; at++) {
        const places = within(happenings[at]!.sentence).slice(0, 2)
        if (places.length === 0) continue
        give(cluster, at, places, [], 'same-sentence')
        break
      }
    if (!happenings.some(({ times }) => times.length > 0))
      for (let at = 0; at < happenings.length && at < 12; at++) {
        const time = timesIn(happenings[at]!.sentence)[0]
        if (!time) continue
        give(cluster, at, [], [time], 'same-sentence')
        break
      }
    // "No plane flew over Northport on Thursday", below the charge that planes bombed Northport.
    const named = new Set(
      happenings.flatMap(({ places }) =>
        places.flatMap(({ mention, role }) => (role === 'hit' && mention.precision <= FINE ? [wordsOf(mention)] : [])),
      ),
    )
    if (named.size > 0 && !happenings.some(({ times }) => times.length > 0)) {
      const from = happenings[0]!.sentence
      for (let sentence = from + 1; sentence <= from + REACH && sentence < view.sentences.length; sentence++) {
        const { start, end, first } = view.sentences[sentence]!
        if (taken.has(sentence) || !view.bears(first)) continue
        if (!view.within('place', { start, end }).some((mention) => named.has(wordsOf(mention)))) continue
        const time = timesIn(sentence)[0]
        if (time) give(cluster, happenings.length - 1, [], [time], 'same-place')
        break
      }
    }
    const last = happenings[Math.min(happenings.length, 6) - 1]!.sentence
    const needsPlace = !happenings.some(isHeld)
    const needsTime = !happenings.some(({ times }) => times.length > 0)
    if (!needsPlace && !needsTime) continue
    for (let sentence = last + 1; sentence <= last + REACH && sentence < view.sentences.length; sentence++) {
      const { start, end, first } = view.sentences[sentence]!
      if (taken.has(sentence) || !view.bears(first) || !SCENE.test(view.text.slice(start, Math.min(end, start + 400)))) continue
      const places = needsPlace ? within(sentence).slice(0, 2) : []
      const times = needsTime
        ? view
            .within('time', { start, end })
            .filter(({ type, value }) => (type === 'DATE' || type === 'TIME') && !/_REF$/.test(value ?? ''))
        : []
      if (places.length + times.length === 0) continue
      give(cluster, happenings.length - 1, places, times.slice(0, 1), 'scene')
      break
    }
  }
  placeByOwner(view, clusters)
}
