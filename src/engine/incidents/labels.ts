import type { PlaceMention, TimeMention } from '../../model/mention.ts'
import { type Span, span } from '../../model/span.ts'
import type { View } from '../claims/view.ts'
import { daysOf, placesAgree } from './agree.ts'
import type { Cluster } from './cluster.ts'
import { type Entry, entriesOf, entryOf, isNamed } from './entries.ts'
import { landAt } from './unlisted.ts'

/** The entry that an event is told in, where all of it outside the headline stands in one. */
const homeOf = (view: View, { happenings }: Cluster): Entry | undefined => {
  const entries = new Set(
    happenings.filter((one) => !/^(?:headline|standfirst)$/.test(view.passageOf(one.token)?.kind ?? '')).map((one) => entryOf(view, one)),
  )
  const [only] = entries
  return entries.size === 1 && only?.lends && !only.posted ? only : undefined
}

const WORDS = /^(?:[^.]{2,12}day\.\s)?([\p{Lu}\d][^!?;:]{1,60}?)(?:,\s\d{1,2}:\d{2}\s?[ap]\.?m\.?)?$/u

/** The place a label names: as the gazetteer has it, else its words, where they are capitals or an address. */
const placeOf = (view: View, { start, end }: Span): PlaceMention | undefined => {
  const words = view.text.slice(start, end)
  const found = WORDS.exec(words)?.[1]
  const isAddress = /\d:\d{2}/.test(words)
  const known = view.within('place', { start, end }).find((mention) => !isAddress || mention.end - mention.start >= (found?.length ?? 0))
  if (known) return known
  if (found === undefined || !(isAddress || isNamed(view, span(start, end)))) return undefined
  if (view.within('time', { start, end }).some((time) => words.startsWith(found, time.start - start))) return undefined
  const from = start + words.indexOf(found)
  const own = { id: '', kind: 'place', ...span(from, from + found.length) } as const
  // The same name further on, where its words make it a place.
  const again = view.context.mentions.find(
    (mention): mention is PlaceMention =>
      mention.kind === 'place' && view.text.slice(mention.start, mention.end).toLowerCase() === found.toLowerCase(),
  )
  return view.mint(
    again ? { ...again, ...own } : { ...own, lat: null, lon: null, name: null, country: landAt(view, own), precision: 3, radiusM: null },
  )
}

const isDay = ({ type, value }: TimeMention): boolean => (type === 'DATE' || type === 'TIME') && value !== null && /^\d{4}-/.test(value)

/** How fine a place is that needs no label beside it. */
const FINE = 3

/** A page that is written while things happen tells of its own day, where its words give no other. */
const dateLive = (view: View, clusters: readonly Cluster[]): void => {
  if (![...entriesOf(view).values()].some(({ posted }) => posted)) return
  const day = view.document.passages
    .filter(({ kind }) => kind === 'dateline')
    .flatMap((passage) => view.within('time', passage))
    .find((time) => isDay(time) && time.type === 'DATE')
  if (!day) return
  for (const cluster of clusters) {
    const at = cluster.happenings.findIndex((one) => entryOf(view, one)?.posted)
    const happening = cluster.happenings[at]
    if (!happening || cluster.happenings.some(({ times, other, manner }) => times.length > 0 || other || manner.status !== 'happened'))
      continue
    cluster.happenings[at] = { ...happening, times: [{ mention: day, rule: 'date/live' }] }
  }
}

/** Gives each event of an entry the place and the day of its label, where its own words give none. */
export const readLabels = (view: View, clusters: readonly Cluster[]): void => {
  dateLive(view, clusters)
  for (const cluster of clusters) {
    const home = homeOf(view, cluster)
    if (!home) continue
    const at = cluster.happenings.findIndex((one) => entryOf(view, one) !== undefined)
    const happening = cluster.happenings[at]
    if (!happening) continue
    const held = cluster.happenings.flatMap(({ places }) => places.filter(({ role }) => role === 'hit').map(({ mention }) => mention))
    const mention = placeOf(view, home.label)
    const fits = mention && held.every((one) => placesAgree(one, mention) >= 0 && one.start !== mention.start)
    const places =
      mention && (fits || !held.some(({ precision }) => precision <= FINE))
        ? [{ mention, span: span(mention.start, mention.end), relation: 'at' as const, role: 'hit' as const, rule: 'place/label' }]
        : []
    const time = view.within('time', home.label).find(isDay)
    // "Tuesday. … was shot and died on Wednesday": what the item tells began on its day.
    const day = time && daysOf(time)
    const isFirst =
      day !== undefined &&
      cluster.happenings.every(({ times }) =>
        times.every(({ mention: other }) => (daysOf(other)?.[0] ?? Number.NEGATIVE_INFINITY) > day[1]),
      )
    const times = time && isFirst ? [{ mention: time, rule: 'date/label' }] : []
    cluster.happenings[at] = { ...happening, places: [...happening.places, ...places], times: [...happening.times, ...times] }
  }
}
