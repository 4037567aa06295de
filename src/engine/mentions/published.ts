import type { Mention } from '../../model/mention.ts'

/** A mention with the contract's fields alone: what the stages tell each other of it (heads, rules, roles) stays inside the engine. */
export const toPublished = (mention: Mention): Mention => {
  const { id, start, end } = mention
  switch (mention.kind) {
    case 'place': {
      const { kind, lat, lon, name, geonameId, country, precision, radiusM } = mention
      return { id, kind, start, end, lat, lon, name, ...(geonameId === undefined ? {} : { geonameId }), country, precision, radiusM }
    }
    case 'time': {
      const { kind, type, value, from, to, part, assumed } = mention
      return { id, kind, start, end, type, value, from, to, part, assumed }
    }
    case 'party': {
      const { kind, type, named, actor } = mention
      return { id, kind, start, end, type, named, actor }
    }
    case 'count': {
      const { kind, low, high, approximate, of } = mention
      return { id, kind, start, end, low, high, approximate, of }
    }
    case 'weapon':
    case 'act': {
      const { kind, type } = mention
      return { id, kind, start, end, type }
    }
  }
}
