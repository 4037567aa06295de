import type { PartyMention } from '../../model/mention.ts'
import type { Statement } from '../../model/statement.ts'
import type { View } from '../claims/view.ts'
import { headOf } from './attach.ts'
import type { Resolve } from './takers.ts'

const SELF_SPEAKING = /^(?:it|they|he|she|we|its|their|his|her|our)$/

const BODY_SPEAKING = /^(?:it|they|we|its|their|our)$/

/** "A spokesman for the rebels", "an army spokesman": the rebels, the army. */
export const bodyOf = (view: View, speaker: PartyMention): PartyMention | undefined =>
  view
    .within('party', speaker)
    .find(
      ({ type, start, end }) =>
        (type === 'group' || type === 'organisation') &&
        start >= speaker.start &&
        end < speaker.end &&
        /^(?:['’]s?)?\s(?:\w+\s){0,2}(?:spokes\w+|commander|general|officer|leader|chief|official)\b/i.test(
          view.text.slice(end, speaker.end),
        ),
    ) ??
  view
    .within('party', { start: speaker.start, end: speaker.end + 60 })
    .find(
      ({ type, start, end }) =>
        (type === 'group' || type === 'organisation') &&
        start > speaker.start &&
        /\b(?:for|of|from)\s(?:the\s)?$/.test(view.text.slice(speaker.start, start)) &&
        end - speaker.start < 100 &&
        !/[.,;:"“”]/.test(view.text.slice(speaker.start, start)),
    )

/** In "the group said it had carried out the attack" the pronoun is the speaker; elsewhere it is what `resolve` finds. */
export const speakerFirst =
  (view: View, statement: Statement | undefined, resolve: Resolve): Resolve =>
  (i) => {
    const speaker = statement?.speaker ? view.mention(statement.speaker) : undefined
    const first = statement?.content[0]
    const { lower, start } = view.tokens[i]!
    if (speaker?.kind !== 'party' || !first || !SELF_SPEAKING.test(lower) || start - first.start >= 40) return resolve(i)
    if (speaker.type === 'person' && BODY_SPEAKING.test(lower)) return bodyOf(view, speaker) ?? speaker
    // "A group calling itself the Free Men said it was responsible": by its name.
    const fullest = speaker.named ? undefined : resolve(headOf(view, speaker))
    return fullest?.named && fullest.type !== 'person' ? fullest : speaker
  }
