import type { Attribute, Claim, Figure } from '../../model/claim.ts'
import { NOBODY_DESCRIBED } from '../../model/claim.ts'
import type { Incident } from '../../model/incident.ts'
import type { Mention } from '../../model/mention.ts'
import type { Passage } from '../../model/passage.ts'
import { ANALYSIS_SCHEMA, type Analysis } from '../../model/reading.ts'
import { SHEET_FIELDS, type SheetField } from '../../model/sheet-field.ts'
import type { Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { Table } from '../../model/table.ts'

/** Which column holds what; columns that are not named are left out. */
export type Mapping = Readonly<Partial<Record<SheetField, number>>>

/** One row as it was understood. */
export type SheetRow = Readonly<{ n: number; title: string; values: Readonly<Record<string, string>>; problems: readonly string[] }>

const GUESSES: Readonly<Record<SheetField, RegExp>> = {
  title: /^(?:title|event|incident|what|description|name)\b/i,
  date: /\b(?:date|day|when)\b/i,
  place: /\b(?:place|location|where|site|town|city)\b/i,
  killed: /\b(?:killed|dead|deaths|fatalities|fatal)\b/i,
  wounded: /\b(?:wounded|injured|injuries)\b/i,
  perpetrator: /\b(?:perpetrator|actor ?1|side ?a|attacker|by whom)\b/i,
  target: /\b(?:target|actor ?2|side ?b|against)\b/i,
  weapon: /\b(?:weapon|weapons|means|munition)\b/i,
  source: /\b(?:source|sources|according)\b/i,
  notes: /^(?:notes?|remarks?|called)\b/i,
}

/** A first guess at which column holds what, from the names of the columns. */
export const guessMapping = (head: readonly string[]): Mapping => {
  const taken = new Set<number>()
  const mapping: Partial<Record<SheetField, number>> = {}
  for (const field of SHEET_FIELDS) {
    const at = head.findIndex((name, i) => !taken.has(i) && GUESSES[field].test(name.replaceAll('_', ' ').trim()))
    if (at < 0) continue
    taken.add(at)
    mapping[field] = at
  }
  return mapping
}

type Ends = Pick<Figure, 'low' | 'high'>

/** `24`, `24-25`, `25+`, `at least 25`, `>25`. Undefined: not a figure. */
export const readFigure = (words: string): Ends | undefined => {
  const text = words.trim().replaceAll(',', '')
  const range = /^(\d{1,9})\s*[-–]\s*(\d{1,9})$/.exec(text)
  if (range) return Number(range[1]) <= Number(range[2]) ? { low: Number(range[1]), high: Number(range[2]) } : undefined
  const open = /^(?:at least |>=? ?)?(\d{1,9})\s?(\+?)$/i.exec(text)
  if (!open) return undefined
  const n = Number(open[1])
  const isOpen = open[2] === '+' || /^(?:at least|>)/i.test(text)
  return { low: /^>[^=]/.test(text) ? n + 1 : n, high: isOpen ? null : n }
}

/** `2021-05-03`, `3/5/2021` is not one: whether the day or the month comes first is not known. */
const readDay = (words: string): string | undefined => {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T|\s)/.exec(words.trim()) ?? []
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day
}

const MENTIONED: ReadonlySet<SheetField> = new Set(['date', 'place', 'perpetrator', 'target', 'weapon'])
const FIGURES: ReadonlySet<SheetField> = new Set(['killed', 'wounded'])

const problemsOf = (values: Readonly<Record<string, string>>): readonly string[] => {
  const problems: string[] = []
  const { date, title, place } = values
  if (!title && !place) problems.push('neither what happened nor where')
  if (date && !readDay(date)) problems.push(`“${date}” is no day such as 2021-05-03`)
  for (const field of FIGURES) {
    const words = values[field]
    if (words && !readFigure(words)) problems.push(`${field}: “${words}” is no figure such as 24, 24-25 or 25+`)
  }
  return problems
}

/** Rows as they are understood under a mapping, each with what is wrong with it. The first row of the table names the columns. */
export const readRows = ([, ...rows]: Table, mapping: Mapping): readonly SheetRow[] =>
  rows.map((cells, i) => {
    const values = Object.fromEntries(
      SHEET_FIELDS.flatMap((field) => {
        const at = mapping[field]
        const words = at === undefined ? '' : (cells[at] ?? '').replace(/\s+/g, ' ').trim()
        return words === '' ? [] : [[field, words]]
      }),
    )
    return { n: i + 2, title: values.title ?? values.place ?? '', values, problems: problemsOf(values) }
  })

type Facts = Readonly<{ id: string; title: string; language: string }>

/** Rows without problems as the reading of one document: the sheet. Each cell is a claim on its own words; nothing is guessed. */
export const toSheetAnalysis = (rows: readonly SheetRow[], { id, title, language }: Facts): Analysis => {
  let text = `${title}\n`
  const passages: Passage[] = [{ id: 'p1', kind: 'headline', start: 0, end: title.length }]
  const mentions: Mention[] = []
  const statements: Statement[] = []
  const incidents: Incident[] = []
  const claims: Claim[] = []
  for (const row of rows.filter(({ problems }) => problems.length === 0)) {
    const start = text.length + 1
    text += '\n'
    const spans = new Map<SheetField, Span>()
    for (const field of SHEET_FIELDS) {
      const words = row.values[field]
      if (words === undefined) continue
      text += `${spans.size > 0 ? ' · ' : ''}${field}: `
      spans.set(field, { start: text.length, end: text.length + words.length })
      text += words
    }
    passages.push({ id: `p${passages.length + 1}`, kind: 'list-item', start, end: text.length })
    text += '\n'
    const incident = `i${incidents.length + 1}`
    incidents.push({ id: incident, type: 'Strategic developments', subType: 'Other', status: 'happened', title: row.title })
    const source = spans.get('source')
    const statement = source ? `s${statements.length + 1}` : null
    if (source && statement)
      statements.push({
        ...{ id: statement, source, sourceKind: 'unknown', speaker: null, cue: null, content: [{ start, end: text.length - 1 }] },
        ...{ form: 'indirect', stance: 'asserts', parent: null },
      })
    const base = {
      incident,
      statement,
      chain: source ? [row.values.source!] : [],
      modality: 'asserted',
      evidence: [],
      revises: null,
    } as const
    const claim = (attribute: Attribute, at: Span, value: Claim['value']): void => {
      const made = { ...base, id: `c${claims.length + 1}`, attribute, value, spans: [at], confidence: null, because: ['sheet'] }
      claims.push(made as unknown as Claim)
    }
    for (const [field, at] of spans) {
      const words = row.values[field]!
      if (FIGURES.has(field)) {
        const figure = {
          ...readFigure(words)!,
          approximate: false,
          words: null,
          extent: 'total',
          of: null,
          people: NOBODY_DESCRIBED,
          scope: null,
        } as const
        claim(field as Attribute, at, figure)
      } else if (MENTIONED.has(field)) {
        const mention = `m${mentions.length + 1}`
        mentions.push(toMention(field, mention, at, words))
        claim(field as Attribute, at, { mention })
      } else if (field === 'title') claim('type', at, { text: words })
      else if (field === 'notes') claim('characterisation', at, { text: words })
    }
  }
  return {
    schema: ANALYSIS_SCHEMA,
    id,
    document: {
      ...{ id, title, standfirst: null, byline: null, published: null, url: null, language, version: null, text, passages },
      issuer: { name: title, kind: 'dataset', from: 'caller' },
    },
    ...{ mentions, statements, incidents, claims, relations: [], affiliations: [], aggregates: [], problems: [] },
  }
}

const toMention = (field: SheetField, id: string, { start, end }: Span, words: string): Mention => {
  if (field === 'date') {
    const day = readDay(words) ?? null
    return { id, start, end, kind: 'time', type: 'DATE', value: day, from: day, to: day, part: null, assumed: [] }
  }
  if (field === 'place')
    return { id, start, end, kind: 'place', lat: null, lon: null, name: words, country: null, precision: 3, radiusM: null }
  if (field === 'weapon') return { id, start, end, kind: 'weapon', type: words }
  return { id, start, end, kind: 'party', type: 'group', named: true, actor: null }
}
