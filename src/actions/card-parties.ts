import type { IncidentCard } from '../model/record.ts'
import type { Said } from '../publish/said.ts'

/** A long register entry or a whole clause read as a name is cut: this is what a list is narrowed by, not what is shown as a quote. */
const LONGEST = 120

/** Parties that claims make doer, target or holder of a position, each once; descriptions ("gunmen") too. */
export const listCardParties = (said: readonly Said[]): IncidentCard['parties'] => {
  const parties = new Map<string, IncidentCard['parties'][number]>()
  for (const { claim, record, standing } of said) {
    const found = record.mention
    if (standing === 'rejected' || found?.mention.kind !== 'party') continue
    if (claim.attribute !== 'perpetrator' && claim.attribute !== 'target' && claim.attribute !== 'position') continue
    const name = found.words.replaceAll(/\s+/g, ' ').slice(0, LONGEST)
    const key = found.mention.actor ? `actor:${found.mention.actor}` : `words:${name.toLowerCase().replace(/^(?:the|a|an) /, '')}`
    if (!parties.has(key)) parties.set(key, { key, name })
  }
  return [...parties.values()]
}

/** Sorts of weapon that claims name, each once. */
export const listCardWeapons = (said: readonly Said[]): IncidentCard['weapons'] => [
  ...new Set(
    said.flatMap(({ claim, record, standing }) =>
      standing !== 'rejected' && claim.attribute === 'weapon' && record.mention?.mention.kind === 'weapon'
        ? [record.mention.mention.type]
        : [],
    ),
  ),
]
