import type { View } from '../claims/view.ts'
import { COMBATANTS } from '../mentions/party/nouns.ts'
import type { Happening, Taking } from './happening.ts'

const ARMED =
  /\b(?:gunm[ae]n|armed men|attackers|bandits|agents|army|military|soldiers?|troops?|forces|guerrillas?|rebels?|militants?|insurgents?|militia(?:men)?|fighters?|paramilitar\w+|battalion|brigade|commandos?|patrol|police|jihadists?|units?|guardsmen|national guard|border guards?|policemen|convoy|barracks|garrison|base|outpost)\b/i
const OFFICERS = /\b(?:police(?:m[ae]n|wom[ae]n)?|officers?|gendarmes?|constables?|deputies|border guards?|national guard(?:smen)?)\b/i
/** Officers who are none at the time. */
const OFF_DUTY = /\b(?:off-duty|retired|former|ex-)/i

const said = (view: View, { start, end }: Readonly<{ start: number; end: number }>): string => view.text.slice(start, end)

const NUMBERS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|dozens?|scores?|hundreds?|thousands?|others?|some|many|several|more|dead|all)$/i

/** Those who came to harm in an incident, by whether their words make them armed. */
export type Harmed = Readonly<{ armed: number; others: number; captured: number }>

/** How many were killed or hurt on either side, as the largest figure for each word for people has it. */
export const harmedIn = (view: View, happenings: readonly Happening[]): Harmed => {
  const most = new Map<string, number>()
  let captured = 0
  for (const { casualties } of happenings)
    for (const { harm, none, amount, about } of casualties) {
      const size = amount ? (amount.low ?? amount.high ?? 1) : 1
      if (none || size === 0) continue
      if (harm === 'captured') captured = Math.max(captured, size)
      if (harm !== 'killed' && harm !== 'wounded' && harm !== 'shot') continue
      const words = said(view, about.span)
      const isArmed = ((COMBATANTS.has(about.noun) && about.status === 'combatant') || OFFICERS.test(words)) && !OFF_DUTY.test(words)
      // "nine of its men", "22": whose side they were on, the words do not say.
      if (!isArmed && (/^\d|^(?:men|man|he|they|them|him)$/.test(about.noun) || !/\p{L}{3}/u.test(about.noun) || NUMBERS.test(about.noun)))
        continue
      const key = isArmed ? `armed ${about.noun}` : about.generic ? 'anybody' : `other ${about.noun}`
      most.set(key, Math.max(most.get(key) ?? 0, size))
    }
  let armed = 0
  let others = 0
  for (const [key, size] of most) {
    if (key.startsWith('armed')) armed += size
    if (key.startsWith('other')) others += size
  }
  return { armed, others: Math.max(others, (most.get('anybody') ?? 0) - armed), captured }
}

/** Of those who came to harm, how many must have been armed before an attack is a fight. Set on own cases, November 2026: 38 and 43 stand on either side. */
const SHARE = 0.2

/** Were those who came to harm mostly unarmed? */
export const isOnCivilians = ({ armed, others }: Harmed): boolean => others > 0 && armed < SHARE * (armed + others)

const isArmedSide = (view: View, takings: readonly Taking[]): boolean =>
  takings.some(
    ({ span, mention }) =>
      (ARMED.test(said(view, span)) && !OFF_DUTY.test(said(view, span))) || (mention.type === 'group' && mention.actor !== null),
  )

/** Do arms stand on both sides? */
export const isTwoSided = (view: View, happenings: readonly Happening[], harmed: Harmed): boolean => {
  if (isOnCivilians(harmed)) return false
  const doers = happenings.some(({ agents }) => isArmedSide(view, agents))
  return doers && (harmed.armed > 0 || happenings.some(({ targets }) => isArmedSide(view, targets)))
}
