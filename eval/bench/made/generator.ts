import type { Claim } from '../../../src/model/claim.ts'
import type { Mention } from '../../../src/model/mention.ts'
import type { Analysis } from '../../../src/model/reading.ts'

/** Numbers that come out the same for the same seed. */
const toRandom = (seed: number): (() => number) => {
  let state = (seed + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const DAY_MS = 86_400_000
const SHIFT_YEARS = 12

/** Words that are no names; telegrams are all in capitals. */
const WORD = /(?<!\p{L})(?:\p{Ll}{4,}|\p{Lu}{4,})(?!\p{L})/gu

const isUpper = (word: string): boolean => word === word.toUpperCase()

/** Words by case and length: each is put in the place of one as long, so that every offset stays where it is. */
const keyOf = (word: string): string => `${isUpper(word)} ${word.length}`

const toVocabulary = (analyses: readonly Analysis[]): ReadonlyMap<string, readonly string[]> => {
  const words = new Set(analyses.flatMap(({ document }) => document.text.match(WORD) ?? []))
  return Map.groupBy(words, keyOf)
}

const shiftDay = (day: string | null, days: number): string | null => {
  const time = day === null ? Number.NaN : Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? day : new Date(time + days * DAY_MS).toISOString().slice(0, 10)
}

type Change = Readonly<{ days: number; lat: number; lon: number; toll: number }>

const changeMention = (mention: Mention, { days, lat, lon }: Change): Mention => {
  if (mention.kind === 'time')
    return { ...mention, from: shiftDay(mention.from, days), to: shiftDay(mention.to, days), value: shiftDay(mention.value, days) }
  if (mention.kind !== 'place' || mention.lat === null || mention.lon === null) return mention
  return { ...mention, lat: Math.max(-60, Math.min(70, mention.lat + lat)), lon: ((mention.lon + lon + 540) % 360) - 180 }
}

const changeClaim = (claim: Claim, { toll }: Change): Claim => {
  if (claim.attribute !== 'killed' && claim.attribute !== 'wounded') return claim
  const { low, high } = claim.value
  const plus = (n: number | null): number | null => (n === null ? null : n + toll)
  return { ...claim, value: { ...claim.value, low: plus(low), high: plus(high) } }
}

/**
 * Analyses made from real ones by other days, places, tolls and words, as many as asked for: some are told by several documents (the
 * same days, places and tolls in other words). The same number gives the same analysis.
 */
export const makeAnalysis = (base: readonly Analysis[]): ((n: number) => Analysis) => {
  const vocabulary = toVocabulary(base)
  return (n) => {
    // Every third document tells of the event of the one before.
    const event = Math.floor(n / 3) * 2 + Math.min(1, n % 3)
    const source = base[event % base.length]!
    const ofEvent = toRandom(event * 7919)
    const ofDocument = toRandom(n * 104_729 + 17)
    const change: Change = {
      days: Math.floor((ofEvent() - 0.5) * SHIFT_YEARS * 365),
      lat: (ofEvent() - 0.5) * 60,
      lon: (ofEvent() - 0.5) * 200,
      toll: Math.floor(ofEvent() * 30),
    }
    const text = source.document.text.replaceAll(WORD, (word) => {
      const others = vocabulary.get(keyOf(word))!
      return ofDocument() < 0.4 ? others[Math.floor(ofDocument() * others.length)]! : word
    })
    const published = shiftDay(source.document.published, change.days)
    return {
      ...source,
      id: `made-${n}`,
      document: { ...source.document, text, published, url: `https://made.example/${n}` },
      mentions: source.mentions.map((mention) => changeMention(mention, change)),
      claims: source.claims.map((claim) => changeClaim(claim, change)),
    }
  }
}
