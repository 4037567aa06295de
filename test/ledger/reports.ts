import type { Workbench } from '../../src/actions/workbench.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { type Attribute, type Claim, NOBODY_DESCRIBED } from '../../src/model/claim.ts'
import type { DocumentFacts } from '../../src/model/document.ts'
import type { Mention } from '../../src/model/mention.ts'
import { problem } from '../../src/model/problem.ts'
import type { Analysis } from '../../src/model/reading.ts'
import type { Span } from '../../src/model/span.ts'
import type { Statement } from '../../src/model/statement.ts'

/**
 * Reports whose analysis is written down beside the text, so that tests of the ledger say exactly what goes in. They travel as
 * bytes of JSON; the bench below takes them for what they say.
 */
export type Report = Readonly<{
  text: string
  title?: string
  issuer?: string
  url?: string
  published?: string
  type?: 'Air/drone strike' | 'Peaceful protest'
  claims: readonly ReportClaim[]
}>

type ReportClaim = Readonly<{
  attribute: Attribute
  words: string
  /** Words of the speaker; left out: the document's own voice. */
  by?: string
  low?: number
  high?: number
  day?: string
  at?: readonly [lat: number, lon: number]
}>

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

const NUMBERS: ReadonlySet<Attribute> = new Set(['killed', 'wounded'])

const toMention = (id: string, text: string, { attribute, words, day, at }: ReportClaim): Mention => {
  const base = { id, ...spanOf(text, words) }
  if (attribute === 'date')
    return { ...base, kind: 'time', type: 'DATE', value: day ?? null, from: day ?? null, to: day ?? null, part: null, assumed: [] }
  if (attribute === 'place')
    return { ...base, kind: 'place', lat: at?.[0] ?? null, lon: at?.[1] ?? null, name: words, country: 'XA', precision: 1, radiusM: 2000 }
  return { ...base, kind: 'party', type: 'group', named: /^[A-Z]/.test(words), actor: null }
}

/** The analysis of a report. */
const analyse = (report: Report, hash: string): Analysis => {
  const { text, type = 'Air/drone strike' } = report
  const mentions: Mention[] = []
  const statements: Statement[] = []
  const speakers = [...new Set(report.claims.flatMap(({ by }) => by ?? []))]
  for (const [i, words] of speakers.entries()) {
    const mention = toMention(`ms${i}`, text, { attribute: 'perpetrator', words })
    mentions.push(mention)
    const source = { start: mention.start, end: mention.end }
    const content = [{ start: 0, end: text.length }]
    statements.push({
      id: `s${i}`,
      source,
      sourceKind: 'official-other',
      speaker: mention.id,
      cue: null,
      content,
      form: 'indirect',
      stance: 'asserts',
      parent: null,
    })
  }
  const claims = report.claims.map((one, i): Claim => {
    const named = !NUMBERS.has(one.attribute)
    if (named) mentions.push(toMention(`m${i}`, text, one))
    const figure = {
      low: one.low ?? null,
      high: one.high ?? null,
      approximate: false,
      words: null,
      extent: 'total',
      of: null,
      people: NOBODY_DESCRIBED,
      scope: null,
    }
    return {
      id: `c${i}`,
      incident: 'i1',
      attribute: one.attribute,
      value: named ? { mention: `m${i}` } : figure,
      spans: [spanOf(text, one.words)],
      statement: one.by === undefined ? null : `s${speakers.indexOf(one.by)}`,
      chain: [...(report.issuer ? [report.issuer] : []), ...(one.by ? [one.by] : [])],
      modality: 'asserted',
      evidence: [],
      revises: null,
      confidence: null,
      because: ['test'],
    } as Claim
  })
  return {
    schema: 'casus/analysis@1',
    id: hash,
    document: {
      id: hash,
      title: report.title ?? null,
      standfirst: null,
      byline: null,
      published: report.published ?? null,
      url: report.url ?? null,
      language: 'en',
      issuer: { name: report.issuer ?? null, kind: 'news', from: report.issuer ? 'text' : null },
      version: null,
      text,
      passages: [{ id: 'p1', kind: 'paragraph', start: 0, end: text.length }],
    },
    mentions,
    statements,
    incidents: report.claims.length > 0 ? [toIncident(type, report.title)] : [],
    claims,
    relations: [],
    affiliations: [],
    aggregates: [],
    problems: [],
  }
}

const toIncident = (subType: NonNullable<Report['type']>, title = 'An incident') =>
  subType === 'Air/drone strike'
    ? ({ id: 'i1', type: 'Explosions/Remote violence', subType, status: 'happened', title } as const)
    : ({ id: 'i1', type: 'Protests', subType, status: 'happened', title } as const)

export const toBytes = (report: Report): Uint8Array => new TextEncoder().encode(JSON.stringify(report))

export type TestBench = Workbench & { readonly reads: { count: number } }

/** A bench over a ledger; `reads.count` says how often something was read. */
export const benchOf = (ledger: Ledger, change: (analysis: Analysis) => Analysis = (same) => same): TestBench => {
  const reads = { count: 0 }
  return {
    ledger,
    reads,
    engine: 'casus test',
    find: async ({ bytes, facts = {} }) => {
      const text = new TextDecoder().decode(bytes)
      if (!text.startsWith('{'))
        return [{ bytes, mediaType: null, facts, problems: [problem('document/not-text', 'not a report')], extract: null }]
      const extract = async (): Promise<Analysis> => {
        reads.count++
        return change(analyse({ ...(JSON.parse(text) as Report), ...known(facts) }, `sha256:${text.length}`))
      }
      return [{ bytes, mediaType: 'application/json', facts, problems: [], extract }]
    },
  }
}

const known = ({ url, publisher, published, title }: DocumentFacts): Partial<Report> => ({
  ...(url === undefined ? {} : { url }),
  ...(publisher === undefined ? {} : { issuer: publisher }),
  ...(published === undefined ? {} : { published }),
  ...(title === undefined ? {} : { title }),
})

const VELIK = [48.1, 20.2] as const

export const STRIKE: Report = {
  title: 'Strike on a depot near Velik',
  issuer: 'The Morning Post',
  url: 'https://post.example/1',
  published: '2021-03-05',
  text:
    'Aircraft struck a depot near Velik on 4 March 2021. At least 25 people were killed and 55 wounded, the governor said. ' +
    'The Northern Front held the depot. Brig. Gen. Adam Kovac, who commands the garrison, refused to say who had flown the aircraft.',
  claims: [
    { attribute: 'place', words: 'Velik', at: VELIK },
    { attribute: 'date', words: '4 March 2021', day: '2021-03-04' },
    { attribute: 'killed', words: 'At least 25', by: 'the governor', low: 25 },
    { attribute: 'wounded', words: '55 wounded', by: 'the governor', low: 55, high: 55 },
    { attribute: 'target', words: 'The Northern Front' },
  ],
}

/** Another outlet's own report of the same strike, with a toll of its own. */
export const SECOND: Report = {
  title: 'Northern Front buries its dead',
  issuer: 'Valley Radio',
  published: '2021-03-06',
  text: 'The Northern Front said 24 of its people had died when its stores outside Velik were bombed on 4 March 2021.',
  claims: [
    { attribute: 'place', words: 'Velik', at: VELIK },
    { attribute: 'date', words: '4 March 2021', day: '2021-03-04' },
    { attribute: 'killed', words: '24', by: 'The Northern Front', low: 24, high: 24 },
  ],
}

/** The first report, trimmed and reprinted. */
export const REPRINT: Report = {
  ...STRIKE,
  title: 'Depot struck near Velik',
  issuer: 'Evening Mirror',
  url: 'https://mirror.example/9',
  text: STRIKE.text.replace(/ Brig\..*$/, ''),
}

export const PROTEST: Report = {
  title: 'March in Lomna',
  issuer: 'Valley Radio',
  published: '2021-05-02',
  type: 'Peaceful protest',
  text: 'Several hundred people marched through Lomna on 1 May 2021 to ask for water.',
  claims: [
    { attribute: 'place', words: 'Lomna', at: [51.3, 23.7] },
    { attribute: 'date', words: '1 May 2021', day: '2021-05-01' },
  ],
}

/** A report of its own kind for each number: other place, day and toll. */
export const numbered = (n: number): Report => {
  const day = new Date(Date.UTC(2015, 0, 1 + n * 3)).toISOString().slice(0, 10)
  const text = `Shells hit Town${n} on ${day}. The mayor of Town${n} counted ${n + 2} dead and thanked those who had helped.`
  return {
    title: `Shells hit Town${n}`,
    issuer: 'Valley Radio',
    text,
    claims: [
      { attribute: 'place', words: `Town${n}`, at: [(n % 120) - 60, (n % 300) - 150] },
      { attribute: 'date', words: day, day },
      { attribute: 'killed', words: `${n + 2} dead`, low: n + 2, high: n + 2 },
    ],
  }
}

/** A report of its own kind with so many characters more, which do not compress. */
export const longNumbered = (n: number, filler: number): Report => {
  const report = numbered(n)
  if (filler === 0) return report
  const parts: string[] = []
  for (let i = 0, state = n + 1; i * 8 < filler; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    parts.push(state.toString(36).padStart(7, '0'))
  }
  return { ...report, text: `${report.text} ${parts.join(' ')}` }
}
