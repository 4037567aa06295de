import type { MentionValue } from '../../model/claim.ts'
import type { PartyMention, PlaceMention } from '../../model/mention.ts'
import { wordsOf } from '../../model/span.ts'
import type { Draft } from '../claims/draft.ts'
import type { View } from '../claims/view.ts'
import type { Typed } from './types.ts'

const NAMES: Readonly<Record<Typed['subType'], string>> = {
  'Armed clash': 'Clash',
  'Government regains territory': 'Territory regained',
  'Non-state actor overtakes territory': 'Territory taken',
  'Chemical weapon': 'Chemical attack',
  'Air/drone strike': 'Strike',
  'Suicide bomb': 'Suicide bombing',
  'Shelling/artillery/missile attack': 'Shelling or rocket fire',
  'Remote explosive/landmine/IED': 'Bombing',
  Grenade: 'Grenade attack',
  'Peaceful protest': 'Protest',
  'Protest with intervention': 'Protest broken up',
  'Excessive force against protesters': 'Force against protesters',
  'Violent demonstration': 'Violent demonstration',
  'Mob violence': 'Mob violence',
  Agreement: 'Agreement',
  Arrests: 'Arrests',
  'Change to group/activity': 'Change of a group',
  'Disrupted weapons use': 'Weapons intercepted',
  'Headquarters or base established': 'Base established',
  'Looting/property destruction': 'Property destroyed',
  'Non-violent transfer of territory': 'Territory handed over',
  Other: 'Incident',
  'Sexual violence': 'Sexual violence',
  Attack: 'Attack',
  'Abduction/forced disappearance': 'Abduction',
}

const words = (view: View, mention: PartyMention | PlaceMention): string => wordsOf(view.text, mention).replace(/\s+/g, ' ').trim()

const lower = (text: string): string => text.replace(/^(?:The|A|An)\b/, (word) => word.toLowerCase())

const SHORT = 60

/** Parties that say themselves that they did it, by actor or words; none where anybody denies it. */
const ownersOf = (drafts: readonly Draft[], actor: (id: string) => string): ReadonlySet<string> => {
  const owners = new Set<string>()
  for (const { attribute, value, statement } of drafts) {
    if (attribute === 'position' && 'answer' in value) {
      if (value.answer === 'denies') return new Set()
      if (value.answer === 'claims-credit' || value.answer === 'accepts') owners.add(actor(value.party))
    }
    if (attribute === 'perpetrator' && 'mention' in value && statement?.speaker && actor(statement.speaker) === actor(value.mention))
      owners.add(actor(value.mention))
  }
  return owners
}

/** A short name for an incident from what nobody disputes: what, on whom, where; who, only where that party says so itself. */
export const titleOf = (view: View, typed: Typed, drafts: readonly Draft[]): string => {
  const live = drafts.filter(({ modality }) => modality === 'asserted' || modality === 'alleged')
  const mentionOf = (draft: Draft | undefined): PartyMention | PlaceMention | undefined => {
    const found = draft && 'mention' in draft.value ? view.mention(draft.value.mention) : undefined
    return found && (found.kind === 'party' || found.kind === 'place') ? found : undefined
  }
  const target = mentionOf(live.find(({ attribute }) => attribute === 'target'))
  const place = live
    .filter(({ attribute, value }) => attribute === 'place' && 'mention' in value && (value as MentionValue).role !== 'treated-at')
    .map((draft) => ({ draft, mention: mentionOf(draft) as PlaceMention | undefined }))
    .filter(({ mention }) => mention !== undefined)
    .sort((a, b) => a.mention!.precision - b.mention!.precision)[0]
  const relation = place ? (place.draft.value as MentionValue).relation : undefined
  const doers = [
    ...new Set(
      live
        .filter(({ attribute }) => attribute === 'perpetrator')
        .map((draft) => mentionOf(draft))
        .filter((one) => one !== undefined),
    ),
  ]
  const actor = (id: string): string => {
    const found = view.mention(id)
    return (found?.kind === 'party' && found.actor) || (found ? wordsOf(view.text, found).toLowerCase() : id)
  }
  const owners = ownersOf(live, actor)
  const owner = doers.find(({ id }) => owners.has(actor(id)))
  let title = NAMES[typed.subType]
  const on = target && words(view, target).length <= SHORT ? ` on ${lower(words(view, target))}` : ''
  const where = place?.mention ? words(view, place.mention) : ''
  // "on the station of Northport" has said where.
  const at =
    where !== '' && !on.toLowerCase().includes(where.toLowerCase())
      ? `, ${relation === 'near' || relation === 'outside' ? `${relation} ` : ''}${where}`
      : ''
  title += on + at
  if (owner) title = `${words(view, owner)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`
  const blamed = doers.find((one) => one !== owner)
  const denies = drafts.some(({ attribute, value }) => attribute === 'position' && 'answer' in value && value.answer === 'denies')
  if (!owner && blamed && denies && words(view, blamed).length <= SHORT) title += ` · ${lower(words(view, blamed))} accused, denies`
  return title
}
