import type { Mention } from '../../model/mention.ts'
import { wordsOf } from '../../model/span.ts'
import { isInstitution } from './party/institution.ts'

/**
 * A mention with the contract's fields alone: what the stages tell each other of it (heads, rules, roles) stays inside the engine.
 * There a group is whoever may bear arms; outside, an army is an organisation and gunmen are a group. `text`: the document's.
 */
export const toPublished = (mention: Mention, text: string): Mention => {
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
      const { kind, named, actor } = mention
      const type = mention.type === 'group' && isInstitution(wordsOf(text, mention), mention) ? 'organisation' : mention.type
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
