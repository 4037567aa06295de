import type { ParsedText, Token } from '../../language/parsed.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { type Meaning, type Name, readKind } from './resolve.ts'
import type { NameSpan } from './spans.ts'

/** A name with more meanings than this keeps the best known: "San Antonio" has hundreds. */
const MOST_MEANINGS = 25

const worth = ({ place, quality }: Meaning): number => {
  const fame =
    place.kind === 'country' || place.kind === 'continent'
      ? 1e10
      : place.kind === 'region' || place.kind === 'sea'
        ? 1e7
        : place.kind === 'province'
          ? 1e6
          : 0
  return (fame + place.population + 1) * (quality === 'own' ? 1 : quality === 'other' ? 0.2 : 0.1)
}

const CONTAINING = new Set<Place['kind']>(['country', 'province', 'region', 'county', 'continent'])

/** Places a span names when it stands as a container: an abbreviation ("Ill."), a country or a province. */
const readContainer = (span: NameSpan, gazetteer: Gazetteer): Place[] => {
  const abbreviated = gazetteer.findAbbreviation(span.key)
  if (abbreviated !== undefined) return [gazetteer.getPlace(abbreviated)]
  return span.meanings
    .slice(0, 25)
    .map(({ place }) => gazetteer.getPlace(place))
    .filter(({ kind }) => CONTAINING.has(kind))
}

/** The span right after a comma, or "X in Y" and "X of Y" after a name: what may hold it. */
const listContainers = (span: NameSpan, after: NameSpan | undefined, tokens: readonly Token[], gazetteer: Gazetteer): Place[] => {
  if (!after || after.sentence !== span.sentence) return []
  const gap = tokens.slice(span.last, after.first)
  const comma = gap.length === 1 && (gap[0]!.text === ',' || gap[0]!.text === '(')
  return comma ? readContainer(after, gazetteer) : []
}

/** What stands right before a span and a comma: "Atlanta, Georgia". Its towns tell which Georgia is meant. */
const listContained = (span: NameSpan, before: NameSpan | undefined, tokens: readonly Token[], gazetteer: Gazetteer): Place[] => {
  if (!before || before.sentence !== span.sentence || span.first - before.last !== 1 || tokens[before.last]!.text !== ',') return []
  const towns = before.meanings
    .slice(0, 12)
    .map(({ place }) => gazetteer.getPlace(place))
    .filter(({ kind, population }) => !CONTAINING.has(kind) && population > 10_000)
  return towns.sort((a, b) => b.population - a.population).slice(0, 3)
}

/** The names of a document: spans of one key and one container taken together; those without a container join their only fellow with one. */
export const listNames = (
  spans: readonly NameSpan[],
  { text, tokens }: Pick<ParsedText, 'text' | 'tokens'>,
  gazetteer: Gazetteer,
): Name[] => {
  type Open = {
    key: string
    written: Set<string>
    spans: NameSpan[]
    containers: Place[]
    contained: Place[]
    saidKind: Name['saidKind']
    meanings: Meaning[]
    weight: number
  }
  const names = new Map<string, Open>()
  const byKey = new Map<string, string[]>()
  spans.forEach((span, i) => {
    if (span.meanings.length === 0) return
    const containers = listContainers(span, spans[i + 1], tokens, gazetteer)
    const saidKind = readKind(span, tokens)
    const contained = listContained(span, spans[i - 1], tokens, gazetteer)
    const id = `${span.key}|${containers.map((place) => place.index).join(' ')}`
    const open = names.get(id)
    if (open) {
      open.spans.push(span)
      open.written.add(text.slice(span.start, span.end).toLowerCase())
      open.weight++
      open.saidKind ??= saidKind
      open.contained.push(...contained)
      return
    }
    const meanings = span.meanings.map(({ place, quality }) => ({ place: gazetteer.getPlace(place), quality }))
    meanings.sort((a, b) => worth(b) - worth(a))
    const held =
      containers.length > 0
        ? meanings.filter(({ place }) =>
            containers.some(
              (container) =>
                container.country === place.country && (container.kind !== 'province' || container.province === place.province),
            ),
          )
        : []
    const kept = [...held.slice(0, MOST_MEANINGS), ...meanings.filter((meaning) => !held.includes(meaning))].slice(0, MOST_MEANINGS)
    names.set(id, {
      key: span.key,
      written: new Set([text.slice(span.start, span.end).toLowerCase()]),
      spans: [span],
      containers,
      contained,
      saidKind,
      meanings: kept,
      weight: 1,
    })
    byKey.set(span.key, [...(byKey.get(span.key) ?? []), id])
  })
  for (const ids of byKey.values()) {
    const bare = ids.filter((id) => names.get(id)!.containers.length === 0)
    const held = ids.filter((id) => names.get(id)!.containers.length > 0)
    if (bare.length !== 1 || held.length !== 1) continue
    const [from, to] = [names.get(bare[0]!)!, names.get(held[0]!)!]
    to.spans.push(...from.spans)
    to.weight += from.weight
    to.saidKind ??= from.saidKind
    to.contained.push(...from.contained)
    names.delete(bare[0]!)
  }
  return [...names.values()]
}
