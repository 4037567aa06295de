import type { Attribute, Figure } from '../model/claim.ts'
import type { IssuerKind } from '../model/document.ts'
import { attributeWords } from './attribute-words.ts'
import { isoWords } from './date-view.ts'
import { figureWords } from './figure-words.ts'
import { speakerKindWords } from './kind-words.ts'

/** Somebody who puts documents out, is quoted in them, or both, as one line. */
export type SourceLine = Readonly<{
  key: string
  name: string
  kind: string
  actor: string | null
  documents: number
  first: number
  copies: number
  quotedIn: number
  told: number
  claims: number
}>

export type SourceListView = Readonly<{ sources: readonly SourceLine[]; next: string | null }>

/** How a figure stands to those that others gave later. `overlaps`: the ranges have a number in common. */
export type LaterRelation = 'lower' | 'overlaps' | 'higher' | 'none-later' | 'undated'

/** A source's first figure of killed in an incident, beside what others said after it. */
export type FigureThen = Readonly<{
  incident: Readonly<{ id: string; title: string; day: string | null }>
  own: Readonly<{ words: string; low: number | null; high: number | null; published: string | null; document: string; claim: string }>
  later: Readonly<{ words: string; low: number | null; high: number | null; speakers: number; until: string }> | null
  relation: LaterRelation
}>

type Tie = Readonly<{ key: string; name: string; documents: number; claims: number }>

/** An outlet or a speaker: what it puts out, whom it quotes, how its figures stand to later ones. Counts, never a judgement of truth. */
export type SourceView = SourceLine &
  Readonly<{
    incidents: number
    attributes: readonly Readonly<{ what: string; claims: number }>[]
    quotes: readonly Tie[]
    quotedBy: readonly Tie[]
    copiesOf: readonly Tie[]
    copiedBy: readonly Tie[]
    figures: readonly FigureThen[]
    relations: Readonly<Record<LaterRelation, number>>
  }>

type Listed = Readonly<{
  key: string
  name: string
  kind: IssuerKind
  named: boolean
  actor: string | null
  documents: number
  first: number
  copies: number
  quotedIn: number
  told: number
  claims: number
}>

type Given = Readonly<{
  incident: string
  title: string
  day: string | null
  key: string
  document: string
  claim: string
  reading: number
  published: string | null
  figure: Figure
}>

type Parts = Readonly<{
  quotes: readonly Tie[]
  quotedBy: readonly Tie[]
  copies: readonly Tie[]
  copiedBy: readonly Tie[]
  attributes: readonly Readonly<{ attribute: string; claims: number }>[]
  incidents: number
  figures: readonly Given[]
}>

export const toSourceLine = ({ kind, named, ...rest }: Listed): SourceLine => ({ ...rest, kind: speakerKindWords(kind, { named }) })

export const toSourceListView = ({ items, next }: Readonly<{ items: readonly Listed[]; next: string | null }>): SourceListView => ({
  sources: items.map(toSourceLine),
  next,
})

const lowOf = ({ low }: Pick<Figure, 'low'>): number => low ?? 0
const highOf = ({ high }: Pick<Figure, 'high'>): number => high ?? Number.POSITIVE_INFINITY

/** The widest range that some figures span; an open end stays open. */
const spanOf = (figures: readonly Figure[]): Readonly<{ low: number | null; high: number | null }> => {
  const high = Math.max(...figures.map(highOf))
  return { low: Math.min(...figures.map(lowOf)), high: Number.isFinite(high) ? high : null }
}

const isBefore = (a: string | null, b: string | null): boolean => a !== null && b !== null && a < b.slice(0, a.length)

const toFigureThen = (key: string, given: readonly Given[]): FigureThen | undefined => {
  const own = given.filter((each) => each.key === key).toSorted((a, b) => ((a.published ?? '~') < (b.published ?? '~') ? -1 : 1))[0]
  if (!own) return undefined
  const later = given.filter((each) => each.key !== key && isBefore(own.published, each.published))
  const span = later.length > 0 ? spanOf(later.map(({ figure }) => figure)) : null
  const relation: LaterRelation =
    own.published === null
      ? 'undated'
      : span === null
        ? 'none-later'
        : highOf(own.figure) < lowOf(span)
          ? 'lower'
          : lowOf(own.figure) > highOf(span)
            ? 'higher'
            : 'overlaps'
  return {
    incident: { id: own.incident, title: own.title, day: own.day && isoWords(own.day) },
    own: {
      words: figureWords(own.figure),
      // A word such as "dozens" is never drawn as a number.
      low: own.figure.words ? null : own.figure.low,
      high: own.figure.words ? null : own.figure.high,
      published: own.published && isoWords(own.published.slice(0, 10)),
      document: own.document,
      claim: `${own.document}.${own.reading}.${own.claim}`,
    },
    later: span && {
      words: figureWords({ ...span, approximate: false }),
      ...span,
      speakers: new Set(later.map((each) => each.key)).size,
      until: isoWords(
        later
          .map(({ published }) => published!.slice(0, 10))
          .toSorted()
          .at(-1)!,
      ),
    },
    relation,
  }
}

const RELATIONS: readonly LaterRelation[] = ['lower', 'overlaps', 'higher', 'none-later', 'undated']

/** Turns what the ledger knows of a source into its page. */
export const toSourceView = (source: Listed, { copies, attributes, figures, ...parts }: Parts): SourceView => {
  const then = [...Map.groupBy(figures, ({ incident }) => incident).values()].flatMap((given) => toFigureThen(source.key, given) ?? [])
  return {
    ...toSourceLine(source),
    ...parts,
    copiesOf: copies,
    attributes: attributes.map(({ attribute, claims }) => ({ what: attributeWords(attribute as Attribute), claims })),
    figures: then.toSorted((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation)),
    relations: Object.fromEntries(
      RELATIONS.map((relation) => [relation, then.filter((each) => each.relation === relation).length]),
    ) as SourceView['relations'],
  }
}
