import type { PartyMention } from '../../model/mention.ts'
import { isTitle } from '../mentions/party/titles.ts'
import type { View } from './view.ts'

/**
 * The name of somebody alone, without title, office and origin: of "Judge Ana Ruiz" the mention "Ana Ruiz". A register of the dead
 * holds names; what somebody was is told beside them. The mention itself where it is no more than the name, or where no name is told apart.
 */
export const nameOf = (view: View, mention: PartyMention): PartyMention => {
  if (mention.type !== 'person' || !mention.named) return mention
  const first = view.tokenAt(mention.start)
  let last = first
  while (last + 1 < view.tokens.length && view.tokens[last + 1]!.start < mention.end) last++
  const isName = (i: number): boolean => {
    const { name, upos, lower } = view.tokens[i]!
    return (name.endsWith('PER') || upos === 'PROPN') && !isTitle(lower)
  }
  let from = first
  for (let i = first; i <= last; i++) if (view.tokens[i]!.name === 'B-PER') from = i
  while (from <= last && !isName(from)) from++
  // Whatever title or office stands behind the first word of a name was none of it.
  for (let i = from; i < last; i++) if (isTitle(view.tokens[i]!.lower) && view.tokens[i]!.name !== 'I-PER' && isName(i + 1)) from = i + 1
  if (from > last || from === first) return mention
  return view.mint({ ...mention, id: '', start: view.tokens[from]!.start })
}

/** A mention of the person whose name stands at `i`, where no party was read there. */
export const mintPerson = (view: View, i: number): PartyMention | undefined => {
  const isPart = (at: number): boolean =>
    view.tokens[at]?.sentence === view.tokens[i]!.sentence && view.tokens[at]!.name.endsWith('PER') && view.tokens[at]!.upos === 'PROPN'
  if (!isPart(i)) return undefined
  let first = i
  let last = i
  while (view.tokens[first]!.name !== 'B-PER' && isPart(first - 1)) first--
  while (isPart(last + 1) && view.tokens[last + 1]!.name !== 'B-PER') last++
  const { start } = view.tokens[first]!
  return view.mint({ id: '', kind: 'party', start, end: view.tokens[last]!.end, type: 'person', named: true, actor: null } as PartyMention)
}
