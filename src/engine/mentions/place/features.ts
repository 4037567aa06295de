import type { Token } from '../../language/parsed.ts'
import type { Gazetteer, Place, PlaceKind } from './gazetteer.ts'
import type { NameSpan } from './spans.ts'
import { BODIES, DIVISIONS, GIVEN_NAMES, LOCATING, LOOSE_LOCATING, PAPERS, PLACE_NOUNS, SAYING, TITLES } from './words.ts'

/** The named signs by which a name is taken for a place. Their weights are in `weights.ts`. */
export const SPAN_FEATURES = [
  'bias',
  'tag-loc',
  'tag-loc-part',
  'tag-per',
  'inside-person',
  'inside-body',
  'tag-org',
  'tag-none',
  'own',
  'other',
  'loose',
  'unknown',
  'inner',
  'country',
  'province',
  'county',
  'capital',
  'seat',
  'region',
  'water',
  'facility',
  'population',
  'no-population',
  'common-word',
  'one-word',
  'short',
  'sentence-start',
  'before-locating',
  'before-open',
  'before-noun-of',
  'before-noun',
  'before-comma',
  'before-title',
  'before-given',
  'before-person',
  'before-capital',
  'before-the',
  'before-number',
  'after-container',
  'after-capital',
  'after-body',
  'after-paper',
  'after-person',
  'after-saying',
  'after-possessive',
  'after-division',
  'after-dash',
  'after-hyphen',
  'after-comma',
  'given-name',
  'dateline',
  'shouting',
  'shouting-untagged',
  'shouting-common',
  'shouting-one-word',
  'shouting-known',
  'street',
  'land',
  'surname-elsewhere',
  'demonym',
  'tagged-elsewhere',
  'conjunct',
  'abbreviation',
  'party-state',
  'of-after-body',
  'root-verb-subject',
  'proper-tag',
  'not-proper-tag',
  'unknown-loc-cue',
] as const
export type SpanFeature = (typeof SPAN_FEATURES)[number]

/** What the whole document says of a name. */
export type Elsewhere = Readonly<{ surnames: ReadonlySet<string>; tagged: ReadonlyMap<string, number> }>

const CAPITAL = /^\p{Lu}/u
const isCapital = (token: Token | undefined): boolean => token !== undefined && CAPITAL.test(token.text)
const isPerson = (token: Token | undefined): boolean => token?.name === 'B-PER' || token?.name === 'I-PER'

/** Surnames of people the document names in full, and how often each name is tagged as a place. */
export const lookElsewhere = (tokens: readonly Token[], spans: readonly NameSpan[]): Elsewhere => {
  const surnames = new Set<string>()
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.name === 'I-PER' && isPerson(tokens[i - 1]) && tokens[i + 1]?.name !== 'I-PER') surnames.add(token.lower)
  }
  const tagged = new Map<string, number>()
  for (const span of spans) if (tokens[span.first]!.name.endsWith('LOC')) tagged.set(span.key, (tagged.get(span.key) ?? 0) + 1)
  return { surnames, tagged }
}

/** The place among a name's meanings that is best known. */
export const bestKnown = (span: NameSpan, gazetteer: Gazetteer): Place | undefined => {
  let best: Place | undefined
  let fame = -1
  for (const { place, quality } of span.meanings.slice(0, 12)) {
    const found = gazetteer.getPlace(place)
    const worth = (FAME[found.kind] ?? 0) + found.population * (quality === 'own' ? 1 : 0.3)
    if (worth > fame) {
      best = found
      fame = worth
    }
  }
  return best
}
const FAME: Readonly<Partial<Record<PlaceKind, number>>> = { country: 1e9, continent: 1e9, region: 1e7, province: 1e6, sea: 1e7 }

export type Neighbour = Readonly<{ before: NameSpan | undefined; after: NameSpan | undefined }>

/** The signs that hold of a span, with their strength (1 unless said otherwise). */
export const spanFeatures = (
  span: NameSpan,
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  elsewhere: Elsewhere,
  { before, after }: Neighbour,
): ReadonlyMap<SpanFeature, number> => {
  const on = new Map<SpanFeature, number>([['bias', 1]])
  const set = (name: SpanFeature, value: number | boolean = 1): void => {
    if (value) on.set(name, Number(value))
  }
  const { sentence } = span
  const at = (i: number): Token | undefined => (i >= sentence.first && i < sentence.last ? tokens[i] : undefined)
  const [prev, prev2, next, next2] = [at(span.first - 1), at(span.first - 2), at(span.last), at(span.last + 1)]

  const tags = new Set<string>()
  let proper = false
  for (let i = span.first; i < span.last; i++) {
    tags.add(tokens[i]!.name.slice(2))
    if (tokens[i]!.upos === 'PROPN') proper = true
  }
  set('tag-loc', tags.has('LOC') && tags.size === 1)
  set('tag-loc-part', tags.has('LOC') && tags.size > 1)
  set('tag-per', tags.has('PER'))
  set('inside-person', tags.has('PER') && next?.name === 'I-PER')
  set('inside-body', tags.has('ORG') && next?.name === 'I-ORG')
  set('tag-org', tags.has('ORG'))
  set('tag-none', tags.size === 1 && tags.has(''))
  set('proper-tag', proper)
  set('not-proper-tag', !proper)

  const quality = span.meanings[0]?.quality
  set('own', quality === 'own' && !span.inner)
  set('other', quality === 'other')
  set('loose', quality === 'loose')
  set('unknown', quality === undefined && span.form === 'name')
  set('inner', span.inner)
  set('street', span.form === 'street')
  set('land', span.form === 'land')
  const place = bestKnown(span, gazetteer)
  if (place) {
    const { kind } = place
    set('country', kind === 'country' || kind === 'continent')
    set('province', kind === 'province')
    set('county', kind === 'county')
    set('capital', kind === 'capital')
    set('seat', kind === 'seat')
    set('region', kind === 'region')
    set('water', kind === 'sea' || kind === 'river' || kind === 'natural')
    set('facility', kind === 'facility' || kind === 'district')
    set('population', Math.min(7.5, Math.log10(place.population + 1)) / 7)
    set('no-population', place.population === 0 && (kind === 'town' || kind === 'county'))
  }
  const oneWord = !span.key.includes(' ')
  set('common-word', gazetteer.isCommonWord(span.key))
  set('one-word', oneWord)
  set('short', span.key.length <= 3 && !place?.kind.startsWith('country'))
  set('demonym', gazetteer.findDemonym(span.key) !== undefined)
  set('abbreviation', gazetteer.findAbbreviation(span.key) !== undefined)
  set('given-name', oneWord && GIVEN_NAMES.has(span.key))
  set('surname-elsewhere', elsewhere.surnames.has(tokens[span.last - 1]!.lower) && oneWord)
  set('tagged-elsewhere', (elsewhere.tagged.get(span.key) ?? 0) > (tags.has('LOC') ? 1 : 0))
  set('shouting', span.shouting)
  if (span.shouting) {
    set('shouting-untagged', !tags.has('LOC'))
    set('shouting-common', gazetteer.isCommonWord(span.key))
    set('shouting-one-word', oneWord)
    set('shouting-known', place !== undefined && (place.population > 100_000 || place.kind === 'country' || place.kind === 'province'))
  }

  set('sentence-start', span.first === sentence.first)
  if (prev) {
    const locating = LOCATING.has(prev.lower)
    set('before-locating', locating)
    set('unknown-loc-cue', locating && quality === undefined)
    set('before-open', LOOSE_LOCATING.has(prev.lower))
    set('before-noun-of', prev.lower === 'of' && prev2 !== undefined && PLACE_NOUNS.has(prev2.lower))
    set('of-after-body', prev.lower === 'of' && prev2 !== undefined && BODIES.has(prev2.lower) && isCapital(prev2))
    set('before-noun', PLACE_NOUNS.has(prev.lower))
    set('before-comma', prev.text === ',' && before !== undefined && before.last === span.first - 1)
    set('before-title', TITLES.has(prev.lower) && isCapital(prev))
    set('before-given', GIVEN_NAMES.has(prev.lower) && isCapital(prev))
    set('before-person', isPerson(prev))
    set('before-capital', isCapital(prev) && !span.shouting && span.first - 1 > sentence.first)
    set('before-the', prev.lower === 'the')
    set('before-number', /^\d/.test(prev.text))
    set('party-state', (prev.text === '-' || prev.text === '–') && /^(?:R|D|I|DFL|Lab|Con)$/.test(prev2?.text ?? ''))
    set(
      'conjunct',
      (prev.lower === 'and' || prev.lower === 'or' || prev.text === ',') &&
        before !== undefined &&
        before.last >= span.first - 2 &&
        before.meanings.length > 0,
    )
  }
  if (next) {
    set('after-comma', next.text === ',')
    set('after-container', next.text === ',' && after !== undefined && after.first === span.last + 1 && isContainer(after, gazetteer))
    const capital = isCapital(next) && !span.shouting
    set('after-capital', capital)
    set('after-body', BODIES.has(next.lower) && (capital || span.shouting))
    set('after-paper', PAPERS.has(next.lower) && capital)
    set('after-person', isPerson(next))
    set('after-saying', SAYING.has(next.lower))
    set('after-possessive', next.lower === "'s" || next.lower === '’s' || next.text === "'" || next.text === '’')
    set('after-division', DIVISIONS.has(next.lower) && !capital)
    set(
      'after-dash',
      next.text === '—' || next.text === '--' || next.text === '–' || (next.text === '-' && next.start > tokens[span.last - 1]!.end),
    )
    set('after-hyphen', next.text === '-' && next.start === tokens[span.last - 1]!.end)
    set(
      'dateline',
      span.first - sentence.first <= 3 &&
        (next.text === '(' ||
          next.text === '—' ||
          next.text === '--' ||
          next.text === '_' ||
          next.text === '–' ||
          (next.text === ',' && next2 !== undefined && /^[(—]/.test(at(span.last + 3)?.text ?? ''))),
    )
  }
  const head = tokens[span.last - 1]!
  set('root-verb-subject', head.deprel === 'nsubj' && head.head >= 0 && tokens[head.head]?.upos === 'VERB')
  return on
}

/** Does the span name a country, a province or an abbreviation of one? */
export const isContainer = (span: NameSpan, gazetteer: Gazetteer): boolean =>
  gazetteer.findAbbreviation(span.key) !== undefined ||
  span.meanings.some(({ place }) => ['country', 'province', 'region'].includes(gazetteer.getPlace(place).kind))
