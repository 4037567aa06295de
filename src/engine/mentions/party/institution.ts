import type { PartyMention } from '../../../model/mention.ts'
import { isPersonNoun, singular, wordSet } from './nouns.ts'

/** Heads of what stands as one institution or one lasting body, not so many people: "the army", "the drug cartel". */
const INSTITUTIONS = wordSet('army armies navy airforce militia cartel mafia syndicate gendarmerie front movement alliance coalition')
/** "the armed forces", "the air force", "the death squads": bodies by two words. */
const BY_TWO_WORDS = /^(?:armed forces|air forces?|national guard|security forces|defen[cs]e forces?|death squads?)$/

/**
 * Whether a group is an organisation: it has a name, or is called what only an institution is ("the army"). "Rebels", "army troops",
 * "two units" and "Northern Front fighters" are people, however they are led. `words`: the mention's own.
 */
export const isInstitution = (words: string, { named }: Pick<PartyMention, 'named'>): boolean => {
  const head = words
    .toLowerCase()
    .split(/\s+(?:of|in|from|at|who|which|that|for|with)\s+|[,([]/, 1)[0]!
    .replace(/["“”‘’']+s?$/, '')
    .trim()
    .split(/\s+/)
  const last = singular(head.at(-1) ?? '')
  if (INSTITUTIONS.has(last) || BY_TWO_WORDS.test(head.slice(-2).join(' '))) return true
  return named && !isPersonNoun(last) && !UNITS.has(last)
}
const UNITS = wordSet('unit troop patrol column squad platoon commando personnel member')
