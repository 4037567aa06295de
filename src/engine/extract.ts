import type { Document } from '../model/document.ts'
import { counter } from '../model/id.ts'
import type { Mention } from '../model/mention.ts'
import { type Problem, problem } from '../model/problem.ts'
import { ANALYSIS_SCHEMA, type Analysis } from '../model/reading.ts'
import { bySpan } from '../model/span.ts'
import { withConfidence } from './claims/confidence.ts'
import { toView } from './claims/view.ts'
import type { Context } from './context.ts'
import { assemble } from './incidents/assemble.ts'
import { type Language, readLanguage } from './language/language.ts'
import { findActs } from './mentions/act/acts.ts'
import { findCounts } from './mentions/count/counts.ts'
import { type Coreference, resolveParties } from './mentions/party/coreference.ts'
import { findParties } from './mentions/party/parties.ts'
import { findPronouns } from './mentions/party/pronouns.ts'
import type { ActorRegister } from './mentions/party/register.ts'
import type { Gazetteer } from './mentions/place/gazetteer.ts'
import { findPlaces } from './mentions/place/places.ts'
import { toPublished } from './mentions/published.ts'
import { findTimes } from './mentions/time/times.ts'
import { findWeapons } from './mentions/weapon/weapons.ts'
import { isReadable } from './read/language.ts'
import { type ReadInput, readDocument } from './read/read.ts'
import { findStatements } from './statements/statements.ts'

/** What the engine reads with: trained models and lists, loaded once by whoever calls it. */
export type Assets = Readonly<{ language: Language; gazetteer: Gazetteer; actors: ActorRegister }>

type Parts = Omit<Analysis, 'schema' | 'id' | 'document' | 'problems'>

const NOTHING: Parts = { mentions: [], statements: [], incidents: [], claims: [], relations: [], affiliations: [], aggregates: [] }

/** Gives all mentions of a document ids in document order, each list keeping its own type. */
const numbered = <L extends Readonly<Record<string, readonly Mention[]>>>(lists: L): L => {
  const nextId = counter('m')
  const ids = new Map(
    Object.values(lists)
      .flat()
      .sort(bySpan)
      .map((mention) => [mention, nextId()]),
  )
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, list.map((mention) => ({ ...mention, id: ids.get(mention)! }))]),
  ) as unknown as L
}

/** Runs a stage; where it fails, its fallback stands and the reason is noted. */
type Attempt = <T>(stage: () => T, fallback: T) => T

const ALONE: Coreference = { fullestOf: (id) => id, at: () => undefined }

const readParts = (document: Document, { language, gazetteer, actors }: Assets, attempt: Attempt): Parts => {
  const parsed = attempt(() => readLanguage(document.text, document.passages, language), { text: document.text, tokens: [], sentences: [] })
  const bare: Context = { document, parsed, mentions: [], statements: [] }
  const times = attempt(() => findTimes(bare), [])
  // "3 March" is no protest.
  const dated = toView({ ...bare, mentions: times })
  const found = numbered({
    times,
    places: attempt(() => findPlaces(bare, gazetteer), []),
    parties: attempt(() => findParties(bare, actors), []),
    counts: attempt(() => findCounts(bare), []),
    weapons: attempt(() => findWeapons(bare), []),
    acts: attempt(() => findActs(bare), []).filter((act) => dated.within('time', act).length === 0),
  })
  const mentions: readonly Mention[] = Object.values(found).flat<readonly (readonly Mention[])[]>().sort(bySpan)
  const context = { ...bare, mentions }
  const coreference = attempt(() => resolveParties(context, found.parties), ALONE)
  const statements = attempt(() => findStatements(context, { actors: actors.actors }), [])
  const { minted, ...rest } = attempt(
    () => assemble(toView({ ...context, statements }, coreference.at), { ...found, resolve: coreference.at }),
    { ...NOTHING, minted: [] },
  )
  // Pronouns come last: a stage that looks for a name or a description behind a word must not be answered with one.
  const pronouns = attempt(() => findPronouns(bare), [])
  return { ...rest, mentions: [...mentions, ...minted, ...pronouns].sort(bySpan).map((one) => toPublished(one, document.text)), statements }
}

/** How far into a text its own headline may stand. */
const OPENING = 600

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A headline given beside a text is a part of what is read: it goes in front, unless the text opens with it. */
const withHeadline = (input: ReadInput): ReadInput => {
  const title = input.facts.title?.replace(/\s+/g, ' ').trim()
  if (!title || !('text' in input) || folded(input.text.slice(0, OPENING)).includes(folded(title))) return input
  return { ...input, text: `${title}\n\n${input.text}` }
}

/**
 * Reads a document and says what happened in it according to whom. Never throws: what a stage could not do is among the problems,
 * and what the other stages read is kept. The same input gives the same output.
 */
export const extract = (input: ReadInput, assets: Assets): Analysis => {
  const { document, problems: reading } = readDocument(withHeadline(input))
  const problems: Problem[] = [...reading]
  const attempt: Attempt = (stage, fallback) => {
    try {
      return stage()
    } catch (error) {
      problems.push(problem('internal/unexpected', error instanceof Error ? error.message : String(error)))
      return fallback
    }
  }
  const isRead = document.text.length > 0 && isReadable(document.language)
  const read = isRead ? readParts(document, assets, attempt) : NOTHING
  const parts = { ...read, claims: attempt(() => withConfidence({ document, ...read }), read.claims) }
  return { schema: ANALYSIS_SCHEMA, id: input.facts.id ?? document.id, document, ...parts, problems }
}
