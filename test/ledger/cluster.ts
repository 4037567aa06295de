import type { AffiliationType } from '../../src/model/actor.ts'
import { type Anchored, type Attribute, type Claim, type Figure, NOBODY_DESCRIBED } from '../../src/model/claim.ts'
import type { IssuerKind } from '../../src/model/document.ts'
import type { Incident } from '../../src/model/incident.ts'
import type { Mention } from '../../src/model/mention.ts'
import type { Analysis } from '../../src/model/reading.ts'
import type { Span } from '../../src/model/span.ts'
import type { Statement } from '../../src/model/statement.ts'

/** Reports that tell of several incidents, with what an engine should read in them written down beside the text. */
export type Told = Readonly<{
  title: string
  text: string
  issuer?: string
  kind?: IssuerKind
  published?: string
  incidents: Readonly<Record<string, Pick<Incident, 'type' | 'subType' | 'title'>>>
  claims: readonly ToldClaim[]
  /** Subject, object, the words that say so. */
  affiliations?: readonly (readonly [subject: string, object: string, type: AffiliationType, words: string])[]
}>

export type ToldClaim = Readonly<{
  incident: string
  attribute: Attribute
  words: string
  by?: Readonly<{ words: string; kind: IssuerKind; named: boolean; person?: true; actor?: string }>
  figure?: Partial<Omit<Figure, 'people' | 'scope'>> & Readonly<{ status?: 'civilian' | 'combatant'; in?: string; sites?: number }>
  mention?: Partial<Mention>
  modality?: Claim['modality']
}>

const KINDS: Partial<Record<Attribute, Mention['kind']>> = { date: 'time', place: 'place', weapon: 'weapon' }

/** What an engine should read in a report. */
export const analyseTold = (told: Told, id: string): Analysis => {
  const { text } = told
  const mentions: Mention[] = []
  const statements = new Map<string, Statement>()
  const spanOf = (words: string, after = 0): Span => {
    const start = text.indexOf(words, after)
    if (start < 0) throw new Error(`not in the text: ${words}`)
    return { start, end: start + words.length }
  }
  const keep = (words: string, kind: Mention['kind'], given: Partial<Mention> = {}, after = 0): string => {
    const base = { id: `m${mentions.length + 1}`, ...spanOf(words, after) }
    const blank = {
      place: { ...base, kind: 'place', lat: null, lon: null, name: null, country: null, precision: 1, radiusM: null },
      time: { ...base, kind: 'time', type: 'DATE', value: null, from: null, to: null, part: null, assumed: [] },
      weapon: { ...base, kind: 'weapon', type: 'unknown' },
      party: { ...base, kind: 'party', type: 'group', named: /^\p{Lu}/u.test(words), actor: null },
    } as const
    mentions.push({ ...blank[kind as keyof typeof blank], ...given } as Mention)
    return base.id
  }
  const say = ({ words, kind, named, person, actor }: NonNullable<ToldClaim['by']>): string => {
    const known = statements.get(words)
    if (known) return known.id
    const name = person ? words.split(' of ')[0]! : words
    const speaker = keep(name, 'party', { type: person ? 'person' : 'group', named, actor: actor ?? null } as Partial<Mention>)
    const source = spanOf(words)
    const content = [{ start: 0, end: text.length }]
    const id = `s${statements.size + 1}`
    statements.set(words, { id, source, sourceKind: kind, speaker, cue: null, content, form: 'indirect', stance: 'asserts', parent: null })
    return id
  }
  const toFigure = ({ status, in: where, sites, ...figure }: NonNullable<ToldClaim['figure']>, words: string): Figure => {
    const places = where === undefined ? [] : [keep(where, 'place', NORTHLAND, spanOf(words).end)]
    return {
      low: null,
      high: null,
      approximate: false,
      words: null,
      extent: 'total',
      of: null,
      ...figure,
      people: { ...NOBODY_DESCRIBED, text: words, status: status ?? null },
      scope: where === undefined && sites === undefined ? null : { places, sites: sites ?? null },
    }
  }
  const toValue = ({ attribute, words, figure, mention }: ToldClaim): Claim['value'] => {
    if (figure) return toFigure(figure, words)
    if (attribute === 'type') return { text: words }
    if (attribute === 'position') return { party: keep(words, 'party', mention), on: 'carrying-out', answer: 'denies' }
    return { mention: keep(words, KINDS[attribute] ?? 'party', mention) }
  }
  const claims = told.claims.map((claim, i) => ({
    id: `c${i + 1}`,
    incident: claim.incident,
    attribute: claim.attribute,
    value: toValue(claim),
    spans: [spanOf(claim.words)] as Anchored,
    statement: claim.by ? say(claim.by) : null,
    chain: [...(told.issuer ? [told.issuer] : []), ...(claim.by ? [claim.by.words] : [])],
    modality: claim.modality ?? 'asserted',
    evidence: [],
    revises: null,
    confidence: null,
    because: ['test'],
  })) as unknown as readonly Claim[]
  const affiliations = (told.affiliations ?? []).map(([subject, object, type, words]) => ({
    subject: keep(subject, 'party'),
    object: keep(object, 'party'),
    type,
    from: null,
    until: null,
    spans: [spanOf(words)],
    statement: null,
  }))
  return {
    schema: 'casus/analysis@1',
    id,
    document: {
      id,
      title: told.title,
      standfirst: null,
      byline: null,
      published: told.published ?? null,
      url: null,
      language: 'en',
      issuer: { name: told.issuer ?? null, kind: told.kind ?? 'news', from: told.issuer ? 'text' : null },
      version: null,
      text,
      passages: [{ id: 'p1', kind: 'paragraph', start: 0, end: text.length }],
    },
    mentions,
    statements: [...statements.values()],
    incidents: Object.entries(told.incidents).map(([local, incident]) => ({ id: local, status: 'happened', ...incident })),
    claims,
    relations: [],
    affiliations,
    aggregates: [],
    problems: [],
  }
}

const NORTHLAND = { name: 'Northland', country: 'XA', lat: 48, lon: 20, precision: 6, radiusM: 300_000 } as const
const SOUTHLAND = { name: 'Southland', country: 'XB', lat: 44, lon: 20, precision: 6, radiusM: 300_000 } as const
const VELIK = { name: 'Velik', country: 'XA', lat: 46.2, lon: 20.1, precision: 2, radiusM: 3000 } as const
const LOMNA = { name: 'Lomna', country: 'XA', lat: 49.5, lon: 22.7, precision: 2, radiusM: 9000 } as const
const SUNDAY = { value: '2021-03-07', from: '2021-03-07', to: '2021-03-07', assumed: ['day', 'month', 'year'] } as const
const FRIDAY = { value: '2021-03-05', from: '2021-03-05', to: '2021-03-05', assumed: ['day', 'month', 'year'] } as const

const SOURCES = { words: 'Army sources and militia sources', kind: 'unknown', named: false } as const
const BLOG_SOURCES = { words: 'Army and militia sources', kind: 'unknown', named: false } as const
const MINISTRY = { words: 'The Westland air ministry', kind: 'party-to-conflict', named: true, actor: 'us-forces' } as const
const SPOKESMAN = { words: 'Ivan Petrov of the Northern Front', kind: 'party-to-conflict', named: true, person: true } as const

const STRIKES = {
  type: 'Explosions/Remote violence',
  subType: 'Air/drone strike',
  title: 'Strikes on the River Brigade, near Velik',
} as const
const ROCKETS = {
  type: 'Explosions/Remote violence',
  subType: 'Shelling/artillery/missile attack',
  title: 'Rockets on a base, near Lomna',
} as const
const BOTH = { strikes: STRIKES, rockets: ROCKETS } as const

const BLOG: Told = {
  title: 'Westland bombs the army of its own host',
  text: `The Westland air ministry says its aircraft hit five depots of the River Brigade in Northland and Southland. It called a rocket attack near Lomna the reason: one Westland citizen was killed there, four Westland soldiers and two Northland guards were wounded.

25 men of the River Brigade are dead. Army and militia sources said at least 25 fighters of it had been killed and at least 55 wounded in three air strikes in Northland on Sunday, all of them near the border town of Velik.

The River Brigade is part of the Northern Front, and takes its orders from there.`,
  incidents: BOTH,
  claims: [
    { incident: 'strikes', attribute: 'type', words: 'hit five depots', by: MINISTRY },
    {
      incident: 'strikes',
      attribute: 'perpetrator',
      words: 'its aircraft',
      by: MINISTRY,
      mention: { actor: 'us-forces' } as Partial<Mention>,
    },
    { incident: 'strikes', attribute: 'place', words: 'Northland', by: MINISTRY, mention: NORTHLAND },
    { incident: 'strikes', attribute: 'place', words: 'Southland', by: MINISTRY, mention: SOUTHLAND },
    { incident: 'strikes', attribute: 'killed', words: '25 men of the River Brigade', figure: { low: 25, high: 25, status: 'combatant' } },
    {
      incident: 'strikes',
      attribute: 'killed',
      words: 'at least 25 fighters',
      by: BLOG_SOURCES,
      figure: { low: 25, status: 'combatant', in: 'Northland', sites: 3 },
    },
    {
      incident: 'strikes',
      attribute: 'wounded',
      words: 'at least 55',
      by: BLOG_SOURCES,
      figure: { low: 55, in: 'Northland', sites: 3 },
    },
    { incident: 'strikes', attribute: 'date', words: 'Sunday', by: BLOG_SOURCES },
    { incident: 'strikes', attribute: 'place', words: 'Velik', by: BLOG_SOURCES, mention: VELIK },
    { incident: 'rockets', attribute: 'place', words: 'Lomna', by: MINISTRY, mention: LOMNA },
    { incident: 'rockets', attribute: 'killed', words: 'one Westland citizen', by: MINISTRY, figure: { low: 1, high: 1 } },
    {
      incident: 'rockets',
      attribute: 'wounded',
      words: 'four Westland soldiers',
      by: MINISTRY,
      figure: { low: 4, high: 4, extent: 'group' },
    },
    {
      incident: 'rockets',
      attribute: 'wounded',
      words: 'two Northland guards',
      by: MINISTRY,
      figure: { low: 2, high: 2, extent: 'group' },
    },
  ],
  affiliations: [['The River Brigade', 'the Northern Front', 'part-of', 'The River Brigade is part of the Northern Front']],
}

const WIRE_TEXT = `Westland aircraft struck five sites of the River Brigade in Northland and Southland on Sunday, officials said, two days after rockets had killed a Westland contractor at a base outside Lomna.

At least 25 fighters were killed and at least 55 wounded in three air strikes in Northland, Army sources and militia sources said. Four commanders of the brigade were among them, and one strike flattened its headquarters near Velik on the frontier.`

const WIRE: Told = {
  title: 'Westland jets hit militia on both sides of the frontier',
  issuer: 'Example Wire',
  kind: 'agency',
  published: '2021-03-07',
  text: `${WIRE_TEXT}

More than 30 rockets fell on the base on Friday, wounding four Westland soldiers and two Northland troops. The River Brigade has denied that it fired them.`,
  incidents: BOTH,
  claims: [
    { incident: 'strikes', attribute: 'type', words: 'struck five sites' },
    { incident: 'strikes', attribute: 'date', words: 'Sunday', mention: SUNDAY },
    { incident: 'strikes', attribute: 'place', words: 'Velik', by: SOURCES, mention: VELIK },
    {
      incident: 'strikes',
      attribute: 'killed',
      words: 'At least 25 fighters',
      by: SOURCES,
      figure: { low: 25, status: 'combatant', in: 'Northland', sites: 3 },
    },
    { incident: 'strikes', attribute: 'wounded', words: 'at least 55', by: SOURCES, figure: { low: 55, in: 'Northland', sites: 3 } },
    {
      incident: 'strikes',
      attribute: 'killed',
      words: 'Four commanders',
      by: SOURCES,
      figure: { low: 4, high: 4, extent: 'part', status: 'combatant' },
    },
    { incident: 'rockets', attribute: 'place', words: 'Lomna', mention: LOMNA },
    { incident: 'rockets', attribute: 'date', words: 'Friday', mention: FRIDAY },
    { incident: 'rockets', attribute: 'killed', words: 'a Westland contractor', figure: { low: 1, high: 1 } },
    { incident: 'rockets', attribute: 'wounded', words: 'four Westland soldiers', figure: { low: 4, high: 4, extent: 'group' } },
    { incident: 'rockets', attribute: 'wounded', words: 'two Northland troops', figure: { low: 2, high: 2, extent: 'group' } },
    { incident: 'rockets', attribute: 'position', words: 'The River Brigade' },
  ],
}

const REPRINT: Told = {
  title: 'Jets pound militia',
  issuer: 'The Evening Mirror',
  published: '2021-03-08',
  text: WIRE_TEXT,
  incidents: BOTH,
  claims: WIRE.claims
    .filter(({ words }) => WIRE_TEXT.includes(words))
    .map((claim) => (claim.words === 'Friday' ? { ...claim, words: 'two days after' } : claim)),
}

const STATEMENT: Told = {
  title: 'Front official: 24 of ours fell',
  published: '2021-03-08',
  text: `Ivan Petrov of the Northern Front said on Monday that the bombing of two brigades of the Front near Velik the evening before had left 24 dead and 51 wounded. He feared that more would die. He called the strike a crime against the people of Northland, whose army the River Brigade belongs to.`,
  incidents: { strikes: STRIKES },
  claims: [
    { incident: 'strikes', attribute: 'type', words: 'bombing', by: SPOKESMAN },
    { incident: 'strikes', attribute: 'place', words: 'Velik', by: SPOKESMAN, mention: VELIK },
    { incident: 'strikes', attribute: 'date', words: 'the evening before', by: SPOKESMAN, mention: SUNDAY },
    { incident: 'strikes', attribute: 'killed', words: '24 dead', by: SPOKESMAN, figure: { low: 24, high: 24 } },
    { incident: 'strikes', attribute: 'wounded', words: '51 wounded', by: SPOKESMAN, figure: { low: 51, high: 51 } },
  ],
}

const RELEASE: Told = {
  title: 'Statement on the operation of 7 March',
  kind: 'party-to-conflict',
  published: '2021-03-07',
  text: `After attacks on bases of its troops our aircraft struck five depots of the River Brigade today in Northland and Southland. A rocket attack near Lomna on 5 March killed one citizen of ours and wounded four soldiers of ours and two members of the Northland guard.`,
  incidents: BOTH,
  claims: [
    { incident: 'strikes', attribute: 'type', words: 'struck five depots' },
    { incident: 'strikes', attribute: 'perpetrator', words: 'our aircraft' },
    { incident: 'strikes', attribute: 'date', words: 'today', mention: SUNDAY },
    { incident: 'strikes', attribute: 'place', words: 'Northland', mention: NORTHLAND },
    { incident: 'strikes', attribute: 'place', words: 'Southland', mention: SOUTHLAND },
    { incident: 'strikes', attribute: 'target', words: 'the River Brigade' },
    { incident: 'rockets', attribute: 'place', words: 'Lomna', mention: LOMNA },
    { incident: 'rockets', attribute: 'date', words: '5 March', mention: FRIDAY },
    { incident: 'rockets', attribute: 'killed', words: 'one citizen', figure: { low: 1, high: 1 } },
    { incident: 'rockets', attribute: 'wounded', words: 'four soldiers', figure: { low: 4, high: 4, extent: 'group' } },
    { incident: 'rockets', attribute: 'wounded', words: 'two members', figure: { low: 2, high: 2, extent: 'group' } },
  ],
}

/** One event and what it answered, in five documents: a blog, a wire report, its reprint, a statement of the side hit, and a release. */
export const FIVE: readonly Told[] = [BLOG, WIRE, REPRINT, STATEMENT, RELEASE]
